"""Concerns: those that the reader has, and what others told of theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables

from ..models import ConcernSummary, InvolvementConcern, Show
from ..words import short


class ReadingTable(tables.Table):
    """Without a word of what was raised: the list may be looked at over a shoulder."""

    caption = _("Concerns that you read")
    discreet = True
    empty = _("Nobody has raised a concern with you.")
    default_sort = "due"
    columns = (
        tables.Column("raised", _("Raised on"), value="raised_on", sort="raised_on"),
        tables.Column("state", _("How it stands")),
        tables.Column("due", _("Due"), sort="due_on"),
        tables.Column("way", _("Can be reached")),
    )

    def __init__(self, request: Any, rows: Any, *, base: str, today: date) -> None:
        self.base, self.today = base, today
        super().__init__(request, rows)

    def link_raised(self, row: InvolvementConcern) -> str:
        return f"{self.base}{row.code}/"

    def cell_state(self, row: InvolvementConcern) -> Any:
        return parts.state_tag(row.get_state_display(), "open" if row.is_owed else "done")

    def file_due(self, row: InvolvementConcern) -> Any:
        return row.due_on if row.is_owed else None

    def cell_due(self, row: InvolvementConcern) -> Any:
        if not row.is_owed:
            return "–"
        late = row.due_on < self.today
        return parts.state_tag(_now("Late since %s") % parts.day(row.due_on), "late") if late else parts.day(row.due_on)

    def cell_way(self, row: InvolvementConcern) -> Any:
        return _now("No") if row.show == Show.NOBODY else _now("Yes")


class SummaryTable(tables.Table):
    caption = _("What people told of their concerns")
    personal = False
    empty = _("Nobody has told others of a concern yet.")
    default_sort = "-on"
    columns = (
        tables.Column("words", _("What they say")),
        tables.Column("on", _("Told on"), value="published_on", sort="published_on", nulls=False),
        tables.Column("reply", _("Reply")),
    )

    def __init__(self, request: Any, rows: Any, *, base: str) -> None:
        self.base = base
        super().__init__(request, rows)

    def link_words(self, row: ConcernSummary) -> str:
        return f"{self.base}{row.code}/"

    def cell_words(self, row: ConcernSummary) -> Any:
        return short(row.words)

    def file_words(self, row: ConcernSummary) -> Any:
        return row.words

    def cell_reply(self, row: ConcernSummary) -> Any:
        return row.reply_by if row.replied_on else _now("No reply")
