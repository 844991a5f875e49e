"""Figures as numbers in columns, for a spreadsheet: the page says “5 of 12 (42%)”, with which nobody can compute. The
file says the same and no more: what is rounded on the page is rounded here, and what it is of is as little said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import tables

from .figure_words import same_rows
from .values import DAYS, DECISIONS, HOURS, PEOPLE, PERCENT, THINGS, WORKING_DAYS, Counted, Part, Row, Sheet

MEASURES: dict[str, Any] = {
    DECISIONS: gettext_lazy("decisions"),
    THINGS: gettext_lazy("number"),
    PEOPLE: gettext_lazy("people"),
    DAYS: gettext_lazy("days"),
    WORKING_DAYS: gettext_lazy("working days"),
    HOURS: gettext_lazy("hours"),
    PERCENT: gettext_lazy("in a hundred"),
}
WITHOUT_OF = (DAYS, WORKING_DAYS, HOURS, PERCENT)


@dataclass(frozen=True)
class Said:
    """What a row says of one period. `why`: it has no number."""

    number: float | None = None
    of: int | None = None
    at_least: bool | None = None
    why: str = ""


def said(row: Row | None) -> Said:
    if row is None:
        return Said(why=_("Not counted for these days"))
    if row.number is None:
        return Said(why=row.why or _("There was nothing to tell it from"))
    if row.few:
        return Said(why=_("Fewer than %(n)s, and small numbers of people are not shown") % {"n": row.step})
    number = round(row.number, 1)  # as on the page
    of = None if row.rounded or row.measure in WITHOUT_OF else row.of
    return Said(int(number) if number == int(number) else number, of, True if row.rounded else None)


@dataclass(frozen=True)
class Line:
    part: Part
    figure: Counted
    row: Row
    now: Said
    before: Said


class FiguresTable(tables.Table):
    personal = False

    def __init__(self, request: HttpRequest, sheet: Sheet, before: Sheet) -> None:
        super().__init__(request, list(_lines(sheet, before)))
        facts = {"period": sheet.period_name, "unit": sheet.unit_name}
        self.caption = _("Figures: %(period)s") % facts  # type: ignore[misc]
        if sheet.unit:
            self.caption = _("Figures: %(period)s, %(unit)s") % facts  # type: ignore[misc]
        self.columns = (  # type: ignore[misc]
            tables.Column("part", _("Part"), value="part.title"),
            tables.Column("figure", _("Figure"), value="figure.title"),
            tables.Column("what", _("What"), value="row.words"),
            tables.Column("measure", _("Unit of measure")),
            *_columns("now", sheet.period_name),
            *_columns("before", before.period_name),
        )

    def cell_measure(self, line: Line) -> Any:
        return MEASURES.get(line.row.measure, line.row.measure)


def _columns(side: str, period: str) -> tuple[tables.Column, ...]:
    headings = (
        ("number", _("%(period)s: number")),
        ("of", _("%(period)s: of how many")),
        ("at_least", _("%(period)s: at least so many, as it is rounded")),
        ("why", _("%(period)s: why there is no number")),
    )
    return tuple(
        tables.Column(f"{side}_{name}", words % {"period": period}, value=f"{side}.{name}") for name, words in headings
    )


def _lines(sheet: Sheet, before: Sheet) -> Iterator[Line]:
    for part in sheet.parts:
        for figure in part.figures:
            then = same_rows(before, figure)
            for row in figure.rows:
                yield Line(part, figure, row, said(row), said(then.get(row.key)))
