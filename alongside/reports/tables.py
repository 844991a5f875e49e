"""The map as a table: each level and kind, the ones where nobody was in the room first. And the write-ups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from alongside.candour.ladders import Ladder
from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from . import map_words
from .map_values import Cell, MapSheet, Then


class MapTable(tables.Table):
    caption = gettext_lazy("Every level and kind, with the decisions behind each number")
    personal = False
    empty = gettext_lazy("No decision is on the calendar in these days.")
    columns = (
        tables.Column("place", gettext_lazy("Level and kind")),
        tables.Column("with_people", gettext_lazy("With people"), numeric=True, value="presence.with_people"),
        tables.Column("without", gettext_lazy("Without"), numeric=True, value="presence.without"),
        tables.Column("excepted", gettext_lazy("Reserved, yet without"), numeric=True, value="presence.excepted"),
        tables.Column("not_yet", gettext_lazy("Not yet"), numeric=True, value="presence.not_yet"),
        tables.Column("worth", gettext_lazy("What it was worth")),
        tables.Column("before", gettext_lazy("The period before")),
    )

    def __init__(  # noqa: PLR0913  each of them by its name
        self, request: HttpRequest, sheet: MapSheet, slug: str, ladder: Ladder, *, part: str = "", on: str = ""
    ) -> None:
        """`slug`: of the organisation; without it the numbers lead nowhere. `part`: of what the list has to be, too.
        `on`: the last of its days that has come."""
        super().__init__(request, sorted(sheet.cells, key=_order(sheet)))
        self.sheet, self.slug, self.ladder, self.part, self.on = sheet, slug, ladder, part, on
        self._worths: dict[tuple[str, str], list[SafeString]] = {}

    def _link(self, cell: Cell, number: int, standing: str) -> str:
        if not number or not self.slug:
            return ""
        return map_words.url_of(self.slug, self.sheet, standing, level=cell.level, kind=cell.kind, part=self.part)

    def link_place(self, cell: Cell) -> str:
        return self._link(cell, cell.presence.all, "ahead")

    def link_with_people(self, cell: Cell) -> str:
        return self._link(cell, cell.presence.with_people, "with")

    def link_without(self, cell: Cell) -> str:
        return self._link(cell, cell.presence.without, "without")

    def link_excepted(self, cell: Cell) -> str:
        return self._link(cell, cell.presence.excepted, "excepted")

    def link_not_yet(self, cell: Cell) -> str:
        return self._link(cell, cell.presence.not_yet, "")

    def cell_place(self, cell: Cell) -> str:
        return map_words.place(self.sheet, cell)

    def cell_worth(self, cell: Cell) -> Any:
        """Influence beside presence, in every row."""
        found = self.worth(cell)
        return parts.paragraphs(*found) if found else ""

    def worth(self, cell: Cell) -> list[SafeString]:
        """Kept: the map on a phone says the same of each cell."""
        key = cell.level, cell.kind
        if key not in self._worths:
            url = partial(map_words.worth_url, self.slug, self.sheet, cell, self.part, self.on) if self.slug else None
            self._worths[key] = map_words.worth(cell, self.ladder, url)
        return self._worths[key]

    def cell_before(self, cell: Cell) -> str:
        return map_words.before(cell)


def _order(sheet: MapSheet) -> Callable[[Cell], tuple[bool, int, int]]:
    """Where nobody was in the room first; a level or kind that is gone, last."""
    levels, kinds = ({slug: n for n, slug in enumerate(names)} for names in (sheet.level_names, sheet.kind_names))

    def place(cell: Cell) -> tuple[bool, int, int]:
        level, kind = levels.get(cell.level, len(levels)), kinds.get(cell.kind, len(kinds))
        return not cell.presence.nobody, level, kind

    return place


class TimesTable(tables.Table):
    caption = gettext_lazy("Up to these days, one after the other")
    personal = False
    columns = (
        tables.Column("name", gettext_lazy("When")),
        tables.Column("with_people", gettext_lazy("With people"), numeric=True, value="presence.with_people"),
        tables.Column("without", gettext_lazy("Without"), numeric=True, value="presence.without"),
        tables.Column("excepted", gettext_lazy("Reserved, yet without"), numeric=True, value="presence.excepted"),
        tables.Column("not_yet", gettext_lazy("Not yet"), numeric=True, value="presence.not_yet"),
    )

    def __init__(self, request: HttpRequest, sheet: MapSheet, leads: Callable[[str], bool]) -> None:
        """`leads`: whether a period can be asked for."""
        super().__init__(request, list(sheet.times_known))
        self.unit, self.leads = sheet.unit, leads

    def link_name(self, row: Then) -> str:
        if not self.leads(row.period):
            return ""
        return f"?period={row.period}&unit={self.unit}" if self.unit else f"?period={row.period}"


class WriteUpTable(PartTable):
    part_way = "opportunity__decision__unit"
    caption = gettext_lazy("Written up by both sides, the latest first")
    personal = False
    empty = gettext_lazy("No write-up is shown yet. One is, as soon as both sides have written and say that it may be.")
    default_sort = "-shown"
    columns = (
        tables.Column(
            "activity",
            gettext_lazy("What people took part in"),
            value="opportunity.title",
            link=lambda row: f"{row.opportunity.code}/",
        ),
        tables.Column("decision", gettext_lazy("For which decision"), value="opportunity.decision.title"),
        tables.Column("unit", gettext_lazy("Where"), value="opportunity.decision.unit.name"),
        tables.Column("shown", gettext_lazy("Shown since"), value="shown_on", sort="shown_on"),
    )
    filters = (days_filter("days", gettext_lazy("Shown since"), "shown_on"), PART_FILTER)
