"""The listening ledger, the ages of what is owed, what somebody said, what was heard."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables
from alongside.core.dates import AGE_BANDS

from . import progress, queries, rules
from .models import AnswerKind, Concern, ContactWish, Contribution
from .models.contributions import OWED, WITHDRAWN
from .models.safety import CONCERN_STATES
from .queries import UnitAges

BANDS = {
    "0-6": gettext_lazy("Under 6 weeks"),
    "6-12": gettext_lazy("6 to 12 weeks"),
    "over-12": gettext_lazy("Over 12 weeks"),
}
EVERYTHING = "all"


def short(contribution: Contribution, length: int = 90) -> str:
    """The beginning of the words, or what stands in their place."""
    if contribution.state == WITHDRAWN:
        return _("Taken back by the one who said it")
    return Truncator(" ".join(contribution.words.split())).chars(length)


def _by_age(rows: Any, value: str) -> Any:
    return queries.received_between(rows, timezone.localdate(), value)


def _units(table: tables.Table) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in queries.ledger_units(table.request.actor)]  # type: ignore[attr-defined]


class LedgerTable(tables.Table):
    """Everything, newest first."""

    caption = gettext_lazy("What was said")
    empty = gettext_lazy("Nothing has been said yet. Tell people where they can say something, or write it down.")
    default_sort = "-received"
    keys_first = True
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        tables.Column("received", gettext_lazy("Waiting"), sort="received_on"),
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
            apply=lambda rows, value: rows if value == EVERYTHING else rows.filter(state=value),
            any_label=gettext_lazy("Still owed"),
        ),
        tables.Filter("age", gettext_lazy("Waiting"), choices=list(BANDS.items()), apply=_by_age),
        tables.Filter(
            "unit",
            gettext_lazy("Who answers"),
            choices=_units,
            apply=lambda rows, value: rows.filter(unit__code=value),
        ),
        tables.Filter(
            "whose",
            gettext_lazy("Handed to"),
            choices=[("me", gettext_lazy("Me"))],
            any_label=gettext_lazy("Anybody"),
            apply=lambda rows, _value: rows,
        ),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.base = base

    def link_words(self, row: Contribution) -> str:
        return f"{self.base}{row.code}/"

    def cell_words(self, row: Contribution) -> Any:
        if not rules.may_read_words(self.request.actor, row):  # type: ignore[attr-defined]
            return _("Their words stay with those who answer")
        return short(row)

    def cell_received(self, row: Contribution) -> Any:
        days = (timezone.localdate() - row.received_on).days
        return parts.age_band(days) if row.state in OWED else row.received_on

    def cell_due(self, row: Contribution) -> Any:
        return row.due_on if row.state in OWED else "–"

    def cell_state(self, row: Contribution) -> Any:
        words, _own, tone = progress.STATES[row.state]
        return parts.state_tag(words, "late" if progress.is_late(row, timezone.localdate()) else tone)


class OwedTable(LedgerTable):
    """What is still owed, longest waiting first."""

    caption = gettext_lazy("Still owed an answer, or to be told")
    empty = gettext_lazy("Nothing is owed to anybody. What people say next will stand here.")
    default_sort = "received"


class AgeTable(tables.Table):
    """How many wait, by team and age. A plain list: it is never longer than the tree of units."""

    caption = gettext_lazy("How long people have waited, by team")
    columns = (
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        *(tables.Column(f"band{n}", BANDS[band], numeric=True) for n, band in enumerate(AGE_BANDS)),
    )

    def _cell(self, column: tables.Column, row: UnitAges) -> tables.Cell:
        if column.name == "unit":
            return tables.Cell(column, row.unit.name, f"?unit={row.unit.code}")
        band = AGE_BANDS[int(column.name.removeprefix("band"))]
        url = f"?unit={row.unit.code}&age={band}" if row.counts[band] else ""
        return tables.Cell(column, at_most(row.counts[band]), url)


def at_most(count: int) -> str:
    """A count that stops at a limit says so."""
    return _("%(n)d or more") % {"n": count} if count >= queries.MOST_COUNTED else str(count)


class UnreadTable(tables.Table):
    """What nobody has read, the gravest first. It has one order only."""

    caption = gettext_lazy("The reading order, gravest first")
    empty = gettext_lazy("Everything that came in has been read.")
    default_sort = "why"
    keys_first = True
    columns = (
        tables.Column("words", gettext_lazy("What was said"), lambda row: short(row, 60)),
        tables.Column(
            "why",
            gettext_lazy("Why here"),
            lambda row: row.get_grave_display(),
            sort=("grave", "received_on"),
            nulls=False,
        ),
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        tables.Column("read_by", gettext_lazy("To be read by")),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        super().__init__(request, rows, **more)
        self.base = base

    def link_words(self, row: Contribution) -> str:
        return f"{self.base}{row.code}/read/"

    def cell_read_by(self, row: Contribution) -> Any:
        return _due(row.read_by)


class ContactTable(tables.Table):
    caption = gettext_lazy("Who asked to be contacted")
    empty = gettext_lazy("Nobody waits to be contacted.")
    default_sort = "by"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("unit", gettext_lazy("Who does it"), "contribution.unit.name"),
        tables.Column("by", gettext_lazy("By"), sort="contact_by", nulls=False),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        super().__init__(request, rows, **more)
        self.base = base

    def cell_who(self, row: ContactWish) -> Any:
        said = row.contribution
        return queries.shown_name(said.person) if said.person else said.group_name or _("Somebody without a name")

    def link_who(self, row: ContactWish) -> str:
        return f"{self.base}{row.contribution.code}/contact/"

    def cell_by(self, row: ContactWish) -> Any:
        return _due(row.contact_by)


class ConcernTable(tables.Table):
    """Without the words: whoever reads them opens the page, and that is written down."""

    caption = gettext_lazy("Nearest day first")
    empty = gettext_lazy("Nothing is here.")
    default_sort = "by"
    columns = (
        tables.Column("raised", gettext_lazy("Came here"), "raised_on"),
        tables.Column("how", gettext_lazy("How"), lambda row: row.get_raised_by_display()),
        tables.Column("unit", gettext_lazy("About"), "contribution.unit.name"),
        tables.Column("by", gettext_lazy("To be looked at by"), sort="look_by", nulls=False),
        tables.Column("state", gettext_lazy("State")),
    )
    filters = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=[(EVERYTHING, gettext_lazy("Everything")), *CONCERN_STATES.items()],
            apply=lambda rows, value: rows if value == EVERYTHING else rows.filter(state=value),
            any_label=gettext_lazy("Not ended yet"),
        ),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        if request.GET.get("state") not in (EVERYTHING, *CONCERN_STATES):
            rows = rows.filter(state__in=queries.WAITING)
        super().__init__(request, rows, **more)
        self.base = base

    def link_raised(self, row: Concern) -> str:
        return f"{self.base}{row.code}/"

    def cell_by(self, row: Concern) -> Any:
        return _due(row.look_by) if row.ended_on is None else row.look_by

    def cell_state(self, row: Concern) -> Any:
        tones = {"raised": "late", "looking": "open", "closed": "done"}
        return parts.state_tag(CONCERN_STATES[row.state], tones.get(row.state, "quiet"))


def _due(day: date) -> Any:
    """A day, and a mark when it has passed."""
    if day >= timezone.localdate():
        return day
    return format_html("{} {}", parts.day(day), parts.state_tag(_("Late"), "late"))


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
        _staff, words, tone = progress.STATES[row.state]
        return parts.state_tag(words, "late" if progress.is_late(row, timezone.localdate()) else tone)


class HeardList(tables.Table):
    """Drawn as entries, not as a table (voice/heard.html): only its filters and pages are used."""

    caption = gettext_lazy("What came of it")
    default_sort = "-told"
    page_size = 10
    columns = (tables.Column("told", gettext_lazy("Told on"), "told_on", sort="told_on", nulls=False),)
    filters = (
        tables.Filter(
            "came",
            gettext_lazy("What came of it"),
            choices=[
                *((kind, words) for kind, (words, _tone) in progress.ANSWERS.items() if kind != AnswerKind.DEFERRED),
                (queries.DISPUTED, gettext_lazy("Disputed")),
            ],
            apply=lambda rows, value: queries.heard_as(rows, value),
            any_label=gettext_lazy("Done and not done"),
        ),
    )
