"""Who took part in a span of days: whoever came to a session that was held then."""

from __future__ import annotations

from datetime import date

from ..models import Attendance
from .sign_lines import HELD


def who_came_between(organisation_id: int, first: date, last: date) -> frozenset[int]:
    rows = Attendance.objects.filter(HELD, meeting__organisation=organisation_id, came=True)
    rows = rows.filter(meeting__held_on__range=(first, last)).order_by()
    return frozenset(rows.values_list("place__person", flat=True).distinct())
