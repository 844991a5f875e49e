"""The parts of a list that stand on a page hundreds of times. As templates they were most of the work of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

FIRST = '<th scope="row" role="rowheader" class="govuk-table__header"><span dir="auto">{}</span></th>'
OTHER = '<td role="cell" class="govuk-table__cell" data-label="{}"><span dir="auto">{}</span></td>'
NUMBER = OTHER.replace("govuk-table__cell", "govuk-table__cell govuk-table__cell--numeric")
LINK = '<a class="govuk-link" href="{}">{}</a>'


def rows(lines: Iterable[Sequence[Any]]) -> SafeString:
    """Each line is a row of `core.tables.Cell`; the first of them names it."""
    labels: dict[Any, str] = {}
    return format_html_join(
        "\n", '<tr class="govuk-table__row" role="row">{}</tr>', ((_row(x, labels),) for x in lines)
    )


def _row(line: Sequence[Any], labels: dict[Any, str]) -> SafeString:
    first, *others = line
    cells = [format_html(FIRST, _shown(first))]
    for cell in others:
        column = cell.column
        if column.name not in labels:
            labels[column.name] = str(column.heading)  # translated once, not for every row
        cells.append(format_html(NUMBER if column.numeric else OTHER, labels[column.name], _shown(cell)))
    return SafeString("".join(cells))


def _shown(cell: Any) -> Any:
    return format_html(LINK, cell.url, cell.text) if cell.url else cell.text


def options(choices: Iterable[tuple[str, str | Promise]], chosen: str) -> SafeString:
    """Of a select."""
    marked = ((value, SafeString(" selected") if value == chosen else "", label) for value, label in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)
