"""The day's work of the function: what is owed by anyone, by age, then what needs the coordinator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from alongside.core import parts, runs
from alongside.core.actor import Actor
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.organisation.models import Unit
from alongside.people import queries as people
from alongside.post import queries as post
from alongside.post.models import Message
from alongside.reports.queries.closes_waiting import OnDesk, asked_for_desk, read_for_desk
from alongside.voice import queries as voice

from .closing import months_to_close
from .coming import without_people
from .daily import TASKS, Ran, ran
from .learning import section_of_staff
from .mine import said_in_short
from .safety import read_and_contact
from .showing import to_show
from .vacant import empty_seats

MOST = 8
TEAMS = 10
FORTNIGHT = timedelta(days=14)


def desk_sections(actor: Actor, today: date, slug: str, ages: Ages) -> list[Section]:
    return [
        read_and_contact(ages.to_do, slug),
        *([to_show(ages.to_do.showing, today, slug)] if ages.to_do.showing else []),
        _requests(actor, slug),
        *([months_to_close(ages.closes, today, slug)] if ages.closes else []),
        _oldest(actor, today, slug),
        _nobody(ages.nobody, slug),
        without_people(actor, today, slug),
        empty_seats(actor, today, slug),
        _sessions(actor, slug),
        _not_reached(actor, slug),
        _raised(actor, slug),
        _register(slug),
        _bids(slug),
        *section_of_staff(actor, today, slug),
    ]


def _requests(actor: Actor, slug: str) -> Section:
    rows = involvement.requests_waiting(actor).only("what", "code", "decide_by", "short_notice", "unit__name")
    lines = [
        Line(
            row.what,
            f"/{slug}/involvement/requests/{row.code}/",
            _("%(unit)s. They decide on %(day)s.") % {"unit": row.unit.name, "day": parts.day(row.decide_by)},
            tag=(_("Short notice"), "late") if row.short_notice else None,
        )
        for row in rows[:MOST]
    ]
    return Section("requests", _("Requests to accept or refuse"), lines, _("No request is waiting."))


def _oldest(actor: Actor, today: date, slug: str) -> Section:
    needed = (*voice.NEEDED, "disputed", "code", "received_on", "answer_by", "unit__name", "question__text")
    rows = voice.owed_for(actor).select_related("unit", "question").only(*needed)[:MOST]
    lines = [
        Line(
            said_in_short(row, voice.words_or_why(actor, row)),
            f"/{slug}/voices/{row.code}/",
            row.unit.name,
            age=(today - row.received_on).days,
            tag=(row.get_state_display(), "late" if row.answer_by < today else "waiting"),
        )
        for row in rows
    ]
    more = (_("The listening ledger"), f"/{slug}/voices/") if lines else None
    return Section("oldest", _("The oldest answers owed"), lines, _("Everything that was said is answered."), more)


def _nobody(units: Sequence[Unit], slug: str) -> Section:
    """It climbs to the unit above until somebody has the role; that is a hole in the organisation all the same."""
    lines = [
        Line(
            _("Nobody answers for %(unit)s") % {"unit": unit.name},
            f"/{slug}/voices/?unit={unit.code}",
            _("Until somebody does, it is with %(above)s.") % {"above": unit.parent.name}
            if unit.parent
            else _("Until somebody does, it is with the coordinator."),
        )
        for unit in units[:MOST]
    ]
    empty = _("Every part of the organisation that owes an answer has somebody who answers.")
    return Section("nobody", _("Nobody answers"), lines, empty)


def _raised(actor: Actor, slug: str) -> Section:
    rows = decisions.raised_without_day(actor).select_related(None).select_related("unit")
    lines = [
        Line(row.title, f"/{slug}/decisions/{row.code}/change/", row.unit.name, row.opened_on)
        for row in rows.only("title", "code", "opened_on", "unit__name")[:MOST]
    ]
    lead = _("They are owed a day on which it is decided.") if lines else ""
    empty = _("Nothing that people raised is waiting for a day.")
    return Section("raised", _("Raised by people, and no day yet"), lines, empty, lead=lead)


def _sessions(actor: Actor, slug: str) -> Section:
    now = timezone.now()
    meetings = involvement.meetings_between(actor, now, now + FORTNIGHT)
    lines = [
        Line(
            meeting.title,
            f"/{slug}/sessions/{meeting.code}/",
            f"{parts.moment(meeting.starts_at)}. {meeting.place}",
            tag=_to_arrange(getattr(meeting, "waiting", 0)),
        )
        for meeting in meetings.only("title", "code", "starts_at", "place")[:MOST]
    ]
    return Section("sessions", _("Sessions in the next two weeks"), lines, _("No session in the next two weeks."))


def _to_arrange(number: int) -> tuple[str, str]:
    if not number:
        return _("All arranged"), "done"
    return ngettext("%(n)d thing to arrange", "%(n)d things to arrange", number) % {"n": number}, "late"


def _not_reached(actor: Actor, slug: str) -> Section:
    """Somebody should know something, and only a hand can bring it to them, or nothing could."""
    here = actor.organisation_id or 0
    stuck, waiting = list(post.stuck_in(here)[:MOST]), post.on_desk(here)
    shown = people.people_for(actor).select_related(None).filter(pk__in=[row.to_person for row in stuck])
    names = {person.pk: people.shown_name(person) for person in shown.only("name", "called")}
    today = timezone.localdate()
    lines = [
        Line(_headed(row, names), f"/{slug}/outbox/{row.code}/", row.reason, age=(today - _day(row.created_at)).days)
        for row in stuck
    ]
    more = (_("The outbox"), f"/{slug}/outbox/") if lines else None
    lead = _("Ring, write or put it right, as it says. What came back is owed to them again.") if lines else ""
    empty = _("Everybody could be told.")
    return Section(
        "not-reached",
        _("To be told by you"),
        [*_by_hand(waiting, slug), *lines, *_to_staff(waiting, slug)],
        empty,
        more,
        lead,
    )


def _by_hand(waiting: post.OnDesk, slug: str) -> list[Line]:
    titles = {
        "phone": (ngettext_lazy("%d thing to tell by phone", "%d things to tell by phone"), "calls/"),
        "post": (ngettext_lazy("%d thing to post", "%d things to post"), "letters/"),
    }
    today = timezone.localdate()
    return [
        Line(titles[channel][0] % number, f"/{slug}/outbox/{titles[channel][1]}", age=(today - _day(oldest)).days)
        for channel, (number, oldest) in waiting.by_hand.items()
    ]


def _to_staff(waiting: post.OnDesk, slug: str) -> list[Line]:
    """Whoever works here and gets no messages does not hear of what is owed."""
    number, oldest = waiting.to_staff
    if oldest is None:
        return []
    text = ngettext("%(n)d message to staff did not arrive", "%(n)d messages to staff did not arrive", number)
    note = _("Somebody's sign-in address does not work, or was closed.")
    age = (timezone.localdate() - _day(oldest)).days
    return [Line(text % {"n": number}, f"/{slug}/outbox/?state=held", note, age=age)]


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _headed(message: Message, names: Mapping[int, str]) -> str:
    """Whom to ring comes first."""
    name = names.get(message.to_person or 0)
    return f"{name}: {message.subject}" if name else message.subject


def _register(slug: str) -> Section:
    """The register says itself what runs out there, person by person."""
    line = Line(_("The register: reviews and permissions that run out, people to welcome"), f"/{slug}/people/")
    return Section("register", _("The register"), [line], "")


def _bids(slug: str) -> Section:
    """Their list says first which are owed a look; those who answer for them are written to by the daily tasks."""
    line = Line(_("What each promised to people, and which are owed a look"), f"/{slug}/candour/bids/")
    return Section("bids", _("Funding bids"), [line], "")


@dataclass(frozen=True)
class AgeRow:
    name: str
    numbers: Sequence[Any]


@dataclass(frozen=True)
class Ages:
    """What is owed by age band: altogether, and by the teams who owe the oldest answers."""

    bands: Sequence[Any]
    bars: Sequence[parts.Bar]
    rows: Sequence[AgeRow]  # the teams that owe most of what is oldest
    teams: int  # that owe anything
    nobody: Sequence[Unit]  # of those, where nobody answers
    to_do: voice.ToDo
    tasks: Ran
    closes: Sequence[OnDesk]


BANDS = {
    "0-6": gettext_lazy("Under 6 weeks"),
    "6-12": gettext_lazy("6 to 12 weeks"),
    "over-12": gettext_lazy("Over 12 weeks"),
}


def _oldest_first(owed: Sequence[voice.UnitAges]) -> list[voice.UnitAges]:
    return sorted(owed, key=lambda row: tuple(-row.counts[band] for band in reversed(BANDS)))


def ages(actor: Actor, today: date, slug: str) -> Ages:
    owed, nobody, to_do, also = voice.ages_and_to_do(
        actor, today, tasks_ran=runs.asked(TASKS), **asked_for_desk(actor, today)
    )
    totals = voice.ages_of(owed)
    return Ages(
        bands=list(BANDS.values()),
        bars=[
            parts.Bar(label, totals[band], level=level, url=f"/{slug}/voices/?age={band}")
            for level, (band, label) in enumerate(BANDS.items(), 1)
        ],
        rows=[AgeRow(row.unit.name, [row.counts[band] for band in BANDS]) for row in _oldest_first(owed)[:TEAMS]],
        teams=len(owed),
        nobody=nobody,
        to_do=to_do,
        tasks=ran(also.get("tasks_ran"), timezone.now()),
        closes=read_for_desk(also),
    )
