"""The listening ledger, and the ages of what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.core.dates import AGE_BANDS
from alongside.organisation.part_tables import PartTable

from .. import progress, queries, rules
from ..models import Contribution
from ..models.contributions import OWED
from ..queries import UnitAges
from ..queries.ledger_themes import MARK_DAY, themes_to_choose
from . import asked
from .common import EVERYTHING, in_full, short
from .safety import at_most

BANDS = {
    "0-6": gettext_lazy("Under 6 weeks"),
    "6-12": gettext_lazy("6 to 12 weeks"),
    "over-12": gettext_lazy("Over 12 weeks"),
}


MARKS = {
    "open": gettext_lazy("Not right, and no new answer yet"),
    "good": gettext_lazy("It answers the one who asked"),
}
RISEN = {"board": gettext_lazy("On the board's page")}
MARKED: dict[str, dict[str, bool]] = {"open": {"disputed": True}, "good": {"answers_me_on__isnull": False}}


def _by_age(rows: Any, value: str) -> Any:
    return queries.received_between(rows, timezone.localdate(), value)


def _by_mark(column: tables.Column) -> tables.Column:
    return replace(column, sort=MARK_DAY, nulls=False) if column.sort == "received_on" else column


def _themes(table: tables.Table) -> list[tuple[str, str]]:
    return [(theme.code, theme.name) for theme in themes_to_choose(table.request.actor)]  # type: ignore[attr-defined]


def _units(table: tables.Table) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in queries.ledger_units(table.request.actor)]  # type: ignore[attr-defined]


# Where a number that is counted of first answers leads here.
FIRST = (
    tables.Column("answered", gettext_lazy("First answer on"), "answered_on", sort="answered_on", nulls=False),
    tables.Column("days", gettext_lazy("Working days to it"), "answer_days", numeric=True),
)
PICK = tables.Column("pick", gettext_lazy("Choose"), acts=True)


def _with_first(columns: Iterable[tables.Column]) -> Iterator[tables.Column]:
    """In place of when an answer is due: all of them were answered, so none of them says how long it waits."""
    for column in columns:
        if column.name == "received":
            column = replace(column, heading=column.file_heading)
        if column.name == "due":
            yield from FIRST
        else:
            yield column


class LedgerTable(PartTable):
    """Everything, newest first."""

    caption = gettext_lazy("What was said")
    empty = gettext_lazy("Nothing has been said yet. Tell people where they can say something, or write it down.")
    default_sort = "-received"
    keys_first = True
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        tables.Column(
            "received", gettext_lazy("Waiting"), sort="received_on", file_heading=gettext_lazy("Received on")
        ),
        tables.Column("due", gettext_lazy("Due"), "due_on"),
        tables.Column("state", gettext_lazy("State")),
    )
    filters = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=[
                (EVERYTHING, gettext_lazy("Everything")),
                *((state, words) for state, (words, _own, _tone) in progress.STATES.items()),
            ],
            apply=lambda rows, value: rows if value == EVERYTHING else queries.said_standing_so(rows, value),
            any_label=gettext_lazy("Still owed"),
        ),
        tables.Filter("age", gettext_lazy("Waiting"), choices=list(BANDS.items()), apply=_by_age),
        tables.Filter(
            "mark",
            gettext_lazy("The last word"),
            choices=list(MARKS.items()),
            apply=lambda rows, value: rows.filter(**MARKED[value]),
            any_label=gettext_lazy("Any, or none"),
        ),
        tables.Filter(
            "risen",
            gettext_lazy("How far it rose by being late"),
            choices=list(RISEN.items()),
            apply=lambda rows, _value: rows.filter(board_since__isnull=False),
            any_label=gettext_lazy("Any"),
        ),
        tables.Filter(
            "unit",
            gettext_lazy("Who answers"),
            choices=_units,
            apply=lambda rows, value: rows.filter(unit__code=value),
        ),
        tables.Filter(
            "theme",
            gettext_lazy("What it is about"),
            choices=_themes,
            any_label=gettext_lazy("Anything"),
            apply=tables.as_it_is,  # by who asks: views/ledger.py
        ),
        tables.Filter(
            "whose",
            gettext_lazy("Handed to"),
            choices=[("me", gettext_lazy("Me"))],
            any_label=gettext_lazy("Anybody"),
            apply=tables.as_it_is,
        ),
        *asked.SAID,
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.base = base
        first = "answered" in self.chosen
        self.chooses = not first and rules.can_answer_somewhere(request.actor)  # type: ignore[attr-defined]
        if isinstance(rows, QuerySet) and MARK_DAY in rows.query.annotations:
            self.columns = tuple(map(_by_mark, self.columns))  # type: ignore[misc, assignment]
        if first:
            self.columns = tuple(_with_first(self.columns))  # type: ignore[misc, assignment]
        if self.chooses:
            # Last: what was said names the row.
            self.columns = (*self.columns, PICK)  # type: ignore[misc, assignment]

    def cell_pick(self, row: Contribution) -> Any:
        """A tick that belongs to the form below the list: no script is needed for it."""
        actor = self.request.actor  # type: ignore[attr-defined]
        if row.state not in rules.ANSWERABLE or not rules.can_record_change(actor, row.unit_id):
            return ""
        return format_html(
            '<label class="al-pick"><input type="checkbox" name="codes" value="{}" form="choose">'
            '<span class="govuk-visually-hidden">{} {}</span></label>',
            row.code,
            _("Choose:"),
            self.named(row),
        )

    def named(self, row: Contribution) -> Any:
        """For a tick that is heard and not seen."""
        return self.cell_words(row)

    def link_words(self, row: Contribution) -> str:
        return f"{self.base}{row.code}/"

    def cell_words(self, row: Contribution) -> Any:
        if not rules.may_read_words(self.request.actor, row):  # type: ignore[attr-defined]
            return queries.kept_words()
        return short(row)

    def file_words(self, row: Contribution) -> Any:
        """All of them, as on their own page; on the list stands how they begin."""
        if not row.words or not rules.may_read_words(self.request.actor, row):  # type: ignore[attr-defined]
            return self.cell_words(row)
        return in_full(row)

    def file_received(self, row: Contribution) -> Any:
        return row.received_on

    def cell_received(self, row: Contribution) -> Any:
        if row.state not in OWED or "answered" in self.chosen:
            return row.received_on
        return parts.age_band((timezone.localdate() - row.received_on).days)

    def cell_due(self, row: Contribution) -> Any:
        return row.due_on if row.state in OWED else "–"

    def cell_state(self, row: Contribution) -> Any:
        words, tone = progress.of_staff(row)
        return parts.state_tag(words, "late" if progress.is_late(row, timezone.localdate()) else tone)


class OwedTable(LedgerTable):
    """What is still owed, longest waiting first."""

    caption = gettext_lazy("Still owed an answer, or to be told")
    empty = gettext_lazy("Nothing is owed to anybody. What people say next will stand here.")
    default_sort = "received"


class AgeTable(tables.Table):
    """How many wait, by team and age. A plain list: it is never longer than the tree of units."""

    caption = gettext_lazy("How long people have waited, by team")
    personal = False
    columns = (
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        *(tables.Column(f"band{n}", BANDS[band], numeric=True) for n, band in enumerate(AGE_BANDS)),
    )

    def value(self, column: tables.Column, row: UnitAges) -> Any:
        return row.unit.name if column.name == "unit" else at_most(row.counts[_band(column)])

    def _cell(self, column: tables.Column, row: UnitAges) -> tables.Cell:
        url = f"?unit={row.unit.code}"
        if column.name != "unit":
            url = f"{url}&age={_band(column)}" if row.counts[_band(column)] else ""
        return tables.Cell(column, self.value(column, row), url)


def _band(column: tables.Column) -> str:
    return AGE_BANDS[int(column.name.removeprefix("band"))]
