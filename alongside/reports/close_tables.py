"""Closes as a list, what was late, and what changed from one version to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter, only_asked

from . import close_words
from .late_values import KINDS, LateLine
from .models import PeriodClose
from .queries.late import declined, newest_of
from .queries.late_named import Named


class CloseTable(tables.Table):
    personal = False
    caption = _("Months, quarters and years that are closed, or are being closed")
    empty = _("Nothing is closed yet. A draft is made by itself when a month is over.")
    default_sort = "-until"
    columns = (
        tables.Column("days", _("Which days"), value="name"),
        tables.Column("state", _("How it stands")),
        tables.Column("version", _("Version"), numeric=True),
        tables.Column("until", _("Last day"), value="last", sort=("last", "version")),
        tables.Column("frozen", _("Closed on"), value=lambda row: row.frozen_at),
    )
    filters = (
        days_filter("ended", _("Ended"), "last"),
        only_asked("only", "closed", _("How it stands"), _("Closed, the last version of each"), newest_of),
        only_asked("not", "signed", _("How it stands"), _("Not signed by those who take part"), declined),
    )

    def link_days(self, row: PeriodClose) -> str:
        """The newest by its period alone: there whoever takes part reads the plain sentences."""
        newest = not row.has_newer  # type: ignore[attr-defined]
        return f"{row.period}/" if newest else f"{row.period}/{row.version}/"

    def cell_state(self, row: PeriodClose) -> Any:
        tags = [parts.state_tag(close_words.STATES[row.state], close_words.TONES[row.state])]
        if row.is_asked:  # type: ignore[attr-defined]
            tags.append(parts.state_tag(_("Somebody asks to open it again"), "waiting"))
        return format_html_join(" ", "{}", ((tag,) for tag in tags))


class LateTable(tables.Table):
    personal = False
    caption = _("Written down after its days were closed")
    empty = _("Nothing came late.")
    columns = (
        tables.Column("period", _("From which days"), value="period_name"),
        tables.Column("kind", _("What"), value=lambda row: KINDS[row.kind]),
        tables.Column("number", _("How many"), numeric=True),
        tables.Column("which", _("Which, as far as you may see them")),
    )

    def __init__(
        self, request: HttpRequest, lines: Iterable[LateLine], named: Mapping[tuple[str, str], Sequence[Named]]
    ) -> None:
        super().__init__(request, list(lines), prefix="late")
        self.named = named

    def cell_which(self, row: LateLine) -> Any:
        found = self.named.get((row.period, row.kind), ())
        links = format_html_join("; ", LINK, ((each.url, each.title) for each in found))
        more = row.number - len(found)
        if not found:
            return _now("They are not kept by name.") if not row.codes else _now("You may not see them.")
        if more <= 0:
            return links
        words = ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more}
        return format_html("{} {}", links, words)


LINK = '<a class="govuk-link" dir="auto" href="{}">{}</a>'


class DifferenceTable(tables.Table):
    personal = False
    caption = _("Each number that is another one now")
    empty = _("Every number is the same.")
    columns = (
        tables.Column("what", _("What")),
        tables.Column("before", _("In the version before"), numeric=True),
        tables.Column("after", _("In this one"), numeric=True),
    )
