"""Narrowing the list to a level, to a unit with all below it, to a month or a quarter: for links that come from the
map. In a list that was not asked so these filters are not there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import periods
from alongside.core.periods import Period
from alongside.core.tables import Filter
from alongside.organisation.models import Level
from alongside.organisation.queries.tree import Tree, tree_on

from ..models import Decision

Choices = Iterable[tuple[Any, Any]]


def _as_it_is(rows: Any, _value: str) -> Any:
    return rows


def _asked(table: Any, name: str) -> str:
    return str(table.request.GET.get(name, ""))


def _levels(table: Any) -> Choices:
    return Level.choices if _asked(table, "level") in Level.values else ()


def _parts(table: Any) -> Choices:
    asked = _asked(table, "part")
    return [
        (unit.code, _("%(unit)s, and below") % {"unit": unit.name}) for unit in table.facts.units if unit.code == asked
    ]


def period_of(table: Any) -> Period | None:
    return periods.read(_asked(table, "period"), table.facts.starts_month)


def _periods(table: Any) -> Choices:
    period = period_of(table)
    return [(period.slug, period.name)] if period else ()


FILTERS = (
    Filter("part", gettext_lazy("Part of the organisation"), _as_it_is, _parts),
    Filter("level", gettext_lazy("Level"), _as_it_is, _levels),
    Filter("period", gettext_lazy("Month or quarter"), _as_it_is, _periods),
)


def narrowed(table: Any, rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """By the tree as it stood at the end of the period, so that the list holds what the map counted."""
    chosen, period = table.chosen, period_of(table)
    if period and "period" in chosen:
        rows = rows.filter(day__range=(period.first, period.last))
    if {"part", "level"} & set(chosen):
        tree = _tree(table, period)
        units = tree.below(chosen["part"]) if "part" in chosen else None
        if "level" in chosen:
            there = tree.at_level(chosen["level"])
            units = there if units is None else units & there
        rows = rows.filter(unit__in=units or ())
    return rows


def _tree(table: Any, period: Period | None) -> Tree:
    today = table.facts.today
    first, last = (period.first, min(period.last, today)) if period else (today, today)
    return tree_on(table.request.organisation, first, last)
