"""Years as an organisation counts them: from January, or from the month in which its financial year starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .dates import year_bounds, year_of
from .errors import NotYours

BACK = 10  # years that can be asked for
DIGITS = 4


@dataclass(frozen=True)
class Year:
    """`number`: the calendar year in which it began. `starts`, `ends`: its first and last day."""

    number: int
    starts: date
    ends: date

    @property
    def name(self) -> str:
        return str(self.number) if self.starts.month == 1 else f"{self.number}–{(self.number + 1) % 100:02}"

    @classmethod
    def of(cls, asked: str, today: date, starts_month: int, ahead: int = 0) -> Year:
        """The one that was asked for; where none was, the present one. What is no year, or cannot be asked for, is an
        unknown address: the present year in its place would be taken for it. `ahead`: years to come."""
        if not asked:
            return cls._at(year_of(today, starts_month), starts_month)
        is_number = asked.isascii() and asked.isdigit() and len(asked) <= DIGITS
        if not is_number or int(asked) not in _offered(today, starts_month, ahead):
            raise NotYours
        return cls._at(int(asked), starts_month)

    @classmethod
    def _at(cls, number: int, starts_month: int) -> Year:
        return cls(number, *year_bounds(number, starts_month))

    def beside(self, today: date, ahead: int = 0) -> list[Year]:
        """The year before and the year after, where they can be asked for."""
        month = self.starts.month
        offered = _offered(today, month, ahead)
        return [self._at(number, month) for number in (self.number - 1, self.number + 1) if number in offered]


def _offered(today: date, starts_month: int, ahead: int) -> range:
    """The years that can be asked for."""
    now = year_of(today, starts_month)
    return range(now - BACK, now + ahead + 1)
