"""The one list: columns, filters, sorting and paging on the server, drawn by core/table.html."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from . import drawing, parts
from .inputs import tidy_text
from .keyset import Expression, Keyset, Slice

PAGE_SIZE = 25
LONGEST_FILTER = 200


@dataclass(frozen=True)
class Column:
    """`value`: a dotted path or a function of the row. Methods `cell_<name>` and `link_<name>` of the table win.

    In a file (core/taking) `file_<name>` wins over both: a whole text where the page shows its beginning, a day where
    the page says how long ago. `file_heading` stands above it there when it is something else. A column that `acts`
    is for doing something to a row, and is in no file.
    """

    name: str
    heading: Any
    value: str | Callable[[Any], Any] = ""
    link: Callable[[Any], str] | None = None
    numeric: bool = False
    sort: Expression | tuple[Expression, ...] | None = None
    nulls: bool | None = None  # None: found out from the model
    file_heading: Any = ""
    acts: bool = False

    @property
    def keys(self) -> tuple[Expression, ...]:
        if self.sort is None:
            return ()
        return self.sort if isinstance(self.sort, tuple) else (self.sort,)


@dataclass(frozen=True)
class Filter:
    """A select with `choices` (value, label), or a line of text without. `apply` narrows the rows."""

    name: str
    label: Any
    apply: Callable[[Any, str], Any]
    choices: Sequence[tuple[Any, Any]] | Callable[[Table], Iterable[tuple[Any, Any]]] | None = None
    any_label: Any = _("All")


def as_it_is(rows: Any, _value: str) -> Any:
    """Of a filter that the table itself applies, since it needs more than the rows for it."""
    return rows


@dataclass(frozen=True)
class Cell:
    column: Column
    value: Any
    url: str

    @property
    def text(self) -> Any:
        return parts.shown(self.value)


@dataclass(frozen=True)
class Heading:
    """A column's heading and what choosing it does. `direction` is set when the list is sorted by it."""

    column: Column
    url: str
    direction: str


@dataclass(frozen=True)
class FilterField:
    name: str
    label: Any
    value: str
    choices: list[tuple[str, Any]] | None

    def options(self) -> SafeString:
        return drawing.options(self.choices or (), self.value)


