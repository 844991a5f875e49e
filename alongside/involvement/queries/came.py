"""Who was there, for whoever asks them about it: those who came, not those who had a place."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max, Min, Q

from ..models import Attendance, PlaceRole


def _there(decisions: Collection[int], opportunities: Collection[int], meetings: Collection[int]) -> Q:
    return (
        Q(meeting__in=meetings)
        | Q(meeting__opportunity__in=opportunities)
        | Q(meeting__opportunity__decision__in=decisions)
    )


def who_came(decisions: Collection[int], opportunities: Collection[int], meetings: Collection[int]) -> set[int]:
    """To a session at least. Whoever was forgotten at their wish can be asked nothing any more."""
    rows = Attendance.objects.filter(_there(decisions, opportunities, meetings), came=True)
    return set(rows.filter(place__person__erased_on__isnull=True).values_list("place__person", flat=True))


def roles_agreed(
    decisions: Collection[int], opportunities: Collection[int], meetings: Collection[int]
) -> tuple[int, int] | None:
    """The least and the most that was agreed, for any stage, with those who came. None: nothing was."""
    there = Attendance.objects.filter(_there(decisions, opportunities, meetings), came=True)
    found = PlaceRole.objects.filter(place__in=there.values("place")).aggregate(least=Min("role"), most=Max("role"))
    return (found["least"], found["most"]) if found["most"] else None
