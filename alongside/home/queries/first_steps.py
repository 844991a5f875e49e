"""What an organisation sets up in its first week, in the order in which one thing needs the other, and what is there.

Nothing here is stored: a step is done when what it is about is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import ROLES
from alongside.core import runs
from alongside.core.actor import Actor
from alongside.decisions.models import Decision, Forum
from alongside.involvement.models import InvolvementRequest
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, ReservedKind
from alongside.people.models import Person
from alongside.post.models import QUEUED, Message
from alongside.reports.queries.signers import signers_anywhere
from alongside.voice import queries as voice
from alongside.voice.models import Contribution

from ..parts import Line, Section
from .daily import LATE, TASKS

NEEDED = ("coordinator", "safeguarding", "board")
ANSWERS = {"staff", "manager"}
PATIENCE = timedelta(hours=1)  # letters are to go every few minutes
PANEL = 3  # of whom two can agree


class Step(NamedTuple):
    title: Any
    path: str
    done: bool
    note: Any = ""


def first_steps(actor: Actor, slug: str, today: date, now: datetime) -> list[Section]:
    """What the actor can do themselves; the register is the coordinator's."""
    there = _what_is_there(actor, today, now)
    parts = [("made", _("How the organisation is made up"), _made_up(actor, there, now))]
    if actor.can(P.SEE_DESK):
        parts.append(("bring", _("What you have already"), _brought(there)))
        parts.append(("with", _("Together with people"), _with_people(there)))
    return [_section(name, title, steps, slug) for name, title, steps in parts]


def _section(name: str, title: Any, steps: Sequence[Step], slug: str) -> Section:
    lines = [
        Line(
            step.title,
            f"/{slug}/{step.path}",
            "" if step.done else step.note,
            tag=(_("Done"), "done") if step.done else (_("Not yet"), "waiting"),
        )
        for step in steps
    ]
    return Section(name, title, lines, "")


def _what_is_there(actor: Actor, today: date, now: datetime) -> Organisation:
    """One question, of one row: whether there is any of each. How many there are is nowhere said."""
    facts: dict[str, Any] = {
        "reserves": Exists(ReservedKind.objects.filter(kind__organisation=OuterRef("pk"))),
        "knows_people": Exists(_here(Person).filter(erased_on__isnull=True)),
        "lets_in": Exists(_here(Person).filter(user__isnull=False)),
        "decides": Exists(_here(Decision)),
        "heard": Exists(_here(Contribution)),
        "seats": Exists(_here(Forum)),
        "asks": Exists(_here(InvolvementRequest)),
        "signs": Exists(signers_anywhere(today).filter(organisation=OuterRef("pk"))),
        "letters_wait": Exists(_waiting(now)),
        "tasks_ran": runs.asked(TASKS),
    }
    return Organisation.objects.annotate(**facts).get(pk=actor.organisation_id or 0)


def _here(model: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(organisation=OuterRef("pk"))
    return found


def _waiting(now: datetime) -> QuerySet[Message]:
    """What could have gone an hour ago: nobody sends."""
    rows = Message.objects.filter(organisation_number=OuterRef("pk"), state=QUEUED)
    return rows.filter(created_at__lt=now - PATIENCE, not_before__lt=now - PATIENCE)


def _made_up(actor: Actor, there: Any, now: datetime) -> list[Step]:
    told = there.about and there.complain and there.help_now
    missing = _missing(actor)
    units = organisations.all_units_of(actor).filter(closed_on__isnull=True)
    steps = [
        Step(_("Say who you are, how to complain, and where help is now"), "settings/about/", bool(told)),
        Step(
            _("Write down your units"),
            "settings/units/",
            units.count() > 1,
            _("Whoever says something says it to a unit, and that unit owes the answer."),
        ),
        Step(
            _("Reserve the kinds of decision that may not be taken without people"),
            "settings/kinds/",
            there.reserves,
            _("Begin with one that you mean. Jobs are often the first."),
        ),
        Step(
            _("Let your colleagues in, each with a role"),
            "settings/roles/",
            not missing,
            _("Nobody is this yet: %(roles)s. You can be some of them yourself.") % {"roles": ", ".join(missing)},
        ),
    ]
    return [*steps, _by_itself(there, now)]


def _missing(actor: Actor) -> list[str]:
    held = set(organisations.memberships_in(actor).order_by().values_list("role", flat=True).distinct())
    found = [str(ROLES[role].name) for role in NEEDED if role not in held]
    return found if held & ANSWERS else [*found, _("somebody who answers (staff or a manager)")]


def _by_itself(there: Any, now: datetime) -> Step:
    """Only whoever runs the computer can put it right: it says what to run."""
    ran = there.tasks_ran is not None and now - there.tasks_ran <= LATE
    words = _(
        "Whoever runs the computer lets it run “alongside send” every five minutes and “alongside tasks” every morning."
    )
    if there.letters_wait:
        words = f"{_('Letters have waited for more than an hour: nobody has had them.')} {words}"
    return Step(
        _("See that letters go out and that daily tasks run"),
        "outbox/",
        ran and not there.letters_wait,
        words,
    )


def _brought(there: Any) -> list[Step]:
    return [
        Step(
            _("Bring in the people you know"),
            "people/import/",
            there.knows_people,
            _("A list with names is enough. What they need and what they allow can stand in it."),
        ),
        Step(_("Let those sign in who want to"), "people/sign-in/", there.lets_in, _("Nobody has to.")),
        Step(
            _("Put on the calendar what will be decided"),
            "decisions/import/",
            there.decides,
            _("From a list or the calendar of your board. One by one, too."),
        ),
        Step(
            _("Bring in what people said already"),
            "voices/import/",
            there.heard,
            _("From a survey or a box for comments, with what you answered. The rest is owed an answer."),
        ),
        Step(_("Write down your boards and panels, and the seats that are kept for people"), "seats/", there.seats),
    ]


def _with_people(there: Any) -> list[Step]:
    panel = voice.panel_of(there.pk).count()
    return [
        Step(
            _("Ask for people to take part in a decision"),
            "ask/",
            there.asks,
            _("Then write it in plain words and open it, under Involvement."),
        ),
        Step(
            _("Name contributors for the panel"),
            "showing/panel/",
            panel >= PANEL,
            _("They decide when somebody does not agree with what is shown of their words. Three at the least."),
        ),
        Step(
            _("Have contributors choose who signs the figures"),
            "periods/signers/",
            there.signs,
            _("A month is closed when both sides have signed it."),
        ),
    ]
