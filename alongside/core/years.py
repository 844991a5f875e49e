"""Years as an organisation counts them: from January, or from the month in which its financial year starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .dates import year_bounds, year_of

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
        """The one that was asked for, or the present one. `ahead`: years to come that can be asked for."""
        now = year_of(today, starts_month)
        is_number = asked.isascii() and asked.isdigit() and len(asked) <= DIGITS
        number = int(asked) if is_number and now - BACK <= int(asked) <= now + ahead else now
        return cls(number, *year_bounds(number, starts_month))

    def beside(self, today: date, ahead: int = 0) -> list[Year]:
        """The year before and the year after, where they can be asked for."""
        month = self.starts.month
        found = [(number, Year.of(str(number), today, month, ahead)) for number in (self.number - 1, self.number + 1)]
        return [year for number, year in found if year.number == number]
