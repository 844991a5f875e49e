"""Narrowing the list to a level, to a month or a quarter, to what is reserved, to the days on which it was begun, to
what has no day or nobody whose it is: for links that come from the map, the figures and the evidence. In a list that
was not asked so these filters are not there. To a part of the organisation: organisation/part_tables.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from alongside.core import periods
from alongside.core.day_ranges import days_filter
from alongside.core.periods import Period
from alongside.core.tables import Filter, as_it_is
from alongside.organisation import queries as organisations
from alongside.organisation.models import Level
from alongside.organisation.part_tables import PART_FILTER
from alongside.organisation.queries.tree import Tree, tree_on

from .. import queries
from ..models import NO_DAY, Decision

Choices = Iterable[tuple[Any, Any]]
OWNERS = (("named", gettext_lazy("Somebody's, by name")), ("nobody", gettext_lazy("Nobody's, by name")))


@dataclass(frozen=True)
class Days:
    """What a list of other things knows, to be narrowed by the decisions that they are about."""

    today: date
    starts_month: int


def _asked(table: Any, name: str) -> str:
    return str(table.request.GET.get(name, ""))


def levels(table: Any) -> Choices:
    return Level.choices if _asked(table, "level") in Level.values else ()


def period_of(table: Any) -> Period | None:
    return periods.read(_asked(table, "period"), table.facts.starts_month)


def periods_asked(table: Any) -> Choices:
    period = period_of(table)
    return [(period.slug, period.name)] if period else ()


def _reserved(table: Any) -> Choices:
    words = gettext_lazy("People must take part, or had to")
    return [("reserved", words)] if _asked(table, "kinds") == "reserved" else ()


def kinds_asked(table: Any) -> Choices:
    """Of other lists. Where nobody came from the map nothing is asked for it."""
    asked, today = _asked(table, "kind"), table.facts.today
    marked = organisations.kinds_marked(table.request.actor.organisation_id, today) if asked else ()
    return [(kind.slug, kind.name) for kind, _reserved in marked if kind.slug == asked]


def _dated(table: Any) -> Choices:
    return [("no", gettext_lazy("None yet"))] if _asked(table, "dated") == "no" else ()


def _owners(table: Any) -> Choices:
    return [each for each in OWNERS if each[0] == _asked(table, "owner")]


OPENED = days_filter("opened", gettext_lazy("Put on the calendar"), "opened_on")
FILTERS = (
    PART_FILTER,
    Filter("level", gettext_lazy("Level"), as_it_is, levels),
    Filter("period", gettext_lazy("Month or quarter"), as_it_is, periods_asked),
    Filter("kinds", gettext_lazy("Reserved"), as_it_is, _reserved),
    OPENED,
    Filter("dated", gettext_lazy("Day"), as_it_is, _dated),
    Filter("owner", gettext_lazy("Whose it is"), as_it_is, _owners),
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
    if "dated" in chosen:
        rows = rows.filter(day=NO_DAY)
    if "owner" in chosen:
        rows = rows.filter(owner__isnull=chosen["owner"] == "nobody")
    return rows


def of_a_cell(table: Any, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of a list of other things: the decisions of a cell of the map."""
    rows = narrowed(table, rows)
    return rows.filter(kind__slug=table.chosen["kind"]) if "kind" in table.chosen else rows


def _tree(table: Any, period: Period | None) -> Tree:
    today = table.facts.today
    last = min(period.last, today) if period else today
    if table.part and table.part.tree and table.part.day == last:
        return table.part.tree
    return tree_on(table.request.organisation, last, last)