class Table:
    caption: ClassVar[Any] = ""
    columns: ClassVar[tuple[Column, ...]] = ()
    filters: ClassVar[tuple[Filter, ...]] = ()
    default_sort: ClassVar[str] = ""  # a column's name, with - for newest or largest first
    empty: ClassVar[Any] = _("Nothing here yet.")
    empty_filtered: ClassVar[Any] = _("Nothing matches. Choose fewer filters.")
    go_label: ClassVar[Any] = _("Show")
    clear_label: ClassVar[Any] = _("Show all")
    longest_filter: ClassVar[int] = LONGEST_FILTER
    back_label: ClassVar[Any] = _("Previous")
    on_label: ClassVar[Any] = _("Next")
    page_size: ClassVar[int] = PAGE_SIZE
    called: str = ""  # among the lists of a page; where it has no name, by its kind (core/taking)
    most: int | None = None  # of a plain list, on its page; a file has all of it
    keys_first: ClassVar[bool] = False  # for a list that may have to sort many rows: see keyset.py
    reads: ClassVar[tuple[str, ...]] = ()  # what the columns and the order need, where rows carry much more
    personal: ClassVar[bool] = True  # taking it as a file is written down (core/taking); False: nobody stands in it
    discreet: ClassVar[bool] = False  # of what was taken of it not even the number of rows is written down

    def __init__(
        self,
        request: HttpRequest,
        rows: QuerySet[Any] | Sequence[Any],
        *,
        first: tuple[Any, str] | None = None,
        prefix: str = "",
    ) -> None:
        self.request, self._rows, self.first = request, rows, first
        self.prefix = f"{prefix}-" if prefix else ""

    # What the address says. Whatever is unknown in it is left alone.

    def _asked(self, name: str) -> str:
        return tidy_text(self.request.GET.get(self.prefix + name, "")).strip()[:LONGEST_FILTER]

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in use."""
        found = {field.name.removeprefix(self.prefix): field.value for field in self.filter_fields}
        return {name: value for name, value in found.items() if value}

    @cached_property
    def left_out(self) -> list[Any]:
        """What filters are called of which the address asks for something that cannot be chosen: the page says so, or
        all rows would be taken for those that were asked for."""
        used = {field.name for field in self.filter_fields if field.value}
        asked = (each for each in self.filters if each.choices is not None and self._asked(each.name))
        return [each.label for each in asked if self.prefix + each.name not in used]

    @cached_property
    def filter_fields(self) -> list[FilterField]:
        """A select in which nothing can be chosen is left out."""
        found = (self._filter_field(each) for each in self.filters)
        return [each for each in found if each.choices is None or len(each.choices) > 1]

    def _filter_field(self, each: Filter) -> FilterField:
        value, choices = self._asked(each.name), None
        if each.choices is not None:
            found = each.choices(self) if callable(each.choices) else each.choices
            choices = [("", each.any_label), *((str(key), label) for key, label in found)]
            value = value if value in dict(choices) else ""
        return FilterField(self.prefix + each.name, each.label, value, choices)

    @cached_property
    def sorted_by(self) -> tuple[Column | None, bool]:
        """The column and whether it runs downwards; the default when the address names none that can."""
        for asked in (self._asked("sort"), self.default_sort):
            for column in self.columns:
                if column.keys and column.name == asked.removeprefix("-"):
                    return column, asked.startswith("-")
        return None, self.default_sort.startswith("-")

    # The rows.

    @property
    def is_read_in_parts(self) -> bool:
        """A plain list is shown whole, in its own order."""
        return isinstance(self._rows, QuerySet)

    @property
    def plain_rows(self) -> list[Any]:
        return list(self._rows)

    @cached_property
    def narrowed(self) -> QuerySet[Any]:
        """What the filters leave of the rows."""
        rows = cast(QuerySet[Any], self._rows)
        rows = rows.only(*self.reads) if self.reads else rows
        for each in self.filters:
            if each.name in self.chosen:
                rows = each.apply(rows, self.chosen[each.name])
        return rows

    @cached_property
    def keyset(self) -> Keyset:
        column, down = self.sorted_by
        return Keyset(
            self.narrowed,
            column.keys if column else (),
            down,
            shape=f"{type(self).__name__} {column.name if column else ''}",
            nulls=column.nulls if column else None,
        )

    @cached_property
    def pages(self) -> Slice:
        if not self.is_read_in_parts:
            return Slice(self.plain_rows[: self.most], None, None)
        cursor = {name: self.request.GET.get(self.prefix + name) for name in ("after", "before")}
        return self.keyset.page(self.page_size, keys_first=self.keys_first, **cursor)

    def body(self) -> SafeString:
        return drawing.rows(self.lines())

    def lines(self) -> list[list[Cell]]:
        return [[self._cell(column, row) for column in self.columns] for row in self.pages.rows]

    def value(self, column: Column, row: Any) -> Any:
        own = getattr(self, f"cell_{column.name}", None)
        return own(row) if own else value_of(row, column.value or column.name)

    def _cell(self, column: Column, row: Any) -> Cell:
        link = getattr(self, f"link_{column.name}", column.link)
        return Cell(column, self.value(column, row), link(row) if link else "")

    # Links.

    def _url(self, **asked: str | None) -> str:
        query = {self.prefix + name: value for name, value in {**self.chosen, **asked}.items() if value}
        return f"?{urlencode(query)}" if query else "?"

    @property
    def _sort(self) -> str:
        column, down = self.sorted_by
        return f"{'-' if down else ''}{column.name}" if column else ""

    def headings(self) -> list[Heading]:
        return [self._heading(column, self.is_read_in_parts) for column in self.columns]

    def _heading(self, column: Column, sortable: bool) -> Heading:
        current, down = self.sorted_by
        if not (sortable and column.keys):
            return Heading(column, "", "")
        if current != column:
            return Heading(column, self._url(sort=column.name), "")
        turned = column.name if down else f"-{column.name}"
        return Heading(column, self._url(sort=turned), "descending" if down else "ascending")

    @property
    def sort_asked(self) -> str:
        """For the filter form, so that filtering keeps the order; nothing when it is the default."""
        return self._sort if self._sort != self.default_sort else ""

    @property
    def back_url(self) -> str:
        return self._url(sort=self.sort_asked, before=self.pages.before) if self.pages.before else ""

    @property
    def on_url(self) -> str:
        return self._url(sort=self.sort_asked, after=self.pages.after) if self.pages.after else ""

    @property
    def clear_url(self) -> str:
        return "?"


def value_of(row: Any, value: str | Callable[[Any], Any]) -> Any:
    """A dotted path stops at the first thing that is missing."""
    if callable(value):
        return value(row)
    for name in value.split("."):
        if row is None:
            return None
        row = row[name] if isinstance(row, dict) else getattr(row, name)
    return row() if callable(row) else row
