"""What waits to be decided before everybody may read it, what the panel is asked, and who is on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables

from .. import published_rules, queries
from ..models import Appeal, Contribution, PanelMember, Showing
from ..models.showing import APPEALED, COVERED, NOT_SHOWN, SHOWING_STATES, SHOWN, WAITING
from .common import due, short

TONES = {WAITING: "waiting", SHOWN: "done", COVERED: "open", NOT_SHOWN: "refused", APPEALED: "waiting"}


class ShowingTable(tables.Table):
    """Oldest first. What is decided is found with the filter."""

    caption = gettext_lazy("To be decided, oldest first")
    empty = gettext_lazy("Nothing waits to be decided.")
    default_sort = "by"
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("unit", gettext_lazy("To"), "contribution.unit.name"),
        tables.Column("since", gettext_lazy("Since"), "asked_on"),
        tables.Column("by", gettext_lazy("To be decided by"), sort="decide_by", nulls=False),
        tables.Column("state", gettext_lazy("State")),
    )
    filters = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=[(state, SHOWING_STATES[state]) for state in (SHOWN, COVERED, NOT_SHOWN, APPEALED)],
            apply=tables.as_it_is,
            any_label=gettext_lazy("To be decided"),
        ),
    )

    def __init__(self, request: HttpRequest, base: str) -> None:
        asked = request.GET.get("state", "")
        states = (SHOWN, COVERED, NOT_SHOWN, APPEALED)
        rows = queries.showings_for(request.actor)  # type: ignore[attr-defined]
        super().__init__(request, rows.filter(state=asked if asked in states else WAITING, decide_by__isnull=False))
        self.base = base

    def cell_words(self, row: Showing) -> Any:
        return short(row.contribution)

    def link_words(self, row: Showing) -> str:
        return f"{self.base}{row.code}/"

    def file_by(self, row: Showing) -> Any:
        return row.decide_by

    def cell_by(self, row: Showing) -> Any:
        return due(row.decide_by) if row.decide_by and row.state == WAITING else row.decide_by

    def cell_state(self, row: Showing) -> Any:
        return parts.state_tag(SHOWING_STATES[row.state], TONES.get(row.state, "quiet"))


class UnseenTable(tables.Table):
    """Everybody may read it, says its author, who has not looked at how. Ring them and read it to them."""

    caption = gettext_lazy("Allowed, and not yet looked at by the one who said it")
    empty = gettext_lazy("Everybody has looked at how others see their words.")
    default_sort = "received"
    columns = (
        tables.Column("words", gettext_lazy("What was said"), short),
        tables.Column("unit", gettext_lazy("To"), "unit.name"),
        tables.Column("received", gettext_lazy("Received"), "received_on", sort="received_on", nulls=False),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str) -> None:
        super().__init__(request, rows, prefix="unseen")
        self.base = base

    def link_words(self, row: Contribution) -> str:
        return f"{self.base}{row.code}/"


class AppealTable(tables.Table):
    caption = gettext_lazy("What the panel is asked, nearest day first")
    empty = gettext_lazy("Nobody asks the panel anything.")
    default_sort = "by"
    columns = (
        tables.Column("asked", gettext_lazy("Asked on"), "made_on"),
        tables.Column("rule", gettext_lazy("The rule"), lambda row: published_rules.title_of(row.decision.rule)),
        tables.Column("by", gettext_lazy("To be decided by"), sort="decide_by", nulls=False),
        tables.Column("state", gettext_lazy("State")),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str) -> None:
        super().__init__(request, rows)
        self.base = base

    def link_asked(self, row: Appeal) -> str:
        return f"{self.base}{row.code}/"

    def file_by(self, row: Appeal) -> Any:
        return row.decide_by

    def cell_by(self, row: Appeal) -> Any:
        return row.decide_by if row.end else due(row.decide_by)

    def cell_state(self, row: Appeal) -> Any:
        return row.get_end_display() if row.end else parts.state_tag(gettext_lazy("Not decided yet"), "waiting")


class PanelTable(tables.Table):
    caption = gettext_lazy("Who is on the panel")
    empty = gettext_lazy("Nobody is on the panel. Name at least three, so that two can agree.")
    columns = (
        tables.Column("name", gettext_lazy("Name"), lambda row: queries.shown_name(row.person)),
        tables.Column("since", gettext_lazy("Since"), "since"),
        tables.Column("end", gettext_lazy("Change"), lambda row: gettext_lazy("Take off the panel"), acts=True),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str) -> None:
        super().__init__(request, list(rows))
        self.base = base

    def link_end(self, row: PanelMember) -> str:
        return f"{self.base}{row.code}/"
