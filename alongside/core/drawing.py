"""The parts of a list that stand on a page hundreds of times. As templates they were most of the work of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

FIRST = '<th scope="row" role="rowheader" class="govuk-table__header"><span dir="auto">'
OTHER = '<td role="cell" class="govuk-table__cell" data-label="{}"><span dir="auto">'
NUMBER = OTHER.replace("govuk-table__cell", "govuk-table__cell govuk-table__cell--numeric")
ROW = '<tr class="govuk-table__row" role="row">'


def rows(lines: Iterable[Sequence[Any]]) -> SafeString:
    """Each line is a row of `core.tables.Cell`; the first of them names it."""
    begins: dict[Any, str] = {}
    return SafeString("\n".join(_row(line, begins) for line in lines))


def _row(line: Sequence[Any], begins: dict[Any, str]) -> str:
    first, *others = line
    drawn = [f"{ROW}{FIRST}{_shown(first)}</span></th>"]
    for cell in others:
        column = cell.column
        if column.name not in begins:  # translated once, not for every row
            begins[column.name] = str(format_html(NUMBER if column.numeric else OTHER, column.heading))
        drawn.append(f"{begins[column.name]}{_shown(cell)}</span></td>")
    return "".join([*drawn, "</tr>"])


def _shown(cell: Any) -> str:
    return linked(cell.text, cell.url)


def linked(words: Any, url: str) -> SafeString:
    text = escaped(words)
    return SafeString(f'<a class="govuk-link" href="{escaped(url)}">{text}</a>' if url else text)


def escaped(value: Any) -> str:
    """As `conditional_escape` does it, without asking first whether it should wait: all of it is drawn now."""
    if isinstance(value, Promise):
        value = str(value)
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


def options(choices: Iterable[tuple[str, str | Promise]], chosen: str) -> SafeString:
    """Of a select."""
    return SafeString(
        "".join(
            f'<option value="{escaped(value)}"{" selected" if value == chosen else ""}>{escaped(label)}</option>'
            for value, label in choices
        )
    )
