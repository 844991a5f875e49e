"""What is owed, counted for reminders: by the one who was named for it, and by unit once it is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Min, QuerySet

from alongside.organisation.models import Organisation, Unit

from ..models import Contribution

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Debt:
    """How many people wait, and since when the first of them does."""

    number: int
    oldest: date


def debts_by_owner(organisation: Organisation, today: date) -> list[tuple[int, Debt]]:
    """Each user who was named for something that is due within a week or late."""
    rows = _owed(organisation).filter(due_on__lte=today + SOON, owner__isnull=False, owner__is_active=True)
    counted = rows.values_list("owner").annotate(Count("pk"), Min("received_on")).order_by("owner")
    return [(owner, Debt(number, oldest)) for owner, number, oldest in counted]


def late_by_unit(organisation: Organisation, today: date) -> Iterator[tuple[Unit, Debt]]:
    """Each unit that owes an answer past its last day."""
    rows = _owed(organisation).filter(answer_by__lt=today)
    counted = {
        unit: Debt(n, oldest) for unit, n, oldest in rows.values_list("unit").annotate(Count("pk"), Min("received_on"))
    }
    for unit in Unit.objects.filter(pk__in=counted).order_by("path"):
        yield unit, counted[unit.pk]


def _owed(organisation: Organisation) -> QuerySet[Contribution]:
    return Contribution.objects.filter(organisation=organisation, owed=True).order_by()
