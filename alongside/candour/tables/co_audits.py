"""Co-audits: all of them for those who belong here, those that were told for everybody."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..models import CoAudit
from ..models.co_audits import CO_AUDIT_STATES, FOUND, SET_ASIDE
from ..words import short


class CoAuditTable(PartTable):
    caption = _("Co-audits")
    personal = False
    empty = _("There is no co-audit yet.")
    default_sort = "-made"
    columns = (
        tables.Column("title", _("What it is called")),
        tables.Column("of", _("Which records"), "get_of_what_display"),
        tables.Column("made", _("Since"), value="made_on", sort="made_on"),
        tables.Column("state", _("How far it is")),
    )
    filters = (
        tables.Filter(
            "state",
            _("How far"),
            choices=list(CO_AUDIT_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
        days_filter("days", _("Since"), "made_on"),
        PART_FILTER,
    )

    def __init__(self, request: Any, rows: Any, *, base: str, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.base = base

    def link_title(self, row: CoAudit) -> str:
        return f"{self.base}{row.code}/"

    def cell_state(self, row: CoAudit) -> Any:
        tone = {FOUND: "done", SET_ASIDE: "quiet"}.get(row.state, "waiting")
        return parts.state_tag(row.get_state_display(), tone)


class ToldTable(tables.Table):
    caption = _("What was found and told")
    personal = False
    empty = _("Nothing is told yet.")
    default_sort = "-told"
    columns = (
        tables.Column("title", _("What it is called")),
        tables.Column("summary", _("What they tell")),
        tables.Column("told", _("Told on"), value="told_on", sort="told_on", nulls=False),
    )

    def __init__(self, request: Any, rows: Any, *, base: str) -> None:
        super().__init__(request, rows)
        self.base = base

    def link_title(self, row: CoAudit) -> str:
        return f"{self.base}{row.code}/"

    def file_summary(self, row: CoAudit) -> Any:
        return row.summary or self.cell_summary(row)

    def cell_summary(self, row: CoAudit) -> Any:
        return short(row.summary) or _now("Taken down")
