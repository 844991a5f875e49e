"""Narrowing a list to some days: for links from a number that was counted of them. In a list that was not asked so the
filter is not there.

In an address the days are `2026-10-01--2026-10-31`, so that no list needs to know when somebody's year begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .dates import long_day
from .tables import Filter, Table, as_it_is

BETWEEN = "--"
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # Python reads other ways to write a day, too


def read(asked: str) -> tuple[date, date] | None:
    """None when it is no days, or the last is before the first."""
    first, last = (read_day(each) for each in asked.partition(BETWEEN)[::2])
    return (first, last) if first and last and first <= last else None


def read_day(asked: str) -> date | None:
    """In one way of writing alone: a filter compares what was asked with what can be chosen."""
    if not WRITTEN.fullmatch(asked):
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def days_of(asked: str) -> tuple[date, date]:
    """Of what was offered as a choice, and so is days."""
    found = read(asked)
    if found is None:
        raise ValueError("These are no days.")
    return found


def day_asked(request: Any, today: date) -> date:
    """`on` in the address, if it is a day and not still to come; else today. For a list that says how it stood."""
    asked = read_day(str(request.GET.get("on", "")).strip())
    return asked if asked and asked <= today else today


def day_filter(label: Any) -> Filter:
    """For a table that has its rows by `on` already."""

    def choices(table: Any) -> Iterable[tuple[str, str]]:
        return [(table.on.isoformat(), long_day(table.on))] if read_day(table._asked("on")) == table.on else ()

    return Filter("on", label, as_it_is, choices, gettext_lazy("Today"))


def days_filter(name: str, label: Any, column: str) -> Filter:
    def choices(table: Table) -> Iterable[tuple[str, str]]:
        return named(str(table.request.GET.get(table.prefix + name, "")))

    def apply(rows: Any, asked: str) -> Any:
        return rows.filter(**{f"{column}__range": days_of(asked)})

    return Filter(name, label, apply, choices)


def only_asked(name: str, value: str, label: Any, words: Any, apply: Any) -> Filter:
    """One way to narrow a list, there for whoever came that way."""
    return Filter(
        name,
        label,
        lambda rows, _value: apply(rows),
        lambda table: [(value, words)] if table.request.GET.get(table.prefix + name) == value else [],
    )


def named(asked: str) -> list[tuple[str, str]]:
    days = read(asked)
    if days is None:
        return []
    return [(asked, _("%(first)s to %(last)s") % {"first": long_day(days[0]), "last": long_day(days[1])})]
