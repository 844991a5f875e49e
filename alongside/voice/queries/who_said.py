"""Who said something under their name in a span of days: no words, and not what."""

from __future__ import annotations

from datetime import date

from ..models import Contribution


def who_said_something(organisation_id: int, first: date, last: date) -> frozenset[int]:
    """What was taken back since was said all the same."""
    rows = Contribution.objects.filter(organisation=organisation_id, received_on__range=(first, last))
    return frozenset(rows.filter(person__isnull=False).order_by().values_list("person", flat=True).distinct())
