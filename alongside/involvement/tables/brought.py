"""What was on agendas and who brought it, and papers: over all sessions."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..queries.brought import brought_by, sent_so
from .common import RoomTable

BROUGHT = (
    ("people", gettext_lazy("Somebody who takes part")),
    ("staff", gettext_lazy("Somebody who works here")),
)
SENT = (
    ("early", gettext_lazy("Sent before the day")),
    ("late", gettext_lazy("Not sent before the day")),
    ("same", gettext_lazy("The same for everybody")),
    ("differ", gettext_lazy("Not the same for everybody")),
)


class OfSessions(PartTable, RoomTable):
    """The words of people stand in them, and names can."""

    part_way = "meeting__opportunity__decision__unit"
    default_sort = "-held"
    of_session = (
        tables.Column("session", gettext_lazy("Session"), value="meeting.title"),
        tables.Column("unit", gettext_lazy("Where"), value="meeting.opportunity.decision.unit.name"),
        tables.Column("held", gettext_lazy("Held on"), value="meeting.held_on", sort="meeting__held_on"),
    )
    when = (days_filter("days", gettext_lazy("Held on"), "meeting__held_on"), PART_FILTER)

    def link_session(self, row: Any) -> str:
        return self.to("sessions", row.meeting.code)


class AgendaTable(OfSessions):
    caption = gettext_lazy("What was on agendas, the latest first")
    empty = gettext_lazy("Nothing was on an agenda yet.")
    columns = (
        tables.Column("title", gettext_lazy("Item")),
        *OfSessions.of_session,
        tables.Column("brought", gettext_lazy("Brought by")),
    )
    filters = (tables.Filter("brought", gettext_lazy("Brought by"), brought_by, BROUGHT), *OfSessions.when)

    def cell_brought(self, row: Any) -> Any:
        if row.raised_by_person_id:
            return BROUGHT[0][1]
        return BROUGHT[1][1] if row.raised_by_user_id else _("Not written down")


class PaperTable(OfSessions):
    caption = gettext_lazy("Papers of sessions, the latest first")
    empty = gettext_lazy("No session had papers yet.")
    columns = (
        tables.Column("title", gettext_lazy("Paper")),
        *OfSessions.of_session,
        tables.Column("sent", gettext_lazy("Sent on"), value="sent_on", sort="sent_on"),
        tables.Column("same", gettext_lazy("The same for everybody")),
    )
    filters = (tables.Filter("how", gettext_lazy("How it was"), sent_so, SENT), *OfSessions.when)

    def cell_sent(self, row: Any) -> Any:
        if row.sent_on is None:
            return parts.state_tag(_("Not sent"), "late")
        late = _("Not before the day") if row.sent_on >= row.meeting.held_on else ""
        return parts.paragraphs(parts.timed(row.sent_on), late)

    def file_sent(self, row: Any) -> Any:
        return row.sent_on

    def cell_same(self, row: Any) -> Any:
        return _("Yes") if row.same_for_everyone else parts.paragraphs(_("No"), row.difference)
