"""What stands in the open data, as values. Pure.

`OpenCounts` is what was counted, exact: nobody outside reads it. It can be written down as it is when a period is
closed. `OpenRow` is one line of what anybody can take away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .map_values import Line
from .open_measures import PEOPLE

ALL = "all"
EXACT, ROUNDED, HIDDEN = "exact", "rounded", "suppressed"
COLUMNS = ("measure", "level", "kind", "what", "period", "status", "at_least", "at_most")


@dataclass(frozen=True)
class Counted:
    """So many, in one month. `kind` is a kind of decision, `what` what became of them; both may be empty."""

    measure: str
    level: str
    kind: str
    what: str
    month: str
    number: int


@dataclass(frozen=True)
class OpenCounts:
    period: str
    period_name: str
    first: str
    last: str
    starts_month: int
    counted_on: str
    step: int  # the organisation's threshold for outside, and never less than ten
    levels: tuple[Line, ...]
    kinds: tuple[Line, ...]
    counts: tuple[Counted, ...]
    people: int  # different people who came to something in the year
    # By measure: the day on which it was counted, where it stays as it stood in an earlier version.
    kept_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        return sum(one.number for one in self.counts)

    def as_plain(self) -> dict[str, Any]:
        """Counts as short rows: there may be thousands."""
        rows = [[one.measure, one.level, one.kind, one.what, one.month, one.number] for one in self.counts]
        lines = {name: [vars(line) for line in getattr(self, name)] for name in ("levels", "kinds")}
        return {**vars(self), **lines, "counts": rows}

    def keeping(self, measure: str, then: OpenCounts) -> OpenCounts:
        """With that measure as it was counted then."""
        others = tuple(one for one in self.counts if one.measure != measure)
        return replace(
            self,
            counts=(*others, *(one for one in then.counts if one.measure == measure)),
            levels=(*self.levels, *(line for line in then.levels if line not in self.levels)),
            people=then.people if measure == PEOPLE else self.people,
            kept_from={**self.kept_from, measure: then.kept_from.get(measure, then.counted_on)},
        )

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> OpenCounts:
        lines = {name: tuple(Line(**line) for line in plain[name]) for name in ("levels", "kinds")}
        return cls(**{**plain, **lines, "counts": tuple(Counted(*row) for row in plain["counts"])})


@dataclass(frozen=True)
class OpenRow:
    """`at_least` and `at_most` are the same where it is exact, and nothing where it is hidden."""

    measure: str
    level: str
    kind: str
    what: str
    period: str
    status: str
    at_least: int | None
    at_most: int | None

    @property
    def cells(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in COLUMNS)
