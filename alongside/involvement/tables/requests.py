"""Requests, and decisions about which people can be asked. What is owed stands before what is done."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..models.requests import REQUEST_STATES
from ..wording import tone
from .common import A_FEW, RoomTable, state_of


def notice(row: Any) -> Any:
    words = ngettext("%d working day", "%d working days", row.notice_days) % row.notice_days
    return parts.state_tag(_("Short: %s") % words, "late") if row.short_notice else words


def _short(table: tables.Table) -> list[tuple[str, Any]]:
    """Only where a number leads here (core/day_ranges.py)."""
    return [("short", gettext_lazy("Short"))] if table.request.GET.get("notice") == "short" else []


class RequestTable(RoomTable, PartTable):
    caption = gettext_lazy("Requests")
    personal = False
    empty = gettext_lazy("Nobody has asked for involvement yet.")
    default_sort = "-asked"
    reads = (
        "what",
        "code",
        "state",
        "asked_on",
        "answer_due_on",
        "decide_by",
        "notice_days",
        "short_notice",
        "unit__name",
    )
    columns: ClassVar = (
        tables.Column("what", gettext_lazy("What people are asked to do")),
        tables.Column("unit", gettext_lazy("Unit"), value="unit.name"),
        tables.Column("state", gettext_lazy("State"), value=state_of),
        tables.Column("asked", gettext_lazy("Asked on"), value="asked_on", sort="asked_on"),
        tables.Column("by", gettext_lazy("Decided by"), value="decide_by"),
        tables.Column("notice", gettext_lazy("Notice"), value=notice),
    )
    filters: ClassVar[tuple[tables.Filter, ...]] = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=list(REQUEST_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
        PART_FILTER,
        days_filter("asked", gettext_lazy("Asked on"), "asked_on"),
        days_filter("answered", gettext_lazy("Answered on"), "answered_on"),
        tables.Filter("notice", gettext_lazy("Notice"), lambda rows, _value: rows.filter(short_notice=True), _short),
    )

    def link_what(self, row: Any) -> str:
        return self.to("involvement", "requests", row.code)


class HeldTable(RequestTable):
    """For those who asked: where each of their requests is."""

    caption = gettext_lazy("What you and your team asked for")
    empty = gettext_lazy("You have not asked for anything yet.")
    page_size = A_FEW
    filters: ClassVar[tuple[tables.Filter, ...]] = ()


class WaitingTable(RoomTable):
    caption = gettext_lazy("Requests to answer")
    personal = False
    empty = gettext_lazy("No request is waiting for an answer.")
    default_sort = "due"
    page_size = A_FEW
    reads = RequestTable.reads
    columns: ClassVar = (
        tables.Column("what", gettext_lazy("What people are asked to do")),
        tables.Column("unit", gettext_lazy("Unit"), value="unit.name"),
        tables.Column("due", gettext_lazy("Answer by"), value="answer_due_on", sort="answer_due_on"),
        tables.Column("by", gettext_lazy("Decided by"), value="decide_by"),
        tables.Column("notice", gettext_lazy("Notice"), value=notice),
    )

    def link_what(self, row: Any) -> str:
        return self.to("involvement", "requests", row.code)


class AskTable(RoomTable):
    caption = gettext_lazy("Other decisions")
    personal = False
    empty = gettext_lazy("No other decision is waiting. Put it on the calendar first, then ask.")
    default_sort = "due"
    reads = ("title", "code", "due_on", "kind__name", "unit__name")
    columns: ClassVar = (
        tables.Column("title", gettext_lazy("Decision")),
        tables.Column("kind", gettext_lazy("Kind"), value="kind.name"),
        tables.Column("unit", gettext_lazy("Unit"), value="unit.name"),
        tables.Column("due", gettext_lazy("Due"), value="due_on", sort="due_on"),
        tables.Column("asked", gettext_lazy("Asked already")),
    )

    def link_title(self, row: Any) -> str:
        return self.to("ask", row.code)

    def cell_asked(self, row: Any) -> Any:
        return parts.state_tag(REQUEST_STATES[row.asked], tone(row.asked)) if row.asked else _("No")


class ReservedTable(AskTable):
    caption = gettext_lazy("These may not be taken without the people they affect")
    empty = gettext_lazy("No decision that may not be taken without people is waiting.")
