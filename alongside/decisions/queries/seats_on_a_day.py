"""Seats for lived experience on a day, of every body at once: for `reports`. No names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..models import Capacity, Seat
from .seats import seats_on


@dataclass(frozen=True)
class LivedSeat:
    body: int  # its number
    unit: int
    held: bool
    votes: bool
    chairs: bool
    empty_since: date | None


def lived_seats_on(here: Q, on: date) -> list[LivedSeat]:
    """`here` speaks of the bodies, `forum__unit__in`. Bodies that were over by that day are left out."""
    rows = seats_on(on).filter(here, lived_experience=True).order_by("id")
    return [_seat(seat) for seat in rows.select_related("forum")]


def _seat(seat: Seat) -> LivedSeat:
    held, last = seat.held, seat.last  # type: ignore[attr-defined]
    since = None if held else max(filter(None, [seat.since, last]))
    return LivedSeat(seat.forum_id, seat.forum.unit_id, held, seat.voting, seat.capacity == Capacity.CHAIR, since)
