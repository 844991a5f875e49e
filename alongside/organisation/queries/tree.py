"""The tree of units as it stood on a day. A unit that moved since stands where it stood then, so that a month that is
over says the same before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from alongside.audit.models import Content, Event

from ..events import OrganisationEvent as E
from ..models import Organisation, Unit

MOST_STEPS = 50  # a tree is never so deep; a ring would be


@dataclass(frozen=True)
class UnitThen:
    pk: int
    code: str
    name: str  # as it is called today
    level: str
    parent: str  # the code of the unit above it; empty for the top
    closed_on: date | None = None


@dataclass(frozen=True)
class Moved:
    """A unit that was put under another, or on another level, in some days."""

    name: str
    on: date
    level: bool  # its level changed, too or alone


@dataclass(frozen=True)
class Tree:
    units: tuple[UnitThen, ...]
    moved: tuple[Moved, ...] = ()

    @cached_property
    def by_code(self) -> dict[str, UnitThen]:
        return {unit.code: unit for unit in self.units}

    def below(self, code: str) -> frozenset[int]:
        """The numbers of a unit and of all below it."""
        return frozenset(unit.pk for unit in self.units if code in self._above(unit))

    def at_level(self, level: str) -> frozenset[int]:
        return frozenset(unit.pk for unit in self.units if unit.level == level)

    def _above(self, unit: UnitThen) -> set[str]:
        """Itself, and every unit above it."""
        found: set[str] = set()
        step: UnitThen | None = unit
        while step and step.code not in found and len(found) < MOST_STEPS:
            found.add(step.code)
            step = self.by_code.get(step.parent)
        return found


def tree_on(organisation: Organisation, first: date, last: date) -> Tree:
    """As it stood at the end of `last`, with what moved since `first`. Read back from the event log, which keeps each
    move; where it knows nothing of a unit, that stands as it stands today."""
    rows = Unit.objects.filter(organisation=organisation).select_related("parent").order_by("path")
    now = [
        UnitThen(row.pk, row.code, row.name, row.level, row.parent.code if row.parent else "", row.closed_on)
        for row in rows
    ]
    zone = ZoneInfo(organisation.time_zone)
    moves = _moves(organisation.pk)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    units = tuple(_then(unit, moves.get(unit.code, ()), end) for unit in now)
    begin = datetime.combine(first, time(), zone)
    moved = [found for unit in now for found in _moved(unit, moves.get(unit.code, ()), begin, end, zone)]
    return Tree(units, tuple(sorted(moved, key=lambda each: each.on)))


Move = tuple[datetime, dict[str, Any]]


def _moves(chain: int) -> dict[str, list[Move]]:
    """By unit, the oldest first: when it was made or changed, with its level and what it stood under from then on."""
    names = [E.UNIT_ADDED, E.UNIT_CHANGED]
    events = Event.objects.filter(chain=chain, target_type=Unit._meta.label_lower, name__in=names)
    rows = Content.objects.filter(event__in=events).order_by("event__seq")
    found: dict[str, list[Move]] = {}
    for code, at, facts in rows.values_list("event__target", "event__at", "facts"):
        found.setdefault(code, []).append((at, facts))
    return found


def _then(unit: UnitThen, moves: Iterable[Move], end: datetime) -> UnitThen:
    known = [facts for at, facts in moves if at < end]
    if not known:
        return unit
    return replace(unit, level=known[-1].get("level", unit.level), parent=known[-1].get("under", unit.parent))


def _moved(unit: UnitThen, moves: Iterable[Move], begin: datetime, end: datetime, zone: ZoneInfo) -> list[Moved]:
    return [
        Moved(unit.name, at.astimezone(zone).date(), level="level" in facts["changed"])
        for at, facts in moves
        if begin <= at < end and {"parent", "level"} & set(facts.get("changed", ()))
    ]
