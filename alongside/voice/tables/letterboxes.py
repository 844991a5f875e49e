"""Letterboxes with what came of what was put in: a number of voices never stands alone."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import progress, queries
from ..models import AnswerKind, Letterbox
from ..models.letterboxes import LETTERBOX_STATES
from ..rules.letterboxes import takes_words
from .ledger import LedgerTable


def lines_of(came: queries.Came) -> list[tuple[Any, int]]:
    """What came of what was put in, each with how many; what nobody answered yet last."""
    kinds = (kind for kind in AnswerKind.values if kind != AnswerKind.DEFERRED)
    found = [(progress.ANSWERS[kind][0], came.answers[kind]) for kind in kinds]
    return [*((label, count) for label, count in found if count), (_("Not answered yet"), came.waiting)]


class LetterboxTable(PartTable):
    caption = gettext_lazy("What is open first, then the newest")
    personal = False
    default_sort = "-state"
    empty = gettext_lazy("There is no letterbox yet. Make one, print its poster and hang it up where people are.")
    columns = (
        tables.Column("title", gettext_lazy("Where it is, and what it asks")),
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        tables.Column("state", gettext_lazy("State"), sort="state"),
        tables.Column("voices", gettext_lazy("Voices"), numeric=True),
        tables.Column("came", gettext_lazy("What came of them")),
    )
    filters = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            lambda rows, value: rows.filter(state=value),
            list(LETTERBOX_STATES.items()),
        ),
        PART_FILTER,
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str) -> None:
        super().__init__(request, rows)
        self.base = base

    @cached_property
    def came(self) -> dict[int, queries.Came]:
        return queries.came_through([row.pk for row in self.pages.rows])

    def link_title(self, row: Letterbox) -> str:
        return f"{self.base}{row.code}/"

    def cell_title(self, row: Letterbox) -> Any:
        if row.question is None:
            return row.title
        return format_html('{} <span class="al-asked">{}</span>', row.title, row.question.text)

    def file_title(self, row: Letterbox) -> str:
        return row.title if row.question is None else f"{row.title}: {row.question.text}"

    def cell_state(self, row: Letterbox) -> Any:
        return parts.state_tag(_("Open"), "open") if takes_words(row) else parts.state_tag(_("Closed"), "quiet")

    def cell_voices(self, row: Letterbox) -> Any:
        return self.came[row.pk].voices if row.pk in self.came else 0

    def cell_came(self, row: Letterbox) -> Any:
        if row.pk not in self.came:
            return "–"
        return ", ".join(f"{label}: {count}" for label, count in lines_of(self.came[row.pk]))


class ThroughTable(LedgerTable):
    """What was put into one letterbox."""

    caption = gettext_lazy("What was put in, newest first")
    empty = gettext_lazy("Nothing has been put in yet.")
    keys_first = False
    filters = ()  # type: ignore[assignment]
