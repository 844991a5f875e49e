"""Which counts of a large organisation were looked at lately, so that they can be counted before somebody asks again
(docs/decisions/0042). That they were looked at on a day is all that is known, and it is forgotten after a few. Of a
very large one those that anybody is likely to choose next are counted too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.conf import settings as installed
from django.core.cache import cache
from django.utils.translation import get_language

from alongside.core import periods
from alongside.core.periods import Period
from alongside.organisation.models import Organisation, Settings
from alongside.organisation.queries.tree import UnitThen, tree_on

from .scope import Scope

REMEMBERED = timedelta(days=3)  # over a weekend
MOST = 200
# Of one count, in plain values that outlive a new version of the program, the day on which it was last looked at.
Days = dict[tuple[Any, ...], date]


class LookedAt(NamedTuple):
    name: str
    language: str
    period: Period
    units: frozenset[int] | None
    unit: UnitThen | None

    @property
    def plain(self) -> tuple[Any, ...]:
        units = None if self.units is None else tuple(sorted(self.units))
        unit = None if self.unit is None else astuple(self.unit)
        return self.name, self.language, astuple(self.period), units, unit

    @classmethod
    def of_plain(
        cls, name: str, language: str, period: tuple[Any, ...], units: tuple[int, ...] | None, unit: Any
    ) -> LookedAt:
        chosen = None if units is None else frozenset(units)
        return cls(name, language, Period(*period), chosen, None if unit is None else UnitThen(*unit))

    def scope(self, organisation: Organisation, settings: Settings, today: date) -> Scope:
        tree = tree_on(organisation, self.period.first, min(self.period.last, today))
        return Scope(organisation, settings, self.period, today, tree, self.units, self.unit)


def register_of(organisation: Organisation) -> str:
    return f"reports:looked-at:{organisation.pk}"


def note(organisation: Organisation, known: Days | None, name: str, scopes: Iterable[Scope]) -> None:
    """`known`: what the register says now. It is written once a day for each count. Where two are written at once one
    is forgotten, until it is looked at again."""
    days = known or {}
    language = get_language() or ""
    looked = {LookedAt(name, language, one.period, one.units, one.unit).plain: one.today for one in scopes}
    if any(days.get(one) != today for one, today in looked.items()):
        newest = sorted({**days, **looked}.items(), key=lambda each: each[1], reverse=True)[:MOST]
        cache.set(register_of(organisation), dict(newest), REMEMBERED.total_seconds())


def lately(organisation: Organisation, today: date) -> list[LookedAt]:
    days: Days = cache.get(register_of(organisation)) or {}
    return [LookedAt.of_plain(*one) for one, day in days.items() if day > today - REMEMBERED]


def at_hand(settings: Settings, today: date) -> list[LookedAt]:
    """The map and the figures of all the organisation, of each month, quarter and year since the last year began, with
    the one before, which stands beside the first; and the map of the next year, for what is on the calendar."""
    starts = settings.year_starts_month
    since = periods.of_day(periods.YEAR, today, starts).before.first
    found = [each for kind in periods.KINDS for each in _back(periods.of_day(kind, today, starts), since)]
    maps = [*found, periods.of_day(periods.YEAR, today, starts).after]
    language = installed.LANGUAGE_CODE
    every = [("figures", each) for each in found] + [("map", each) for each in maps]
    return [LookedAt(name, language, period, None, None) for name, period in every]


def _back(period: Period, since: date) -> Iterable[Period]:
    yield period
    while period.first >= since:
        period = period.before
        yield period
