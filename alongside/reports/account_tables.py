"""The map of an account as a table, for anybody: what is there of the decisions, and nothing that leads to a person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.core import tables

from . import account_map, map_words
from .map_values import Cell, MapSheet


class AccountMapTable(tables.Table):
    """On the page only what the list of places in which nobody was does not say; a file has all of it."""

    caption = _("Where people were in the room, or nothing is decided yet")
    columns = (
        tables.Column("place", _("Level and kind")),
        tables.Column("with_people", _("With people"), numeric=True, value="presence.with_people"),
        tables.Column("without", _("Without"), numeric=True, value="presence.without"),
        tables.Column("excepted", _("Reserved, yet without"), numeric=True, value="presence.excepted"),
        tables.Column("not_yet", _("Not yet"), numeric=True, value="presence.not_yet"),
        tables.Column("asked", _("When people were asked")),
    )

    def __init__(self, request: HttpRequest, sheet: MapSheet) -> None:
        rows = account_map.in_the_table(sheet)
        super().__init__(request, rows)
        self.sheet, self.most = sheet, sum(not cell.presence.nobody for cell in rows)

    def cell_place(self, cell: Cell) -> str:
        return map_words.place(self.sheet, cell)

    def cell_asked(self, cell: Cell) -> Any:
        return map_words.asked(cell)
