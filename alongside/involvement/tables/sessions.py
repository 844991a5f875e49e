"""Sessions, and what is to be arranged for them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.people.queries import shown_name

from .common import A_FEW, RoomTable, state_of


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
        tables.Column("state", gettext_lazy("State"), value=state_of),
    )

    def link_what(self, row: Any) -> str:
        return self.to("sessions", row.meeting.code, "arrangements", row.code)


class NotMetTable(ArrangementTable):
    caption = gettext_lazy("Not met in the past three months")
    empty = gettext_lazy("Nothing was left unmet.")
    default_sort = "-due"
