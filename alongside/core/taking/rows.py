"""All rows of a list, a slice at a time: what it looks up for the rows of a page, it looks up for a slice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property
from typing import Any

from django.utils import functional

from ..keyset import Slice
from ..tables import Column, Table
from .values import Line, plain

SLICE = 1_000
KEPT = frozenset({"chosen", "filter_fields", "sorted_by", "narrowed", "keyset"})  # they do not depend on the rows


def columns_of(table: Table) -> list[Column]:
    return [column for column in table.columns if not column.acts]


def headings_of(table: Table) -> list[str]:
    return [str(column.file_heading or column.heading) for column in columns_of(table)]


class Rows:
    """Which rows there are is settled when this is made; each slice is narrowed again when it is read. So no row
    comes twice, none is skipped, and what was taken back or restricted meanwhile is not there."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.numbers: Sequence[Any] = table.keyset.numbers() if table.is_read_in_parts else table.plain_rows

    def __len__(self) -> int:
        return len(self.numbers)

    def slices(self) -> Iterator[list[Line]]:
        for start in range(0, len(self), SLICE):
            rows: Any = self.numbers[start : start + SLICE]
            if self.table.is_read_in_parts:
                rows = self._read(rows)
            yield list(_lines(page_with(self.table, rows)))

    def _read(self, numbers: Sequence[Any]) -> list[Any]:
        found = {row.pk: row for row in self.table.narrowed.filter(pk__in=list(numbers))}
        return [found[number] for number in numbers if number in found]


def page_with(table: Table, rows: Sequence[Any]) -> Table:
    """The same list with these rows on its page, and nothing remembered of others."""
    found = copy(table)
    for name in list(vars(found)):
        if name not in KEPT and isinstance(
            getattr(type(found), name, None), cached_property | functional.cached_property
        ):
            del vars(found)[name]
    found.pages = Slice(list(rows), None, None)
    return found


def _lines(table: Table) -> Iterator[Line]:
    columns = [(column, getattr(table, f"file_{column.name}", None)) for column in columns_of(table)]
    for row in table.pages.rows:
        yield [plain(own(row) if own else table.value(column, row), column.numeric) for column, own in columns]
