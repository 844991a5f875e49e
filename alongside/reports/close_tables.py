"""Closes as a list, what was late, and what changed from one version to the next."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables

from . import close_words
from .late_values import KINDS
from .models import PeriodClose


class CloseTable(tables.Table):
    personal = False
    caption = _("Months, quarters and years that are closed, or are being closed")
    empty = _("Nothing is closed yet. A draft is made by itself when a month is over.")
    default_sort = "-until"
    columns = (
        tables.Column("days", _("Which days"), value="name", link=lambda row: f"{row.period}/{row.version}/"),
        tables.Column("state", _("How it stands")),
        tables.Column("version", _("Version"), numeric=True),
        tables.Column("until", _("Last day"), value="last", sort=("last", "version")),
        tables.Column("frozen", _("Closed on"), value=lambda row: row.frozen_at),
    )

    def cell_state(self, row: PeriodClose) -> Any:
        return parts.state_tag(close_words.STATES[row.state], close_words.TONES[row.state])


class LateTable(tables.Table):
    personal = False
    caption = _("Written down after its days were closed")
    empty = _("Nothing came late.")
    columns = (
        tables.Column("period", _("From which days"), value="period_name"),
        tables.Column("kind", _("What"), value=lambda row: KINDS[row.kind]),
        tables.Column("number", _("How many"), numeric=True),
    )


class DifferenceTable(tables.Table):
    personal = False
    caption = _("Each number that is another one now")
    empty = _("Every number is the same.")
    columns = (
        tables.Column("what", _("What")),
        tables.Column("before", _("In the version before"), numeric=True),
        tables.Column("after", _("In this one"), numeric=True),
    )
