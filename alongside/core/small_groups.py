"""What a small group may say of itself so that nobody in it can be worked out. Pure.

Two rules. Under the least number nothing is said at all. And where all but one, or all, said the same, it is only said
that *at least* all but one did: if five of five say “no”, whoever knows the five would know what each of them said.
So nobody who reads it can be sure of anybody, whatever they know of who was there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Said:
    """Of `of` people at least `least` and at most `most` said yes."""

    of: int
    least: int
    most: int

    @property
    def exact(self) -> bool:
        return self.least == self.most

    def __add__(self, other: Said) -> Said:
        return Said(self.of + other.of, self.least + other.least, self.most + other.most)


@dataclass(frozen=True)
class Spread:
    """How many of `of` people chose each; `unsaid` of them are not shown where they are."""

    of: int
    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def unsaid(self) -> int:
        return self.of - sum(self.counts.values())

    def __add__(self, other: Spread) -> Spread:
        every = sorted({*self.counts, *other.counts})
        return Spread(
            self.of + other.of, {each: self.counts.get(each, 0) + other.counts.get(each, 0) for each in every}
        )


def said(answers: Iterable[bool], least: int) -> Said | None:
    """Nothing under `least` answers."""
    given = list(answers)
    number, yes = len(given), sum(given)
    if number < least:
        return None
    if yes <= 1:
        return Said(number, 0, 1)
    if yes >= number - 1:
        return Said(number, number - 1, number)
    return Said(number, yes, yes)


def spread(answers: Iterable[int], least: int) -> Spread | None:
    given = list(answers)
    number = len(given)
    if number < least:
        return None
    counts = {each: given.count(each) for each in sorted(set(given))}
    for each, count in counts.items():
        if count >= number - 1:
            return Spread(number, {each: number - 1})
    return Spread(number, counts)


Part = TypeVar("Part", Said, Spread)


def together(parts: Iterable[Mapping[Key, Part]]) -> dict[Key, Part]:
    """Only what is shown somewhere is added up: a total with more in it would give away the rest."""
    found: dict[Key, Part] = {}
    for part in parts:
        for key, value in part.items():
            found[key] = found[key] + value if key in found else value
    return found


@dataclass(frozen=True)
class Sided:
    """On which side `of` people stood: at least so many on each. `fine`: how many chose each answer, where that may be
    shown; nothing where nearly all stood on one side."""

    of: int
    sides: Mapping[str, int] = field(default_factory=dict)
    fine: Mapping[int, int] = field(default_factory=dict)

    @property
    def unsaid(self) -> int:
        return self.of - sum(self.sides.values())

    def __add__(self, other: Sided) -> Sided:
        fine = _summed(self.fine, other.fine) if self.fine and other.fine else {}
        return Sided(self.of + other.of, _summed(self.sides, other.sides), fine)


def _summed(one: Mapping[Key, int], other: Mapping[Key, int]) -> dict[Key, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in (*one, *(key for key in other if key not in one))}


def sided(counts: Mapping[int, int], side_of: Callable[[int], str], least: int) -> Sided | None:
    """Four who say “good” and one who says “very good” are all on one side: whoever knows the five knows that of each.
    So the rule about all but one is asked of the sides."""
    number = sum(counts.values())
    if number < least:
        return None
    sides: Counter[str] = Counter()
    for answer, count in counts.items():
        sides[side_of(answer)] += count
    for side, count in sides.items():
        if count >= number - 1:
            return Sided(number, {side: number - 1})
    return Sided(number, {side: n for side, n in sides.items() if n}, {each: n for each, n in counts.items() if n})


Counted = TypeVar("Counted")


def blocks(parts: Iterable[Counted], of: Callable[[Counted], int], least: int) -> list[list[Counted]]:
    """Parts in their order, put together until there are enough; what is left over at the end waits. Parts are only
    ever added, so a block that stood once stays as it is and nobody sees the difference that one part made."""
    found: list[list[Counted]] = []
    waiting: list[Counted] = []
    for part in parts:
        waiting.append(part)
        if sum(map(of, waiting)) >= least:
            found.append(waiting)
            waiting = []
    return found
