"""What a count of yes, no and pass says, in words that do not say more than it does. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

NEARLY = 0.8  # of those who said yes or no
EACH_SIDE = 0.3
FEWEST = 5  # who said yes or no, before anything is said about them all
Z = 1.96  # of 95 in 100


@dataclass(frozen=True)
class Tally:
    """One statement: how many agreed, disagreed and passed, of so many who took part."""

    code: str
    words: str
    agree: int
    disagree: int
    passed: int
    took_part: int

    @property
    def decided(self) -> int:
        """Said yes or no."""
        return self.agree + self.disagree

    @property
    def not_seen(self) -> int:
        return max(self.took_part - self.decided - self.passed, 0)

    @property
    def share(self) -> float | None:
        """Who agreed, of those who said yes or no; None when nobody did."""
        return self.agree / self.decided if self.decided else None

    @property
    def between(self) -> tuple[float, float] | None:
        """Where the share would lie if many more like these had answered (Wilson's interval, 95 in 100)."""
        return wilson(self.agree, self.decided) if self.decided else None

    @property
    def together(self) -> bool:
        """Nearly everyone says the same, yes or no."""
        return self.decided >= FEWEST and max(self.agree, self.disagree) >= NEARLY * self.decided

    @property
    def apart(self) -> bool:
        """Both sides are large: people differ."""
        return self.decided >= FEWEST and min(self.agree, self.disagree) >= EACH_SIDE * self.decided


@dataclass(frozen=True)
class Found:
    """Both beside each other: what nearly everyone says and where people differ; then what is neither."""

    together: Sequence[Tally]
    apart: Sequence[Tally]
    between: Sequence[Tally]  # neither
    too_few: Sequence[Tally]  # nothing can be said yet


def sorted_out(tallies: Iterable[Tally]) -> Found:
    """The clearest first; among equals the one that more people answered."""
    rows = sorted(tallies, key=lambda row: (-abs((row.share or 0.5) - 0.5), -row.decided, row.code))
    together = [row for row in rows if row.together]
    apart = [row for row in reversed(rows) if row.apart]
    rest = [row for row in rows if not row.together and not row.apart]
    return Found(together, apart, [r for r in rest if r.decided >= FEWEST], [r for r in rest if r.decided < FEWEST])


def wilson(yes: int, of: int, z: float = Z) -> tuple[float, float]:
    """The interval of Wilson (1927) for a share: between 0 and 1, also for few."""
    share = yes / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return max((middle - spread) / whole, 0.0), min((middle + spread) / whole, 1.0)
