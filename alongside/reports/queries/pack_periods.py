"""Of which days somebody may open a pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from alongside.core import periods
from alongside.core.actor import Actor
from alongside.core.periods import Period
from alongside.core.years import BACK
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation

from ..models import BoardPack
from ..models.packs import ISSUED
from ..rules import packs as rules
from .closes import made_on


@dataclass(frozen=True)
class YearOfPacks:
    """A year with what has begun of it, the newest first."""

    year: Period
    quarters: Sequence[Period]
    months: Sequence[Period]


def can_be_asked(period: Period, today: date) -> bool:
    """Its days have begun, and it is of the years that can be asked for."""
    return period.first <= today and period.first.year >= today.year - BACK


def readable(actor: Actor, asked: Sequence[Period], today: date) -> list[Period]:
    """Those of them that the actor may open."""
    there = [each for each in asked if can_be_asked(each, today)]
    if rules.oversees(actor):
        return there
    given = BoardPack.objects.filter(organisation=actor.organisation_id, state=ISSUED)
    slugs = set(given.filter(period__in=[each.slug for each in there]).values_list("period", flat=True))
    return [each for each in there if each.slug in slugs]


def years_of(packs: QuerySet[BoardPack], starts_month: int) -> list[Period]:
    """Those of which there are packs, the newest first."""
    days = packs.order_by("-first").values_list("first", flat=True)
    return list(dict.fromkeys(periods.of_day(periods.YEAR, day, starts_month) for day in days))


def years_there(organisation: Organisation, today: date, starts_month: int) -> list[YearOfPacks]:
    """From the one in which the first decision was, or in which the organisation came here; the newest first."""
    first = _first_day(organisation, today)
    year = periods.of_day(periods.YEAR, today, starts_month)
    found = []
    while year.last >= first and can_be_asked(year, today):
        within = [_within(kind, year, first, today) for kind in (periods.QUARTER, periods.MONTH)]
        found.append(YearOfPacks(year, *within))
        year = year.before
    return found


def _first_day(organisation: Organisation, today: date) -> date:
    days = Decision.objects.filter(organisation=organisation, day__isnull=False).order_by("day")
    first: date | None = days.values_list("day", flat=True).first()
    return min(today, made_on(organisation), first or today)


def _within(kind: str, year: Period, first: date, today: date) -> list[Period]:
    at = periods.of_day(kind, min(year.last, today), year.starts_month)
    found = []
    while at.last >= max(year.first, first) and can_be_asked(at, today):
        found.append(at)
        at = at.before
    return found
