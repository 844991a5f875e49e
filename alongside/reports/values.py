"""What was counted, as values: they can be written down as they are and read again in five years. Pure.

A `Row` is one number with what it is of; a `Counted` is one figure with how it was counted, in the words in which that
was said then; `Sheet` is all of a period. Nothing in here leads to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

DECISIONS, THINGS, DAYS, WORKING_DAYS, PEOPLE, PERCENT, HOURS = (
    *("decisions", "things", "days", "working_days"),
    *("people", "percent", "hours"),
)
MOST_REASONS = 10  # of what was let through, below its figure: the newest of each kind


@dataclass(frozen=True)
class Row:
    """`number` None: nothing can be said; `why` is said in its place. `rounded`: down, so that nobody can be worked
    out; with `number` 0 there were fewer than `step`."""

    key: str
    words: str
    number: float | None
    of: int | None = None
    measure: str = THINGS
    step: int = 0  # 0: exact
    why: str = ""

    @property
    def rounded(self) -> bool:
        return self.step > 0

    @property
    def few(self) -> bool:
        return self.step > 0 and not self.number

    @property
    def share(self) -> int | None:
        """In a hundred."""
        if self.number is None or not self.of or self.rounded:
            return None
        return round(100 * self.number / self.of)


@dataclass(frozen=True)
class Counted:
    slug: str
    title: str
    how: str  # how it is counted, in plain words
    rows: tuple[Row, ...]

    def row(self, key: str) -> Row:
        return next(row for row in self.rows if row.key == key)


@dataclass(frozen=True)
class Part:
    slug: str
    title: str
    figures: tuple[Counted, ...]


@dataclass(frozen=True)
class Sheet:
    """The figures of one period, of an organisation or of one of its units with all below it."""

    period: str  # as it stands in an address: core/periods.py
    period_name: str
    first: str
    last: str
    unit: str  # its code; empty for the whole
    unit_name: str
    counted_on: str  # the day
    counted_at: str  # and the time of day, as the organisation's clocks show it
    parts: tuple[Part, ...]

    def figure(self, slug: str) -> Counted:
        return next(each for part in self.parts for each in part.figures if each.slug == slug)

    @property
    def nothing(self) -> bool:
        """Not one number but 0, of nothing; and of people at most so few that their number is not said."""
        return not any(row.number or row.of for part in self.parts for one in part.figures for row in one.rows)

    @property
    def weight(self) -> float:
        """How many things were counted."""
        rows = (row for part in self.parts for one in part.figures for row in one.rows)
        return sum(row.number or 0 for row in rows if row.measure in (DECISIONS, THINGS))

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Sheet:
        parts = tuple(
            Part(
                part["slug"],
                part["title"],
                tuple(
                    Counted(one["slug"], one["title"], one["how"], tuple(Row(**row) for row in one["rows"]))
                    for one in part["figures"]
                ),
            )
            for part in plain["parts"]
        )
        return cls(**{**plain, "parts": parts})
