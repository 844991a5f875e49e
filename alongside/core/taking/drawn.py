"""Tables that a template draws by itself, between `{% takes %}` and `{% endtakes %}`, read from what was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ..tables import Column, Table
from .values import Words

LONGEST_NAME = 40


class DrawnTable(Table):
    """One table, or several of one shape below each other; then the first column says which, and `caption` what they
    are together."""

    def __init__(self, request: HttpRequest, html: str, personal: bool, caption: str = "") -> None:
        reader = _Tables()
        reader.feed(html)
        found = [one for one in reader.tables if one.rows]
        several = len(found) > 1
        super().__init__(request, [[one.caption, *row] if several else row for one in found for row in one.rows])
        first = found[0] if found else _Drawn()
        wide = max((len(row) for one in found for row in one.rows), default=0)
        heads = [*first.heads, *[("", False)] * wide][: max(wide, len(first.heads))]
        heads = [(_("Which"), False), *heads] if several else heads
        self.columns = tuple(  # type: ignore[misc]
            Column(f"column{number}", words, numeric=numeric) for number, (words, numeric) in enumerate(heads)
        )
        self.caption, self.personal = caption or first.caption, personal  # type: ignore[misc]
        self.called = slugify(self.caption, allow_unicode=True)[:LONGEST_NAME].strip("-") or "table"

    def value(self, column: Column, row: Sequence[str]) -> str:
        place = int(column.name.removeprefix("column"))
        return row[place] if place < len(row) else ""


class _Drawn:
    def __init__(self) -> None:
        self.caption = ""
        self.heads: list[tuple[str, bool]] = []  # in words, and whether numbers stand below
        self.rows: list[list[str]] = []


class _Tables(HTMLParser):
    """Its cells are read as the cells of a list are."""

    CELLS = frozenset({"th", "td", "caption"})

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Drawn] = []
        self.words: Words | None = None
        self.row: list[tuple[str, bool]] = []
        self.in_head = self.numeric = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(_Drawn())
        elif tag in self.CELLS:
            self.words, self.numeric = Words(), "numeric" in (dict(attrs).get("class") or "")
        elif self.words:
            self.words.handle_starttag(tag, attrs)
        elif tag in {"thead", "tr"}:
            self.in_head, self.row = self.in_head or tag == "thead", []

    def handle_endtag(self, tag: str) -> None:
        if self.words and tag not in self.CELLS:
            self.words.handle_endtag(tag)
        elif self.words:
            self._end_cell(tag, self.words.text)
        elif tag == "tr" and self.tables:
            self._end_row(self.tables[-1])
        elif tag == "thead":
            self.in_head = False

    def handle_data(self, data: str) -> None:
        if self.words:
            self.words.handle_data(data)

    def _end_cell(self, tag: str, text: str) -> None:
        self.words = None
        if tag == "caption":
            self.tables[-1].caption = text
        else:
            self.row.append((text, self.numeric))

    def _end_row(self, table: _Drawn) -> None:
        if self.in_head:
            table.heads = self.row
        elif self.row:
            table.heads = table.heads or [("", numeric) for _text, numeric in self.row]
            table.rows.append([text for text, _numeric in self.row])
