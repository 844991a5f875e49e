"""Who was asked about something, when, and who came before a day: for `candour`, which holds a bid against it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from alongside.core.actor import Actor

from ..models import Attendance, Opportunity, Place
from ..models.opportunities import CANCELLED
from .opportunities import opportunities_for


@dataclass(frozen=True)
class AskedLine:
    """One opportunity. `asked_on`: opened, or the first place offered; None where neither has happened."""

    code: str
    title: str
    decision: int
    asked_on: date | None
    places: int
    readable: bool  # for whoever looks


def _of(decisions: Collection[int], opportunities: Collection[int], way: str = "") -> Q:
    """`way` leads to the opportunity, `meeting__opportunity__`."""
    return Q(**{f"{way}pk__in": opportunities}) | Q(**{f"{way}decision__in": decisions})


def asked_lines(actor: Actor, decisions: Collection[int], opportunities: Collection[int]) -> list[AskedLine]:
    """What was opened for these, the earliest first; what nobody was asked by yet comes last."""
    rows = Opportunity.objects.filter(_of(decisions, opportunities)).exclude(state=CANCELLED).order_by("id")
    rows = rows.annotate(offered=Min("places__offered_on"), number=Count("places"))
    rows = rows.annotate(readable=Exists(opportunities_for(actor).filter(pk=OuterRef("pk"))))
    found = []
    for row in rows.only("code", "title", "decision", "opened_on"):
        days = [day for day in (row.opened_on, row.offered) if day]
        found.append(AskedLine(row.code, row.title, row.decision_id, min(days, default=None), row.number, row.readable))
    return sorted(found, key=lambda line: (line.asked_on is None, line.asked_on or date.max))


@dataclass(frozen=True)
class CameBefore:
    """Somebody who came to a session before a day. `role`: the largest part agreed with them, 0 where none was."""

    person: int
    asked_on: date
    role: int


def came_before(decisions: Collection[int], opportunities: Collection[int], day: date) -> list[CameBefore]:
    """Each person once, from the first day on which they were asked."""
    there = Attendance.objects.filter(
        _of(decisions, opportunities, "meeting__opportunity__"),
        came=True,
        meeting__held_on__lt=day,
        meeting__cancelled_on__isnull=True,
    ).exclude(meeting__opportunity__state=CANCELLED)
    found = there.order_by().values("place__person")
    found = found.annotate(first=Min("place__offered_on"), most=Max("place__roles__role"))
    rows = found.order_by("place__person").values_list("place__person", "first", "most")
    return [CameBefore(person, first, most or 0) for person, first, most in rows]


def asked_people(decisions: Collection[int], opportunities: Collection[int]) -> list[tuple[int, date]]:
    """Everybody who was offered a place, and when first. Whoever was forgotten can be asked nothing any more."""
    rows = Place.objects.filter(_of(decisions, opportunities, "opportunity__"), person__erased_on__isnull=True)
    found = rows.exclude(opportunity__state=CANCELLED).order_by().values("person").annotate(first=Min("offered_on"))
    return list(found.order_by("person").values_list("person", "first"))
