"""Turns of the last twelve months: places that somebody took up, evened out by the draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people.models import ACTIVE, Person

from .. import rules
from ..models import Interest, Place
from ..models.opportunities import CANCELLED
from ..models.places import ACCEPTED, WITHDRAWN


def year_before(day: date) -> date:
    return _other_year(day, -1)


def year_after(day: date) -> date:
    return _other_year(day, 1)


def _other_year(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)


def turns_of(people: Iterable[int] | QuerySet[Any], on: date, *, besides: int | None = None) -> dict[int, list[date]]:
    """By person, the day of each turn, the oldest first. `besides`: places of this opportunity do not count.

    A turn is a place that was taken up: they came, or said yes and nobody has written down yet who came. Giving a
    place back costs no turn, nor does a place in something that was cancelled.
    """
    rows = Place.objects.filter(person__in=people, state__in=[ACCEPTED, WITHDRAWN]).exclude(opportunity=besides)
    rows = rows.exclude(opportunity__state=CANCELLED).order_by()
    rows = rows.annotate(
        came_on=Max("attendances__meeting__held_on", filter=Q(attendances__came=True)),
        written=Count("attendances"),
    )
    found: dict[int, list[date]] = {}
    for person, state, said_yes, came_on, written in rows.values_list(
        "person", "state", "answered_on", "came_on", "written"
    ):
        day = came_on or (said_yes if state == ACCEPTED and not written else None)
        if day is not None and year_before(on) < day:
            found.setdefault(person, []).append(day)
    return {person: sorted(days) for person, days in found.items()}


@dataclass(frozen=True)
class TurnFigures:
    """How a year of seats is shared out. `people`: those who wanted a turn, or had one. Numbers and no names."""

    people: int
    seats: int
    none: int  # wanted a turn and had none
    usual: int  # what most people had
    most: int
    busiest: int  # how many people a tenth of them are
    busiest_seats: int

    @property
    def busiest_in_100(self) -> int:
        return round(100 * self.busiest_seats / self.seats) if self.seats else 0


def _wanting(organisation_id: int, on: date) -> QuerySet[Person]:
    """Everybody on the register who said that they were interested, or took a place, in the past year."""
    since = year_before(on)
    wanted = Interest.objects.filter(said_on__gt=since, opportunity__organisation=organisation_id).values("person")
    held = Place.objects.filter(organisation=organisation_id, offered_on__gt=since, state=ACCEPTED).values("person")
    rows = Person.objects.filter(organisation=organisation_id, state=ACTIVE)
    return rows.filter(Q(pk__in=wanted) | Q(pk__in=held))


def turn_figures(organisation_id: int, on: date) -> TurnFigures:
    people = list(_wanting(organisation_id, on).values_list("pk", flat=True))
    turns = turns_of(people, on)
    counts = sorted((len(turns.get(pk, ())) for pk in people), reverse=True)
    busiest = -(-len(counts) // 10)
    usual = Counter(counts).most_common(1)[0][0] if counts else 0
    return TurnFigures(
        people=len(counts),
        seats=sum(counts),
        none=counts.count(0),
        usual=usual,
        most=max(counts, default=0),
        busiest=busiest,
        busiest_seats=sum(counts[:busiest]),
    )


def shared_out(actor: Actor, on: date) -> TurnFigures:
    """For those who run involvement and for the board: a whole organisation, so that nobody can be worked out."""
    if not (actor.can(Permission.RUN_INVOLVEMENT) or actor.can(Permission.SEE_BOARD)):
        raise NotYours
    return turn_figures(actor.organisation_id or 0, on)


@dataclass(frozen=True)
class Turns:
    """One person's year. Not their limits: those are theirs alone."""

    person: Person
    days: list[date]

    @property
    def last_on(self) -> date | None:
        return self.days[-1] if self.days else None


def turns_by_person(actor: Actor, on: date) -> list[Turns]:
    """Only for those who run involvement. Those who wait longest come first."""
    if not rules.may_run(actor):
        raise NotYours
    people = list(_wanting(actor.organisation_id or 0, on))
    turns = turns_of([person.pk for person in people], on)
    found = [Turns(person, turns.get(person.pk, [])) for person in people]
    return sorted(found, key=lambda each: (len(each.days), each.last_on or date.min, each.person.code))
