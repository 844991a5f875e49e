"""What somebody said, and what was heard."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables

from .. import progress, queries
from ..models import Contribution
from ..models.answers import STILL_OWED
from .common import EVERYTHING, short


class SaidTable(tables.Table):
    """Somebody's own, in every organisation."""

    caption = gettext_lazy("Newest first")
    empty = gettext_lazy("You have not said anything here yet.")
    default_sort = "-received"
    columns = (
        tables.Column("words", gettext_lazy("What I said"), short, link=lambda row: f"/me/said/{row.code}/"),
        tables.Column("organisation", gettext_lazy("To"), "organisation.name"),
        tables.Column("received", gettext_lazy("On"), "received_on", sort="received_on"),
        tables.Column("state", gettext_lazy("Where it is")),
    )

    def cell_state(self, row: Contribution) -> Any:
        words, tone = progress.of_its_author(row)
        return parts.state_tag(words, "late" if progress.is_late(row, timezone.localdate()) else tone)


class HeardList(tables.Table):
    """Drawn as entries, not as a table (voice/heard.html): only its filters and pages are used. No part of the
    organisation and no finer time than a year can be chosen: two choices together must not single anybody out.
    """

    caption = gettext_lazy("What came of it")
    default_sort = "-told"
    page_size = 8
    columns = (tables.Column("told", gettext_lazy("Told on"), "told_on", sort="told_on", nulls=False),)
    filters = (
        tables.Filter(
            "came",
            gettext_lazy("What came of it"),
            choices=[
                *((kind, words) for kind, (words, _tone) in progress.ANSWERS.items() if kind not in STILL_OWED),
                (queries.QUESTIONED, gettext_lazy("The answer was questioned")),
                (queries.UNANSWERED, gettext_lazy("Questioned, and not answered again")),
                (queries.DENIED, gettext_lazy("What came of it is denied, or did not hold")),
                (EVERYTHING, gettext_lazy("Everything, newest first")),
            ],
            apply=lambda rows, value: rows if value == EVERYTHING else queries.heard_as(rows, value),
            any_label=gettext_lazy("Done and not done"),
        ),
        tables.Filter(
            "year",
            gettext_lazy("Answered in"),
            choices=lambda _table: [(year, year) for year in queries.years_to_choose()],
            apply=lambda rows, value: queries.told_in(rows, value),
            any_label=gettext_lazy("Any year"),
        ),
    )
