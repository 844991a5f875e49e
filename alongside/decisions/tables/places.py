"""Narrowing the list to a level, to a month or a quarter, to what is reserved, to the days on which it was begun: for
links that come from the map and the figures. In a list that was not asked so these filters are not there. To a part of
the organisation: organisation/part_tables.py."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from alongside.core import periods
from alongside.core.day_ranges import days_filter
from alongside.core.periods import Period
from alongside.core.tables import Filter
from alongside.organisation.models import Level
from alongside.organisation.part_tables import PART_FILTER
from alongside.organisation.queries.tree import Tree, tree_on

from .. import queries
from ..models import Decision

Choices = Iterable[tuple[Any, Any]]


def _as_it_is(rows: Any, _value: str) -> Any:
    return rows


def _asked(table: Any, name: str) -> str:
    return str(table.request.GET.get(name, ""))


def _levels(table: Any) -> Choices:
    return Level.choices if _asked(table, "level") in Level.values else ()


def period_of(table: Any) -> Period | None:
    return periods.read(_asked(table, "period"), table.facts.starts_month)


def _periods(table: Any) -> Choices:
    period = period_of(table)
    return [(period.slug, period.name)] if period else ()


def _reserved(table: Any) -> Choices:
    words = gettext_lazy("People must take part, or had to")
    return [("reserved", words)] if _asked(table, "kinds") == "reserved" else ()


OPENED = days_filter("opened", gettext_lazy("Put on the calendar"), "opened_on")
FILTERS = (
    PART_FILTER,
    Filter("level", gettext_lazy("Level"), _as_it_is, _levels),
    Filter("period", gettext_lazy("Month or quarter"), _as_it_is, _periods),
    Filter("kinds", gettext_lazy("Reserved"), _as_it_is, _reserved),
    OPENED,
)


def narrowed(table: Any, rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """By the tree as it stood at the end of the period, so that the list holds what the map counted."""
    chosen, period = table.chosen, period_of(table)
    if period and "period" in chosen:
        rows = rows.filter(day__range=(period.first, period.last))
    if "kinds" in chosen:
        rows = rows.filter(queries.reserved_then(table.facts.today))
    if "level" in chosen:
        rows = rows.filter(unit__in=_tree(table, period).at_level(chosen["level"]))
    return rows


def _tree(table: Any, period: Period | None) -> Tree:
    today = table.facts.today
    last = min(period.last, today) if period else today
    if table.part and table.part.tree and table.part.day == last:
        return table.part.tree
    return tree_on(table.request.organisation, last, last)
