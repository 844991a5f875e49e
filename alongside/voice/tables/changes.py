"""Changes, and the sentences behind one of them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.core.dates import long_day
from alongside.organisation.part_tables import PartTable

from .. import progress, queries, tracing
from ..models import AnswerKind, Change, ChangeKind, Contribution
from ..queries.holding import DUE, NONE, SET
from .asked import CHANGED


def _units(table: tables.Table) -> list[tuple[str, str]]:
    return queries.units_with_changes(table.request.actor)  # type: ignore[attr-defined]


class ChangeTable(PartTable):
    """What is different now, newest first. What people say about it stands beside it, and never an average."""

    caption = gettext_lazy("What is different, newest first")
    personal = False
    empty = gettext_lazy("Nothing is shown here yet. A change appears once somebody's words about it may be read.")
    default_sort = "-since"
    columns = (
        tables.Column("what", gettext_lazy("What is different")),
        tables.Column("unit", gettext_lazy("Where"), "unit.name"),
        tables.Column("since", gettext_lazy("Since"), "since", sort="since"),
        tables.Column("state", gettext_lazy("Who says so")),
        tables.Column("check", gettext_lazy("Looked at again by")),
    )
    filters = (
        tables.Filter(
            "unit",
            gettext_lazy("Part of the organisation"),
            choices=_units,
            apply=lambda rows, value: rows.filter(unit__code=value),
        ),
        tables.Filter(
            "kind",
            gettext_lazy("In what"),
            choices=ChangeKind.choices,
            apply=lambda rows, value: rows.filter(kind=value),
        ),
        tables.Filter(
            "state",
            gettext_lazy("Who says so"),
            choices=[(stands, words) for stands, (words, _tone) in progress.CHANGES.items()],
            apply=queries.standing_so,
        ),
        tables.Filter(
            "check",
            gettext_lazy("Looked at again"),
            choices=[
                (DUE, gettext_lazy("The day has come")),
                (SET, gettext_lazy("A day is set")),
                (NONE, gettext_lazy("No day is set")),
            ],
            apply=lambda rows, value: rows,  # needs to know which day it is: see `pages`
        ),
        *CHANGED,
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str, today: date, **facts: Any) -> None:
        asked = request.GET.get("check", "")
        if asked in (DUE, SET, NONE):
            rows = queries.to_be_checked(rows, asked, today)
        super().__init__(request, rows, **facts)
        self.base, self.today = base, today

    @cached_property
    def listed(self) -> queries.Listed:
        return queries.listed(self.pages.rows)

    def link_what(self, row: Change) -> str:
        return f"{self.base}{row.code}/"

    def cell_what(self, row: Change) -> Any:
        corrected = _("Corrected on %(day)s") % {"day": long_day(row.corrected_on)} if row.corrected_on else ""
        return parts.paragraphs(tracing.short(row.what, 160), corrected) if corrected else tracing.short(row.what, 160)

    def file_what(self, row: Change) -> Any:
        return row.what

    def file_check(self, row: Change) -> Any:
        return self.listed.due.get(row.pk)

    def cell_state(self, row: Change) -> Any:
        words, tone = progress.CHANGES[row.stands]
        tally = self.listed.tallies.get(row.pk)
        return parts.paragraphs(parts.state_tag(words, tone), tally.in_words() if tally else "")

    def cell_check(self, row: Change) -> Any:
        day = self.listed.due.get(row.pk)
        if day is None or day > self.today:
            return day
        return parts.paragraphs(parts.state_tag(_("To be looked at"), "late"), long_day(day))


class TraceTable(tables.Table):
    """Under the picture: each thing that was said, and after how long what came of it."""

    caption = gettext_lazy("Each thing that was said, and what came of it")
    empty = gettext_lazy("No words can be shown here: those who said them keep them to themselves.")
    default_sort = "-said"
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("said", gettext_lazy("Said"), "said_on", sort="said_on"),
        tables.Column("answered", gettext_lazy("Answered")),
        tables.Column("decided", gettext_lazy("Decided")),
        tables.Column("changed", gettext_lazy("Different since")),
        tables.Column("checked", gettext_lazy("What they say, and whether it held")),
    )

    def __init__(self, request: HttpRequest, trace: queries.Trace, actor: Any, link: Any = None) -> None:
        super().__init__(request, trace.rows)
        self.trace, self.actor, self.link = trace, actor, link
        self.by_number = {change.pk: change for change in trace.changes}

    @property
    def newest(self) -> list[Contribution]:
        """The first page has them already."""
        if self.request.GET:
            return queries.newest_of(self.trace)
        return list(self.pages.rows[: queries.NEWEST])

    @cached_property
    def marks(self) -> queries.Marks:
        return queries.marks_of(self.trace, self.pages.rows)

    @cached_property
    def names(self) -> dict[int, str]:
        return queries.credited([row for row in self.pages.rows if queries.may_quote(self.actor, row)])

    def link_words(self, row: Contribution) -> str:
        return self.link(row) if self.link else ""

    def cell_words(self, row: Contribution) -> Any:
        words = queries.quoted(self.actor, row)
        quoted = {row.pk: words} if words else {}
        asked = row.question.text if quoted and row.question else ""
        return parts.paragraphs(tracing.said_words(row, quoted), self.names.get(row.pk, ""), asked)

    def cell_answered(self, row: Contribution) -> Any:
        if row.answered_on is None:
            return _("Not yet")
        kind = AnswerKind(row.answer_kind).label if row.answer_kind else ""
        return parts.paragraphs(kind, f"{long_day(row.answered_on)}, {tracing.after(row.said_on, row.answered_on)}")

    def cell_decided(self, row: Contribution) -> Any:
        days = [each.decided_on for each in self.trace.decisions if each.decided_on]
        if not days:
            return "–"
        return parts.paragraphs(long_day(days[0]), tracing.after(row.said_on, days[0]))

    def _changes(self, row: Contribution) -> list[Change]:
        return [self.by_number[number] for number in self.marks.changes.get(row.pk, ())]

    def cell_changed(self, row: Contribution) -> Any:
        lines = [f"{long_day(each.since)}, {tracing.after(row.said_on, each.since)}" for each in self._changes(row)]
        return _lines(lines) or "–"

    def cell_checked(self, row: Contribution) -> Any:
        """What they say is shown beside their words only: without them it stands in the tally alone."""
        lines = []
        if queries.may_quote(self.actor, row):
            lines = [verdict_in_words(each) for each in self.marks.verdicts.get(row.pk, ())]
        for change in self._changes(row):
            lines += [_looked(change, day) for day in self.trace.checks.get(change.pk, ()) if day.done_on]
        return _lines(lines) or "–"


def verdict_in_words(verdict: Any) -> str:
    size = f" {verdict.get_size_display()}." if verdict.size else ""
    earlier = f" ({_('about the earlier text')})" if verdict.on_earlier_text else ""
    return f"{verdict.get_kind_display()}.{size}{earlier}"


def _looked(change: Change, day: Any) -> str:
    own = next((each for each in day.seen if each.contribution_id is None), None)
    found = own.get_result_display() if own else ""
    return f"{long_day(day.done_on)}, {tracing.after(change.since, day.done_on)}: {found}"


def _lines(lines: list[str]) -> Any:
    return format_html_join("", '<span dir="auto">{}</span><br>', ((line,) for line in lines))
