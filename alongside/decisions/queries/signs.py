"""Which decisions a sign is looked for in, and what this room knows about them: for `candour`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ..models import DROPPED, NO_DAY, PLANNED, Decision, Trigger
from .seats import _there_on

FROM_OUTSIDE = (Trigger.FUNDING_BID, Trigger.INSPECTION, Trigger.STATUTORY)


@dataclass(frozen=True)
class Chosen:
    """One decision; or those of some days, in some units (None: in all). `today` is the day from which one looks."""

    organisation_id: int
    today: date
    first: date
    last: date
    units: frozenset[int] | None = None
    decision: int | None = None

    @property
    def one(self) -> bool:
        return self.decision is not None

    def among(self, way: str = "") -> Q:
        """`way` leads to a decision, `opportunity__decision__`. One without a day counts from when it was opened."""
        if self.one:
            return Q(**{f"{way}id": self.decision})
        dated = Q(**{f"{way}day__range": (self.first, self.last)})
        undated = Q(**{f"{way}day": NO_DAY, f"{way}opened_on__range": (self.first, self.last)})
        return self.here(way) & (dated | undated)

    def here(self, way: str = "") -> Q:
        found = Q(**{f"{way}organisation": self.organisation_id})
        return found if self.units is None else found & Q(**{f"{way}unit__in": self.units})


def decisions_in(chosen: Chosen) -> QuerySet[Decision]:
    return Decision.objects.filter(chosen.among()).exclude(state=DROPPED)


def still_open_in(chosen: Chosen) -> int:
    """Decisions that are not taken yet."""
    return decisions_in(chosen).filter(state=PLANNED).count()


@dataclass(frozen=True)
class BodySeats:
    """The seats of a body that has some for lived experience, on a day."""

    code: str
    lived: int
    lived_votes: int
    votes: int


def bodies_in(chosen: Chosen) -> list[BodySeats]:
    """Of the body that decides; or of all that work at the end of those days, and not later than today."""
    day = min(chosen.today, chosen.last)
    rows = _there_on(day)
    if chosen.one:
        rows = rows.filter(forum__in=decisions_in(chosen).values("forum"))
    else:
        rows = rows.filter(chosen.here("forum__"), Q(forum__ends_on__isnull=True) | Q(forum__ends_on__gte=day))
    found: dict[str, list[tuple[bool, bool]]] = {}
    for code, lived, votes in rows.order_by("forum", "id").values_list("forum__code", "lived_experience", "voting"):
        found.setdefault(code, []).append((lived, votes))
    return [body for code, seats in found.items() if (body := _body(code, seats)).lived]


def _body(code: str, seats: Collection[tuple[bool, bool]]) -> BodySeats:
    return BodySeats(
        code,
        lived=sum(lived for lived, _votes in seats),
        lived_votes=sum(lived and votes for lived, votes in seats),
        votes=sum(votes for _lived, votes in seats),
    )
