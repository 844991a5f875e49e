"""Seats for lived experience on a day, and terms on them: for figures and for the lists behind them. No names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from alongside.core.actor import Actor

from .. import rules
from ..models import Capacity, Seat, SeatHolder
from .seats import holding_on, seats_on

FILLED, VACANT, VOTES, CHAIRS = "filled", "vacant", "votes", "chairs"
STANDING = {
    FILLED: Q(held=True),
    VACANT: Q(held=False),
    VOTES: Q(held=True, voting=True),
    CHAIRS: Q(held=True, capacity=Capacity.CHAIR),
}


@dataclass(frozen=True)
class LivedSeat:
    body: int  # its number
    unit: int
    held: bool
    votes: bool
    chairs: bool
    empty_since: date | None


def _lived_on(on: date) -> QuerySet[Any]:
    """Bodies that were over by that day are left out."""
    return seats_on(on).filter(lived_experience=True)


def lived_seats_on(here: Q, on: date) -> list[LivedSeat]:
    """Of every body at once. `here` speaks of the bodies, `forum__unit__in`."""
    rows = _lived_on(on).filter(here).order_by("id")
    return [_seat(seat) for seat in rows.select_related("forum")]


def _seat(seat: Seat) -> LivedSeat:
    held, last = seat.held, seat.last  # type: ignore[attr-defined]
    since = None if held else max(filter(None, [seat.since, last]))
    return LivedSeat(seat.forum_id, seat.forum.unit_id, held, seat.voting, seat.capacity == Capacity.CHAIR, since)


def lived_seats_for(actor: Actor, on: date) -> QuerySet[Any]:
    """The same as rows, each with the number of the `term` on it that day, and `stood_since`: since when it was held
    by then, or empty."""
    if not rules.may_see_seats(actor):
        return Seat.objects.none()
    term = holding_on(on).filter(seat=OuterRef("pk")).order_by("-since", "-pk")
    rows = _lived_on(on).filter(organisation=actor.organisation_id).select_related("forum__unit")
    rows = rows.annotate(term=Subquery(term.values("pk")[:1]), held_since=Subquery(term.values("since")[:1]))
    empty_since = Greatest(F("since"), Coalesce(F("last"), F("since")))
    found: QuerySet[Any] = rows.annotate(stood_since=Case(When(held=True, then=F("held_since")), default=empty_since))
    return found


def terms_on(rows: Iterable[Any]) -> list[SeatHolder]:
    """Who sat on these seats that day."""
    numbers = [row.term for row in rows if row.term]
    return list(SeatHolder.objects.filter(pk__in=numbers).select_related("person", "user"))


def lived_terms(here: Q) -> QuerySet[Any]:
    """Terms on seats for lived experience, each with `over`: the first day without whoever sat there. `here` speaks of
    a term."""
    rows = SeatHolder.objects.filter(here, seat__lived_experience=True)
    return rows.annotate(over=Coalesce(F("ended_on"), F("until")))


def lived_terms_for(actor: Actor) -> QuerySet[Any]:
    if not rules.may_see_seats(actor):
        return SeatHolder.objects.none()
    rows = lived_terms(Q(organisation=actor.organisation_id))
    return rows.select_related("seat__forum__unit", "person", "user")
