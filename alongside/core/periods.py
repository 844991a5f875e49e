"""Months, quarters and years, as an organisation counts them: its year may begin in any month.

In an address a month is `2026-10`, a quarter `2026-q3` (the third of the year that began in 2026), a year `2026`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .dates import add_months, year_bounds, year_of
from .errors import NotYours
from .years import BACK, Year

MONTH, QUARTER, YEAR = "month", "quarter", "year"
KINDS: dict[str, Any] = {
    MONTH: gettext_lazy("Month"),
    QUARTER: gettext_lazy("Quarter"),
    YEAR: gettext_lazy("Year"),
}
YEAR_MONTHS = 12
MONTHS = {MONTH: 1, QUARTER: 3, YEAR: YEAR_MONTHS}
SHAPE = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|q(?P<quarter>[1-4])))?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """`first` and `last` are its days; `starts_month`: in which month the organisation's year begins."""

    kind: str
    first: date
    last: date
    starts_month: int

    @property
    def slug(self) -> str:
        if self.kind == MONTH:
            return f"{self.first:%Y-%m}"
        year = year_of(self.first, self.starts_month)
        if self.kind == YEAR:
            return f"{year:04}"
        return f"{year:04}-q{(self.first.month - self.starts_month) % 12 // 3 + 1}"

    @property
    def name(self) -> str:
        if self.kind == YEAR:
            return Year(year_of(self.first, self.starts_month), self.first, self.last).name
        last = formats.date_format(self.last, "F Y")
        if self.kind == MONTH:
            return last
        shape = "F" if self.first.year == self.last.year else "F Y"
        return _("%(first)s to %(last)s") % {"first": formats.date_format(self.first, shape), "last": last}

    @property
    def before(self) -> Period:
        return self._at(add_months(self.first, -MONTHS[self.kind]))

    @property
    def after(self) -> Period:
        return self._at(self.last + timedelta(days=1))

    def _at(self, first: date) -> Period:
        return of_day(self.kind, first, self.starts_month)

    def is_over(self, today: date) -> bool:
        return self.last < today

    def back(self, number: int) -> Iterator[Period]:
        """So many up to this one, the oldest first."""
        found = [self]
        while len(found) < number:
            found.append(found[-1].before)
        return reversed(found)


def of_day(kind: str, day: date, starts_month: int) -> Period:
    """The one in which a day is."""
    if kind == YEAR:
        return Period(kind, *year_bounds(year_of(day, starts_month), starts_month), starts_month)
    first = day.replace(day=1)
    if kind == QUARTER:
        first = add_months(first, -((first.month - starts_month) % 3))
    return Period(kind, first, add_months(first, MONTHS[kind]) - timedelta(days=1), starts_month)


def read(asked: str, starts_month: int) -> Period | None:
    """What an address asks for; None when it is no period."""
    found = SHAPE.fullmatch(asked)
    if found is None or int(found["year"]) in (0, 9999):
        return None
    year = int(found["year"])
    if found["month"]:
        number = int(found["month"])
        return of_day(MONTH, date(year, number, 1), starts_month) if 1 <= number <= YEAR_MONTHS else None
    first = date(year, starts_month, 1)
    if found["quarter"]:
        return of_day(QUARTER, add_months(first, 3 * (int(found["quarter"]) - 1)), starts_month)
    return of_day(YEAR, first, starts_month)


def can_be_asked(period: Period, today: date, ahead: int = 0) -> bool:
    """None begins later than `ahead` years from now, and none earlier than years can be asked for."""
    latest = of_day(YEAR, today.replace(day=1), period.starts_month).last if ahead else today
    return period.first <= add_months(latest, 12 * ahead) and period.first.year >= today.year - BACK


def chosen(asked: str, kind: str, today: date, starts_month: int, ahead: int = 0) -> Period:
    """The one that was asked for; where none was, the present one of that kind. What is no period, or cannot be asked
    for, is an unknown address: another one in its place would be taken for it."""
    if not asked:
        return of_day(kind, today, starts_month)
    found = read(asked, starts_month)
    if found is None or not can_be_asked(found, today, ahead):
        raise NotYours
    return found
