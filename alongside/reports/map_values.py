"""The map as a value: it can be written down as it is. Pure. Counts of decisions and of roles, never of one person.

There is no score. In each cell stands who was there, beside what it was worth: how early they were asked, which role
was agreed and which was lived, the seats, whose idea it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

AFTER, LATE, MONTHS, EARLY = "after", "late", "months", "early"
EARLIEST, LATEST = 84, 28  # days before it was decided


def band_of(days: int) -> str:
    """So many days before it was decided."""
    if days <= 0:
        return AFTER
    return LATE if days < LATEST else MONTHS if days < EARLIEST else EARLY


@dataclass(frozen=True)
class Presence:
    with_people: int = 0
    without: int = 0
    excepted: int = 0  # reserved, and taken without
    not_yet: int = 0

    @property
    def all(self) -> int:
        return self.with_people + self.without + self.excepted + self.not_yet

    @property
    def decided(self) -> int:
        return self.all - self.not_yet

    @property
    def nobody(self) -> bool:
        """Something was decided here, and nobody was in the room."""
        return self.decided > 0 and self.with_people == 0

    def __add__(self, other: Presence) -> Presence:
        return Presence(
            self.with_people + other.with_people,
            self.without + other.without,
            self.excepted + other.excepted,
            self.not_yet + other.not_yet,
        )


@dataclass(frozen=True)
class Cell:
    """Of one level and one kind of decision. `lived`: what those who took part say themselves, where it may be shown;
    `unsaid` of them chose a role that is not shown."""

    level: str
    kind: str
    presence: Presence
    before: Presence = field(default_factory=Presence)  # the period before
    asked: Mapping[str, int] = field(default_factory=dict)  # decided, by how early people were asked
    agreed: Mapping[int, int] = field(default_factory=dict)
    lived: Mapping[int, int] = field(default_factory=dict)
    unsaid: int = 0
    seats: int = 0
    held: int = 0
    votes: int = 0  # of those that are held
    chairs: int = 0
    begun: int = 0  # by contributors

    @property
    def never_asked(self) -> int:
        return self.presence.decided - sum(self.asked.values())


@dataclass(frozen=True)
class Line:
    """A level or a kind of decision."""

    slug: str
    name: str
    reserved: bool = False


@dataclass(frozen=True)
class Then:
    """One of the periods up to this one."""

    period: str
    name: str
    presence: Presence


@dataclass(frozen=True)
class MapSheet:
    period: str
    period_name: str
    before_name: str
    unit: str
    unit_name: str
    counted_on: str
    counted_at: str
    levels: tuple[Line, ...]
    kinds: tuple[Line, ...]
    cells: tuple[Cell, ...]
    times: tuple[Then, ...]
    no_day: int  # opened in these days, and there is no day on which they will be decided
    least: int  # how many people make a decision taken with people

    def cell(self, level: str, kind: str) -> Cell:
        return self._cells.get((level, kind)) or Cell(level, kind, Presence())

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], Cell]:
        return {(one.level, one.kind): one for one in self.cells}

    @cached_property
    def level_names(self) -> Mapping[str, str]:
        """By what they are called in an address, in their order."""
        return {line.slug: line.name for line in self.levels}

    @cached_property
    def kind_names(self) -> Mapping[str, str]:
        return {line.slug: line.name for line in self.kinds}

    @property
    def presence(self) -> Presence:
        return sum((cell.presence for cell in self.cells), Presence())

    @property
    def times_known(self) -> tuple[Then, ...]:
        """From the first in which there is anything: before it nothing was written down yet."""
        first = next((place for place, then in enumerate(self.times) if then.presence.all), len(self.times))
        return self.times[first:]

    @property
    def weight(self) -> float:
        """How many things were counted."""
        return sum(then.presence.all for then in self.times)

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> MapSheet:
        return cls(
            **{
                **plain,
                "levels": tuple(Line(**line) for line in plain["levels"]),
                "kinds": tuple(Line(**line) for line in plain["kinds"]),
                "cells": tuple(_cell(cell) for cell in plain["cells"]),
                "times": tuple(Then(**{**then, "presence": Presence(**then["presence"])}) for then in plain["times"]),
            }
        )


def _cell(plain: Mapping[str, Any]) -> Cell:
    """What was written down as text has numbers as names."""
    roles = {name: {int(role): n for role, n in plain[name].items()} for name in ("agreed", "lived")}
    there = {name: Presence(**plain[name]) for name in ("presence", "before")}
    return Cell(**{**plain, **roles, **there})
