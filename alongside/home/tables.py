"""Lists of the house itself: the event log and the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import FROM
from alongside.accounts.permissions import Permission as P
from alongside.audit import queries as audit
from alongside.core import parts, tables, taking
from alongside.core.actor import Actor
from alongside.decisions.queries import KindYear
from alongside.involvement.models import Place
from alongside.organisation import queries as organisations
from alongside.organisation.queries import Known
from alongside.people import queries as people
from alongside.people.models import Person
from alongside.post.models import Message, Try

from .events import HomeEvent
from .queries.took_part import Part, parts_of

STATES = {
    "queued": (_("Waiting to be sent"), "waiting"),
    "sending": (_("Being sent"), "open"),
    "sent": (_("Sent"), "done"),
    "held": (_("Held back"), "refused"),
    "failed": (_("Failed"), "late"),
    "dropped": (_("Dropped"), "quiet"),
    "by_hand": (_("Waits for somebody's hand"), "waiting"),
    "returned": (_("Came back"), "late"),
}
WAYS = {"email": _("E-mail"), "text": _("Text message"), "phone": _("Phone"), "post": _("Letter")}
WAYS_TOLD = {**WAYS, "in_person": _("Face to face")}
HANDS = {"phone": (_("Ring them"), "calls/"), "post": (_("Print and post it"), "letters/")}


TRIES_SHOWN = 3
WITHOUT_NAME = {
    "public": _("Somebody without an account"),
    "code": _("Somebody with a code"),
    "system": _("The daily task, or a command"),
}


class EventTable(tables.Table):
    caption = _("What was done, newest first")
    empty = _("Nothing has been done yet.")
    default_sort = "-seq"
    columns = (
        tables.Column("seq", _("Number"), numeric=True, sort="seq", nulls=False),
        tables.Column("at", _("When")),
        tables.Column("what", _("What")),
        tables.Column("who", _("Who")),
        tables.Column("hash", _("Seal")),
    )
    filters = (
        tables.Filter(
            "about", _("Code of a thing"), apply=lambda rows, value: rows.filter(target=value.strip().lower())
        ),
    )

    def file_at(self, row: Any) -> Any:
        return row.at

    def cell_at(self, row: Any) -> str:
        return parts.moment(row.at)

    def cell_what(self, row: Any) -> str:
        about = self._taken(row) if row.pk in self.lists_taken else row.target
        return f"{row.room}: {row.name.replace('_', ' ')}{' · ' + about if about else ''}"

    @cached_property
    def lists_taken(self) -> dict[int, dict[str, Any]]:
        events = [row for row in self.pages.rows if row.name == HomeEvent.LIST_TAKEN]
        return audit.facts_of(events) if events else {}

    def _taken(self, row: Any) -> str:
        """Which list, and how many rows. Of some not even that: there is nothing to take where nothing was raised."""
        facts = self.lists_taken[row.pk]
        if "count" not in facts:
            return str(_("a list"))
        rows = ngettext("%(n)d row", "%(n)d rows", facts["count"]) % {"n": facts["count"]}
        return f"{taking.caption_of(facts['list'])} ({facts['kind'].upper()}, {rows})"

    @cached_property
    def known(self) -> dict[int, Known]:
        """The log holds numbers; who they are is looked up for those who may see it, and kept nowhere."""
        numbers = {row.actor_id for row in self.pages.rows if row.actor_id}
        return organisations.known_here(self.request.organisation.pk, numbers)  # type: ignore[attr-defined]

    def cell_who(self, row: Any) -> str:
        who = self._name(row)
        return _("%(who)s, from %(source)s") % {"who": who, "source": FROM[row.medium]} if row.medium else who

    def _name(self, row: Any) -> str:
        """Staff by name. Somebody who takes part has a name only for those who see the register."""
        if row.actor_id is None:
            return str(WITHOUT_NAME.get(row.actor_kind, row.actor_kind))
        known = self.known.get(row.actor_id)
        if known is None:
            return str(_("Somebody who is not here any more"))
        if known.takes_part and not self.request.actor.can(P.SEE_REGISTER):  # type: ignore[attr-defined]
            return parts.word(self.request, "person", capital=True)
        return known.name or known.job

    def file_hash(self, row: Any) -> str:
        return str(row.hash)

    def cell_hash(self, row: Any) -> str:
        return str(row.hash)[:12]


class OutboxTable(tables.Table):
    caption = _("Messages, newest first")
    empty = _("Nothing has been written to anybody yet.")
    default_sort = "-created"
    columns = (
        tables.Column("created", _("Written"), value="created_at", sort="created_at", nulls=False),
        tables.Column("to", _("To")),
        tables.Column("text", _("Message")),
        tables.Column("how", _("How, and what became of it")),
        tables.Column("state", _("State")),
    )
    filters = (
        tables.Filter(
            "state",
            _("State"),
            choices=[(key, words) for key, (words, _tone) in STATES.items()],
            apply=lambda rows, value: rows.filter(state=value),
        ),
        tables.Filter(
            "channel",
            _("How"),
            choices=list(WAYS_TOLD.items()),
            apply=lambda rows, value: rows.filter(channel=value),
        ),
    )

    @cached_property
    def names(self) -> dict[int, Person]:
        """Who they are, for the coordinator; whoever may not see the register reads no name here either."""
        numbers = [row.to_person for row in self.pages.rows if row.to_person]
        found = people.people_for(self.request.actor).select_related("organisation").filter(pk__in=numbers)  # type: ignore[attr-defined]
        return {person.pk: person for person in found}

    def cell_to(self, row: Message) -> Any:
        person = self.names.get(row.to_person or 0)
        if person:
            url = f"/{person.organisation.slug}/people/{person.code}/"
            return format_html('<a class="govuk-link" href="{}" dir="auto">{}</a>', url, people.shown_name(person))
        if row.to_user is None:
            return _("Somebody on the register")
        known = self.known.get(row.to_user)
        return parts.paragraphs(known.name or known.job, known.job) if known else _("Somebody who is not here any more")

    @cached_property
    def known(self) -> dict[int, Known]:
        numbers = {row.to_user for row in self.pages.rows if row.to_user}
        return organisations.known_here(self.request.organisation.pk, numbers)  # type: ignore[attr-defined]

    def cell_text(self, row: Message) -> Any:
        """What is written to somebody on the register is read by whoever may see the register."""
        if row.to_person and row.to_person not in self.names:
            return parts.paragraphs(row.kind.replace("_", " "))
        return parts.paragraphs(row.subject, row.body)

    def cell_how(self, row: Any) -> Any:
        """The way it went or goes, and the newest tries."""
        tries = [self._tried(one, row) for one in row.newest_tries[:TRIES_SHOWN]]
        return parts.paragraphs(WAYS_TOLD.get(row.channel, "–"), *tries)

    def _tried(self, one: Try, row: Message) -> str:
        facts = {"when": parts.moment(one.at), "what": one.get_outcome_display()}
        if one.channel == row.channel:
            return gettext("%(when)s: %(what)s") % facts
        return gettext("%(when)s, %(how)s: %(what)s") % {**facts, "how": WAYS_TOLD.get(one.channel, one.channel)}

    def cell_state(self, row: Message) -> Any:
        words, tone = STATES[row.state]
        waits = row.state == "queued" and row.waits_for
        why = gettext("It waits for %(what)s.") % {"what": row.get_waits_for_display()} if waits else row.reason
        state = parts.paragraphs(parts.state_tag(words, tone), why)
        link = self._next(row)
        return format_html('{}<br><a class="govuk-link al-target" href="{}">{}</a>', state, *link) if link else state

    def _next(self, row: Message) -> tuple[str, Any] | None:
        """What whoever keeps the register may do about it."""
        if row.to_person not in self.names:
            return None
        outbox = f"/{self.names[row.to_person].organisation.slug}/outbox/"
        if row.state == "by_hand":
            words, path = HANDS[row.channel]
            return outbox + path, words
        if row.state in {"held", "failed", "returned"} and row.waits_for != "pause":  # nobody disturbs a rest
            return f"{outbox}{row.code}/", _("They were told another way")
        if row.state == "sent" and row.channel == "post":
            return f"{outbox}{row.code}/came-back/", _("It came back")
        return None


class TookPartTable(tables.Table):
    caption = _("The newest first")
    empty = _("Nothing yet. When you have taken part in something, you read here what came of it.")
    default_sort = "-when"
    columns = (
        tables.Column("what", _("What")),
        tables.Column("mine", _("Your part")),
        tables.Column("came", _("What was decided, and why")),
        tables.Column("different", _("What is different now")),
        tables.Column("when", _("When"), value="newest", sort="newest", nulls=False),
    )

    def __init__(self, request: Any, rows: Any, *, actors: Sequence[Actor]) -> None:
        super().__init__(request, rows, first=(_("See what is open"), "/me/"))
        self.actors = actors

    @cached_property
    def parts(self) -> dict[int, Part]:
        found = parts_of(self.pages.rows, self.actors)
        return {part.place.pk: part for part in found}

    def cell_what(self, row: Place) -> Any:
        return format_html(
            '<a class="govuk-link" href="{}" dir="auto">{}</a>', self.parts[row.pk].url, row.opportunity.title
        )

    def cell_mine(self, row: Place) -> str:
        return self.parts[row.pk].mine

    def cell_came(self, row: Place) -> Any:
        return parts.paragraphs(self.parts[row.pk].came, self.parts[row.pk].why)

    def cell_different(self, row: Place) -> Any:
        changes = self.parts[row.pk].changes
        return parts.paragraphs(changes[0], *changes[1:]) if changes else ""


class AgesTable(tables.Table):
    caption = _("Teams, those who owe the oldest answers first")
    personal = False
    columns = (
        tables.Column("name", _("Team")),
        tables.Column("young", _("Under 6 weeks"), value=lambda row: row.numbers[0], numeric=True),
        tables.Column("middle", _("6 to 12 weeks"), value=lambda row: row.numbers[1], numeric=True),
        tables.Column("old", _("Over 12 weeks"), value=lambda row: row.numbers[2], numeric=True),
    )


class CoverageTable(tables.Table):
    caption = _("All decisions, by kind")
    personal = False
    empty = _("No decision is on the calendar for this year. Import the calendar of recruitment or of the board.")
    columns = (
        tables.Column("kind", _("Kind")),
        tables.Column("all", _("All"), numeric=True),
        tables.Column("with_people", _("Taken with people"), numeric=True),
        tables.Column("without", _("Taken without"), numeric=True),
        tables.Column("excepted", _("Reserved, yet without"), numeric=True),
        tables.Column("not_yet", _("Not yet taken"), numeric=True),
    )

    def cell_kind(self, row: KindYear) -> Any:
        tag = parts.state_tag(_("Reserved"), "open") if row.reserved else ""
        return format_html("{} {}", row.kind.name, tag)
