"""Decisions that are taken, with how early people were asked."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.decisions.tables import Days, places
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..queries.asked_early import EARLIER, EVER, NEVER, TOO_LATE, asked_so
from .common import RoomTable

HOW = (
    (NEVER, gettext_lazy("Nobody was asked")),
    (TOO_LATE, gettext_lazy("On the day of the decision, or after it")),
    (EARLIER, gettext_lazy("Before it")),
    (EVER, gettext_lazy("At all")),
)


class AskedTable(PartTable, RoomTable):
    caption = gettext_lazy("Decisions that are taken, the latest first")
    personal = False
    empty = gettext_lazy("No decision has been taken yet.")
    default_sort = "-decided"
    columns = (
        tables.Column("title", gettext_lazy("What was decided")),
        tables.Column("unit", gettext_lazy("Where"), value="unit.name"),
        tables.Column("kind", gettext_lazy("Kind"), value="kind.name"),
        tables.Column("decided", gettext_lazy("Decided on"), value="decided_on", sort="day"),
        tables.Column("asked", gettext_lazy("First asked on"), value="first_asked"),
        tables.Column("early", gettext_lazy("Days before"), file_heading=gettext_lazy("Days before the decision")),
    )
    filters = (
        tables.Filter("how", gettext_lazy("People were asked"), asked_so, HOW),
        days_filter("days", gettext_lazy("Decided on"), "day"),
        tables.Filter("level", gettext_lazy("Level"), tables.as_it_is, places.levels),
        tables.Filter("kind", gettext_lazy("Kind"), tables.as_it_is, places.kinds_asked),
        tables.Filter("period", gettext_lazy("Month or quarter"), tables.as_it_is, places.periods_asked),
        PART_FILTER,
    )

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], days: Days) -> None:
        self.facts = days
        super().__init__(request, rows)
        self._rows = places.of_a_cell(self, rows)

    def link_title(self, row: Any) -> str:
        return self.to("decisions", row.code)

    def cell_asked(self, row: Any) -> Any:
        return row.first_asked or parts.state_tag(_("Nobody was asked"), "late")

    def file_asked(self, row: Any) -> Any:
        return row.first_asked or _("Nobody was asked")

    def cell_early(self, row: Any) -> Any:
        if row.first_asked is None:
            return "–"
        days = (row.decided_on - row.first_asked).days
        if days <= 0:
            return parts.state_tag(_("Too late"), "late")
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}

    def file_early(self, row: Any) -> Any:
        return (row.decided_on - row.first_asked).days if row.first_asked else None
