"""The map of an account as a table, for anybody: what is there of the decisions, and nothing that leads to a person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.core import tables

from . import map_words
from .map_values import Cell, MapSheet


class AccountMapTable(tables.Table):
    caption = _("The map as a table: every level and kind of which there was a decision")
    empty = _("There was no decision in this year.")
    columns = (
        tables.Column("place", _("Level and kind")),
        tables.Column("with_people", _("With people"), numeric=True, value="presence.with_people"),
        tables.Column("without", _("Without"), numeric=True, value="presence.without"),
        tables.Column("excepted", _("Reserved, yet without"), numeric=True, value="presence.excepted"),
        tables.Column("not_yet", _("Not yet"), numeric=True, value="presence.not_yet"),
        tables.Column("asked", _("When people were asked")),
    )

    def __init__(self, request: HttpRequest, sheet: MapSheet) -> None:
        levels, kinds = [line.slug for line in sheet.levels], [line.slug for line in sheet.kinds]
        there = [cell for cell in sheet.cells if cell.presence.all]
        order = sorted(
            there, key=lambda cell: (not cell.presence.nobody, _at(levels, cell.level), _at(kinds, cell.kind))
        )
        super().__init__(request, order)
        self.sheet = sheet

    def cell_place(self, cell: Cell) -> str:
        return map_words.place(self.sheet, cell)

    def cell_asked(self, cell: Cell) -> Any:
        return map_words.asked(cell)


def _at(known: list[str], slug: str) -> int:
    return known.index(slug) if slug in known else len(known)
