"""Draws, and whose turn it was."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy

from alongside.core import tables
from alongside.people.queries import shown_name

from ..models.draws import DRAW_STATES
from .common import RoomTable, state_of


class DrawTable(RoomTable):
    caption = gettext_lazy("Draws")
    personal = False
    empty = gettext_lazy("Nothing has been drawn yet.")
    default_sort = "-made"
    columns: ClassVar = (
        tables.Column("title", gettext_lazy("Opportunity"), value="opportunity.title"),
        tables.Column("state", gettext_lazy("State"), value=state_of),
        tables.Column("made", gettext_lazy("Sealed on"), value="made_on", sort="made_on"),
        tables.Column("proof", gettext_lazy("To check"), value=lambda row: row.code if row.commitment else ""),
    )
    filters: ClassVar = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=list(DRAW_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
    )

    def link_title(self, row: Any) -> str:
        return self.to("involvement", "opportunities", row.opportunity.code)

    def link_proof(self, row: Any) -> str:
        return self.to("draws", row.code) if row.commitment else ""


class TurnsTable(RoomTable):
    caption = gettext_lazy("Turns in the past twelve months")
    empty = gettext_lazy("Nobody has said yet that they are interested in anything.")
    columns: ClassVar = (
        tables.Column("who", gettext_lazy("Who"), value=lambda row: shown_name(row.person)),
        tables.Column("turns", gettext_lazy("Turns"), value=lambda row: len(row.days), numeric=True),
        tables.Column("last", gettext_lazy("The last one"), value="last_on"),
    )
