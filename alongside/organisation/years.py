"""What stands by a quarter or a year, under its address. Rooms above join here when the program starts: each says
whether it has any. Then the year can begin in no other month: the address would name other days. And while it is
written down that from a later day it will, nothing new comes to stand so (docs/decisions/0046)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.core.periods import MONTH, Period

from .models import Settings
from .queries import settings_of

STANDS: list[Callable[[int], bool]] = []


def stands(organisation_id: int) -> bool:
    return any(each(organisation_id) for each in STANDS)


def moves_on(organisation_id: int, today: date) -> date | None:
    """From which later day the year begins in another month, as it is written down now."""
    now = settings_of(organisation_id, today).year_starts_month
    later = Settings.objects.filter(organisation=organisation_id, effective_on__gt=today).order_by("effective_on", "id")
    by_day = dict(later.values_list("effective_on", "year_starts_month"))  # of one day the last one holds
    return next((day for day, month in by_day.items() if month != now), None)


def check_settled(organisation_id: int, period: Period, today: date) -> None:
    """Before something of a quarter or a year is begun. A month is a month wherever the year begins."""
    day = None if period.kind == MONTH else moves_on(organisation_id, today)
    if day is not None:
        told = _(
            "From %(day)s your year begins in another month, and this would stand under other days. Take that change"
            " back in the settings, or wait until that day. What is of a month can be begun at any time."
        )
        raise Refused(told % {"day": long_day(day)})
