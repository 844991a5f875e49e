"""Whether something is said more often than before, or only seems so. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb

SURE = 0.05  # of all that are compared on one page together
FEWEST = 5  # times in the newer weeks: below that a rise is a handful of people


@dataclass(frozen=True)
class Counted:
    """`now` of `all_now` that were marked at all, against `before` of `all_before` in as many weeks before."""

    now: int
    all_now: int
    before: int
    all_before: int

    @property
    def chance(self) -> float:
        """How often so many of them, or more, would fall into the newer weeks if nothing had changed (Fisher's exact
        test, one side). Marks are counted among what was marked: whoever marks more does not make anything rise.
        """
        return at_least(self.now, self.all_now, self.now + self.before, self.all_now + self.all_before)

    @property
    def more(self) -> bool:
        return self.now * self.all_before > self.before * self.all_now


def at_least(found: int, drawn: int, right: int, total: int) -> float:
    """Of `total`, `right` are of the kind; `drawn` are taken: the chance of `found` or more of the kind among them."""
    ways = comb(total, drawn)
    hit = sum(comb(right, n) * comb(total - right, drawn - n) for n in range(found, min(right, drawn) + 1))
    return hit / ways if ways else 1.0


def rising(counted: Iterable[Counted]) -> list[bool]:
    """For each, in the same order. The more are compared, the surer one must be of each."""
    rows = list(counted)
    needed = SURE / max(len(rows), 1)
    return [row.now >= FEWEST and row.more and row.chance <= needed for row in rows]
