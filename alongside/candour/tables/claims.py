"""Claims: those of an organisation, and those about which somebody was asked."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter, only_asked
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import claim_words, queries
from ..models import Claim, Signature
from ..models.claims import CLAIM_STATES, Outlet
from ..queries.claims import disputed
from ..standing import Stands

STANDS = [
    (Stands.SIGNED, _("Somebody signed, nobody disputes it")),
    (Stands.DISPUTED, _("Somebody disputes it")),
    (Stands.OWN, _("Nobody but us")),
]


class ClaimTable(PartTable):
    caption = _("Claims, the newest first")
    personal = False
    empty = _("Nothing is claimed here yet.")
    default_sort = "-made"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("text", _("What is said")),
        tables.Column("stands", _("Who stands behind it")),
        tables.Column("outlet", _("Where it is said"), "get_outlet_display"),
        tables.Column("unit", _("By"), "unit.name"),
        tables.Column("made", _("Since"), "made_on", sort="made_on"),
        tables.Column("state", _("How far it is")),
    )
    filters: ClassVar[tuple[tables.Filter, ...]] = (
        tables.Filter(
            "outlet", _("Where"), choices=Outlet.choices, apply=lambda rows, value: rows.filter(outlet=value)
        ),
        tables.Filter("stands", _("Who stands behind it"), choices=STANDS, apply=queries.standing_as),
        tables.Filter(
            "state",
            _("How far"),
            choices=list(CLAIM_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
        days_filter("shown", _("Shown since"), "shown_on"),
        only_asked("denied", "yes", _("Disputed"), _("Somebody says that it is not true"), disputed),
        PART_FILTER,
    )

    def __init__(
        self, request: HttpRequest, rows: Any, *, base: str, today: date, threshold: int, **facts: Any
    ) -> None:
        super().__init__(request, rows, **facts)
        self.base, self.today, self.threshold = base, today, threshold

    @cached_property
    def versions(self) -> dict[int, queries.Version]:
        found = queries.present_versions(self.pages.rows, self.threshold, self.today)
        return {version.claim.pk: version for version in found}

    def link_text(self, row: Claim) -> str:
        return f"{self.base}{row.code}/"

    def cell_text(self, row: Claim) -> Any:
        return claim_words.short(self.versions[row.pk].text.text, 160)

    def file_text(self, row: Claim) -> Any:
        return self.versions[row.pk].text.text

    def cell_stands(self, row: Claim) -> Any:
        return parts.state_tag(*claim_words.tag_of(self.versions[row.pk]))

    def cell_state(self, row: Claim) -> Any:
        return CLAIM_STATES[row.state]


class ShownTable(ClaimTable):
    """For anybody: only what is shown, and who stands behind it."""

    caption = _("What we say was done with people, the newest first")
    columns = (*ClaimTable.columns[:3], ClaimTable.columns[4])
    filters = ()


class MineTable(tables.Table):
    caption = _("What you were asked about, the newest first")
    empty = _("You were asked about nothing yet.")
    default_sort = "-asked"
    columns = (
        tables.Column("text", _("What is said")),
        tables.Column("who", _("Who says it"), "text.claim.organisation.name"),
        tables.Column("mine", _("What you said of it")),
        tables.Column("asked", _("You were asked"), "asked_on", sort="asked_on"),
    )

    def link_text(self, row: Signature) -> str:
        return f"/me/claims/{row.code}/"

    def cell_text(self, row: Signature) -> Any:
        return claim_words.short(row.text.text, 160)

    def file_text(self, row: Signature) -> Any:
        return row.text.text

    def cell_mine(self, row: Signature) -> Any:
        return parts.state_tag(*claim_words.MINE[row.state])
