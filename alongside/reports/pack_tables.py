"""Board packs, and what contributors wrote in them, as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import parts, periods, tables
from alongside.core.periods import Period

from .models.packs import BOARD_PACK_STATES, ISSUED

TONES = {ISSUED: "done"}


def _of_year(years: Sequence[Period]) -> tables.Filter:
    days = {year.slug: (year.first, year.last) for year in years}
    return tables.Filter(
        "year",
        _("Year"),
        choices=[(year.slug, year.name) for year in years],
        apply=lambda rows, asked: rows.filter(first__gte=days[asked][0], last__lte=days[asked][1]),
        any_label=_("All, the newest first"),
    )


class PacksTable(tables.Table):
    caption = _("Board packs, the newest first")
    empty = _("No pack has been given to the board yet.")
    default_sort = "-period"
    personal = False
    page_size = 20  # a year is 17
    columns = (
        tables.Column("period", _("Of which days"), link=lambda row: f"{row.period}/", sort="last"),
        tables.Column("state", _("How it stands")),
        tables.Column("issued_on", _("Given to the board")),
    )

    def __init__(self, request: Any, rows: Any, starts: int, years: Sequence[Period]) -> None:
        """`years`: those of which there are packs. Where there is one alone, nobody need choose."""
        super().__init__(request, rows)
        self.starts = starts
        self.filters = (_of_year(years),) if len(years) > 1 else ()  # type: ignore[misc]

    def cell_period(self, row: Any) -> str:
        found = periods.read(row.period, self.starts)
        return found.name if found else row.period

    def cell_state(self, row: Any) -> Any:
        return parts.state_tag(BOARD_PACK_STATES[row.state], TONES.get(row.state, "waiting"))


class MovedTable(tables.Table):
    personal = False
    caption = _("Each number that is another one now")
    empty = _("Every number is the same.")
    columns = (
        tables.Column("what", _("What")),
        tables.Column("before", _("As the board was given it"), numeric=True),
        tables.Column("after", _("Now"), numeric=True),
    )


class PiecesTable(tables.Table):
    caption = _("What contributors wrote for the board, the newest first")
    empty = _("Nothing that a contributor wrote stands in a pack.")
    columns = (
        tables.Column("period", _("In which pack"), value="pack.period", link=lambda row: f"{row.code}/"),
        tables.Column("ready_on", _("There since")),
        tables.Column("held_on", _("Held back since")),
    )
