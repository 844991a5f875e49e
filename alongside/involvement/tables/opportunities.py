"""Opportunities: for those who run them, and for those who read what is open."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.organisation.part_tables import PartTable

from ..models.opportunities import OPPORTUNITY_STATES
from ..wording import next_step
from . import adverts
from .common import A_FEW, RoomTable, state_of


class OpportunityTable(RoomTable):
    caption = gettext_lazy("Opportunities")
    personal = False
    empty = gettext_lazy("No opportunity yet. Accept a request first, then write one.")
    default_sort = "closes"
    page_size = A_FEW
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("title", gettext_lazy("Opportunity")),
        tables.Column("state", gettext_lazy("State"), value=state_of),
        tables.Column("next", gettext_lazy("Next"), value=lambda row: next_step(row)[0]),
        tables.Column("places", gettext_lazy("Places")),
        tables.Column("interested", gettext_lazy("Interested"), numeric=True),
        tables.Column("closes", gettext_lazy("Closes"), value="closes_on", sort="closes_on"),
    )

    def cell_places(self, row: Any) -> Any:
        words = _("%(accepted)d of %(seats)d") % {"accepted": row.accepted, "seats": row.seats}
        return parts.state_tag(_("One seat alone"), "late") if row.seats == 1 else words

    def link_title(self, row: Any) -> str:
        return self.to("involvement", "opportunities", row.code)


class AllOpportunityTable(OpportunityTable, PartTable):
    part_way = "decision__unit"
    default_sort = "-written"
    page_size = tables.PAGE_SIZE
    columns: ClassVar[tuple[tables.Column, ...]] = (
        *OpportunityTable.columns,
        tables.Column("written", gettext_lazy("Written"), value="recorded_at", sort="recorded_at"),
    )
    filters: ClassVar = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=list(OPPORTUNITY_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
        *adverts.FILTERS,
    )


class OpenTable(RoomTable):
    """Drawn as cards: for reading, not for comparing."""

    caption = gettext_lazy("What is open")
    empty = gettext_lazy("Nothing is open just now. Come back soon.")
    default_sort = "closes"
    columns: ClassVar = (
        tables.Column("closes", gettext_lazy("Closes"), value="closes_on", sort="closes_on", nulls=False),
    )
