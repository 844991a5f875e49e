"""The lists of this room. What is owed stands before what is done."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable
from alongside.people.queries import shown_name

from . import advert_filters, links
from .models.draws import DRAW_STATES
from .models.opportunities import OPPORTUNITY_STATES
from .models.requests import REQUEST_STATES
from .wording import next_step, tone

A_FEW = 6  # of each list, where several stand on one page


class RoomTable(tables.Table):
    """A list of one organisation, the one whose page it is."""

    def to(self, *parts: str) -> str:
        return links.to(self.request.organisation, *parts)  # type: ignore[attr-defined]


def _state(row: Any) -> SafeString:
    return parts.state_tag(row.get_state_display(), tone(row.state))


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
        tables.Column("state", gettext_lazy("State"), value=_state),
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


class OpportunityTable(RoomTable):
    caption = gettext_lazy("Opportunities")
    personal = False
    empty = gettext_lazy("No opportunity yet. Accept a request first, then write one.")
    default_sort = "closes"
    page_size = A_FEW
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("title", gettext_lazy("Opportunity")),
        tables.Column("state", gettext_lazy("State"), value=_state),
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
        *advert_filters.FILTERS,
    )


class DrawTable(RoomTable):
    caption = gettext_lazy("Draws")
    personal = False
    empty = gettext_lazy("Nothing has been drawn yet.")
    default_sort = "-made"
    columns: ClassVar = (
        tables.Column("title", gettext_lazy("Opportunity"), value="opportunity.title"),
        tables.Column("state", gettext_lazy("State"), value=_state),
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


class SessionTable(RoomTable):
    caption = gettext_lazy("Sessions in the next two weeks")
    personal = False
    empty = gettext_lazy("No session in the next two weeks.")
    default_sort = "when"
    page_size = A_FEW
    reads = ("title", "code", "starts_at", "place")
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("title", gettext_lazy("Session")),
        tables.Column("when", gettext_lazy("When"), value="starts_at", sort="starts_at"),
        tables.Column("place", gettext_lazy("Where")),
        tables.Column("coming", gettext_lazy("Coming"), numeric=True),
        tables.Column("waiting", gettext_lazy("Not yet arranged")),
    )

    def cell_when(self, row: Any) -> Any:
        return parts.moment(row.starts_at)

    def file_when(self, row: Any) -> Any:
        return row.starts_at

    def cell_waiting(self, row: Any) -> Any:
        return parts.state_tag(str(row.waiting), "late") if row.waiting else _("Nothing")

    def link_title(self, row: Any) -> str:
        return self.to("sessions", row.code)


class ToWriteTable(SessionTable):
    caption = gettext_lazy("Over: write down who came")
    empty = gettext_lazy("For every session it is written down who came.")
    columns: ClassVar[tuple[tables.Column, ...]] = SessionTable.columns[:3]


class ArrangementTable(RoomTable):
    caption = gettext_lazy("To arrange, or to find out whether it was met")
    empty = gettext_lazy("Everything is arranged.")
    default_sort = "due"
    page_size = A_FEW
    reads = ("what", "code", "state", "due_on", "person__called", "person__name", "meeting__title", "meeting__code")
    columns: ClassVar = (
        tables.Column("what", gettext_lazy("What")),
        tables.Column("person", gettext_lazy("For"), value=lambda row: shown_name(row.person)),
        tables.Column("session", gettext_lazy("Session"), value="meeting.title"),
        tables.Column("due", gettext_lazy("By"), value="due_on", sort="due_on"),
        tables.Column("state", gettext_lazy("State"), value=_state),
    )

    def link_what(self, row: Any) -> str:
        return self.to("sessions", row.meeting.code, "arrangements", row.code)


class NotMetTable(ArrangementTable):
    caption = gettext_lazy("Not met in the past three months")
    empty = gettext_lazy("Nothing was left unmet.")
    default_sort = "-due"


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


class OpenTable(RoomTable):
    """Drawn as cards: for reading, not for comparing."""

    caption = gettext_lazy("What is open")
    empty = gettext_lazy("Nothing is open just now. Come back soon.")
    default_sort = "closes"
    columns: ClassVar = (
        tables.Column("closes", gettext_lazy("Closes"), value="closes_on", sort="closes_on", nulls=False),
    )
