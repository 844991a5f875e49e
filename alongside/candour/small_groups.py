"""What a small group may say of itself so that nobody in it can be worked out. Pure.

Two rules. Under the least number nothing is said at all. And where all but one, or all, said the same, it is only said
that *at least* all but one did: if five of five say “no”, whoever knows the five would know what each of them said.
So nobody who reads it can be sure of anybody, whatever they know of who was there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
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
