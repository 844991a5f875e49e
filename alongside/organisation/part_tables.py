"""Narrowing a list to a part of the organisation as it stood on a day: for links from numbers that were counted of it.
In a list that was not asked so the filter is not there.

In an address a part is `CODE.2026-10-31`: the unit, with what stood below it at the end of that day. Never more than
the reader's own units, where they see figures of some alone: all of those, as they are today, are `yours`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.day_ranges import BETWEEN as DAYS
from alongside.core.day_ranges import read_day
from alongside.core.tables import Filter, Table, as_it_is

from .queries.tree import Tree, tree_on

PART, YOURS, BETWEEN = "part", "yours", "."


@dataclass(frozen=True)
class PartThen:
    asked: str
    words: str
    units: frozenset[int]
    day: date | None = None
    tree: Tree | None = None


def part_asked(actor: Actor, unit: str, day: date | str) -> str:
    """As it stands in an address; empty where all of the organisation was counted."""
    if unit:
        return f"{unit}{BETWEEN}{day}"
    return YOURS if actor.units_for(P.SEE_FIGURES) is not None else ""


def has_all_of_it(actor: Actor, permission: P) -> bool:
    """A list that shows what is seen with this permission has every row of a number of figures that the actor sees."""
    if not actor.can(permission):
        return False
    listed, counted = actor.units_for(permission), actor.units_for(P.SEE_FIGURES)
    return listed is None or (counted is not None and counted <= listed)


def read_part(request: Any, asked: str) -> PartThen | None:
    """None when it names no part."""
    own = request.actor.units_for(P.SEE_FIGURES) if request.actor.can(P.SEE_FIGURES) else None
    if asked == YOURS:
        return PartThen(asked, _("The parts whose figures you see"), own) if own is not None else None
    code, _between, on = asked.partition(BETWEEN)
    day = read_day(on)
    if day is None:
        return None
    day = min(day, timezone.localdate())  # how it will stand is not known
    tree = tree_on(request.organisation, day, day)
    unit = tree.by_code.get(code)
    if unit is None:
        return None
    words = _("%(unit)s, with what stood below it on %(day)s") % {"unit": unit.name, "day": long_day(day)}
    below = tree.below(code)
    return PartThen(asked, words, below if own is None else below & own, day, tree)


class PartTable(Table):
    """`part_way` leads from a row to its unit."""

    part_way: ClassVar[str] = "unit"

    def __init__(self, request: HttpRequest, rows: Any, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        if PART_FILTER in self.filters and self.part:  # a select is too short for it
            self.caption = _("%(caption)s: %(part)s") % {"caption": self.caption, "part": self.part.words}  # type: ignore[misc]

    @property
    def empty_filtered(self) -> Any:
        """Days are in an address only where a number leads here."""
        if PART in self.chosen or any(DAYS in value for value in self.chosen.values()):
            return _("Nothing stands so today. What the number was counted of stands otherwise since.")
        return Table.empty_filtered

    @cached_property
    def part(self) -> PartThen | None:
        asked = self._asked(PART)
        return read_part(self.request, asked) if asked else None

    def _of_part(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if PART not in self.chosen or self.part is None:
            return rows
        return rows.filter(**{f"{self.part_way}__in": self.part.units})

    @cached_property
    def narrowed(self) -> QuerySet[Any]:
        return self._of_part(super().narrowed)


def _parts(table: Any) -> Iterable[tuple[str, str]]:
    return [(table.part.asked, table.part.words)] if table.part else ()


PART_FILTER = Filter(PART, gettext_lazy("Part of the organisation"), as_it_is, _parts)
