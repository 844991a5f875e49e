"""What this room knows that signs of tokenism are looked for in: for `candour`. Counts and codes, no names.

A few questions for one decision or for a year alike. Which of it is a sign is not said here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, IntegerField, Min, OuterRef, Q, Sum

from alongside.decisions.queries.signs import Chosen

from ..models import Attendance, Opportunity, Paper
from ..models.opportunities import CANCELLED
from .sign_lines import DECISION, HELD, Line, lines_in


@dataclass
class Asked:
    """A decision about which people were asked, and what is known of it."""

    code: str
    state: str
    decided_on: date | None
    first_asked: date
    trigger: str
    scope: bool = True  # what can change, what is fixed, who decides: all of it is written
    expected: int = 0  # places at sessions, of which it is written down who came
    came: int = 0
    last_came: date | None = None
    known_items: int = 0  # on agendas: it is known who raised them
    raised: int = 0  # by contributors
    planning: int = 0  # people with a part in planning it
    doing: int = 0  # and in doing it or looking back at it


class Advert(NamedTuple):
    """An opportunity that was opened."""

    code: str
    decision: int
    seats: int
    reading: bool  # there are papers
    no_time: bool  # no time for preparation is offered
    unpaid: bool | None  # preparation is said not to be paid; None: nothing is said, or there is none


class PaperSent(NamedTuple):
    """A paper of a session that is over."""

    session: str
    decision: int
    held_on: date
    sent_on: date | None
    same: bool


class Bid(NamedTuple):
    """A decision for a funding bid. `notice`: the longest that was given of it, in working days."""

    decision: int
    code: str
    decided_on: date | None
    notice: int | None


@dataclass(frozen=True)
class Panel:
    decision: str
    lived: int
    members: int


@dataclass(frozen=True)
class Arranged:
    """What somebody needed at sessions that are over."""

    all: int = 0
    not_met: int = 0
    said: int = 0  # not met, in the person's own word
    sessions: tuple[str, ...] = ()  # those in which it was not met
    said_sessions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hours:
    """Hours of a year by how many people gave them, the most first. No names; whoever shows a number of people of it
    rounds it first."""

    minutes: tuple[int, ...] = ()
    first_timers: int = 0


@dataclass(frozen=True)
class Involved:
    asked: dict[int, Asked] = field(default_factory=dict)  # by decision
    adverts: tuple[Advert, ...] = ()
    papers: tuple[PaperSent, ...] = ()
    panels: tuple[Panel, ...] = ()
    arranged: Arranged = field(default_factory=Arranged)
    choices: int = 0
    differing: tuple[str, ...] = ()  # decisions whose panel chose otherwise than its contributors
    bids: tuple[Bid, ...] = ()


def involved_in(chosen: Chosen) -> Involved:
    """In two questions, for one decision and for a year of them."""
    asked, adverts = _asked(chosen)
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in lines_in(chosen):
        lines[line.what].append(line)
    for line in lines["came"]:
        if one := asked.get(line.decision):
            one.expected, one.came, one.last_came = line.all, line.found, line.day
    for line in lines["agenda"]:
        if one := asked.get(line.decision):
            one.known_items, one.raised = line.all, line.found
    for line in lines["roles"]:
        if one := asked.get(line.decision):
            one.planning, one.doing = line.all, line.found
    return Involved(
        asked,
        adverts,
        papers=tuple(map(_paper, lines["paper"])),
        panels=tuple(Panel(line.code, line.found, line.all) for line in lines["panel"]),
        arranged=_arranged(lines["arranged"], lines["said"]),
        choices=len(lines["choice"]),
        differing=tuple(line.code for line in lines["choice"] if line.found),
        bids=tuple(Bid(line.decision, line.code, line.day, line.notice) for line in lines["bid"]),
    )


def _paper(line: Line) -> PaperSent:
    assert line.day is not None  # of its session, which has one
    return PaperSent(line.code, line.decision, line.day, line.other_day, bool(line.found))


def _arranged(every: Iterable[Line], said: Iterable[Line]) -> Arranged:
    """Over the sessions in which somebody needed something."""
    every, theirs = list(every), [line for line in said if line.found]
    return Arranged(
        all=sum(line.all for line in every),
        not_met=sum(line.found for line in every),
        said=sum(line.found for line in theirs),
        sessions=tuple(line.code for line in every if line.found),
        said_sessions=tuple(line.code for line in theirs),
    )


def _asked(chosen: Chosen) -> tuple[dict[int, Asked], tuple[Advert, ...]]:
    """In an opportunity that was opened, or by a place that was offered without one."""
    whole = ~Q(can_change="") & ~Q(decider="") & (~Q(decision__fixed_part="") | ~Q(request__fixed_part=""))
    papers = Paper.objects.filter(meeting__opportunity=OuterRef("pk"), meeting__cancelled_on__isnull=True)
    rows = Opportunity.objects.filter(chosen.among("decision__")).exclude(state=CANCELLED).order_by("id")
    rows = rows.annotate(
        offered=Min("places__offered_on"),
        scope=ExpressionWrapper(whole, output_field=BooleanField()),
        reading=Exists(papers),
    )
    found: dict[int, Asked] = {}
    adverts: list[Advert] = []
    facts = ("decision__code", "decision__state", "decision__decided_on", "decision__trigger")
    own = ("decision_id", "code", "seats", "prep_minutes", "prep_paid", "opened_on", "offered", "scope", "reading")
    for row in rows.values_list(*own, *facts).iterator():
        pk, code, seats, prep, paid, opened, offered, scope, reading = row[: len(own)]
        days = [day for day in (opened, offered) if day]
        if not days:
            continue
        named, state, decided, trigger = row[len(own) :]
        one = found.get(pk) or Asked(named, state, decided, min(days), trigger)
        found[pk] = one
        one.first_asked = min(one.first_asked, *days)
        one.scope = one.scope and scope
        unpaid = None if paid is None or not prep else not paid
        adverts.append(Advert(code, pk, seats, reading, not prep, unpaid))
    return found, tuple(adverts)


def hours_of(chosen: Chosen) -> Hours:
    """Of the sessions that were held in those days: a whole year of them, whatever they were about."""
    rows = Attendance.objects.filter(HELD, chosen.here(f"{DECISION}__"), came=True)
    year = rows.filter(meeting__held_on__range=(chosen.first, min(chosen.last, chosen.today))).order_by()
    people = year.values(who=F("place__person")).annotate(n=Sum(F("minutes") + F("prep_minutes")))
    # After the sum: before it it is asked once for each session, and not for each person.
    earlier = Attendance.objects.filter(came=True, place__person=OuterRef("who"), meeting__held_on__lt=chosen.first)
    found = list(people.annotate(earlier=Exists(earlier, output_field=IntegerField())).values_list("n", "earlier"))
    minutes = sorted((n for n, _earlier in found), reverse=True)
    return Hours(tuple(minutes), sum(not earlier for _n, earlier in found))
