"""The calendar of decisions as a list, and the exceptions. Links are relative: a decision's page is one step below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts
from alongside.core.dates import year_bounds
from alongside.core.day_ranges import days_filter
from alongside.core.tables import Column, Filter, as_it_is
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import queries
from ..models import DECIDED, PLANNED, Decision, Taken, TakenWithout
from ..queries import ListFacts
from . import places

Choices = Iterable[tuple[Any, Any]]
TONES = {Taken.WITH: "done", Taken.WITHOUT: "quiet", Taken.EXCEPTED: "late"}
COMING: tuple[tuple[str, Any], ...] = (
    ("reserved", gettext_lazy("Not yet decided, people must take part")),
    ("late", gettext_lazy("Past its day, no outcome yet")),
)
PAST: tuple[tuple[str, Any], ...] = (
    ("decided", gettext_lazy("Decided")),
    *((str(taken), taken.label) for taken in Taken),
    ("dropped", gettext_lazy("Not going ahead")),
    ("ahead", gettext_lazy("All but those not going ahead")),
    ("begun", gettext_lazy("Begun by contributors")),
    ("all", gettext_lazy("All of them")),
)


def _units(table: Any) -> Choices:
    return [(unit.code, unit.name) for unit in table.facts.units]


def _kinds(table: Any) -> Choices:
    return [(kind.slug, kind.name) for kind in table.facts.kinds]


def _years(table: Any) -> Choices:
    whole = table.facts.starts_month == 1
    return [(str(year), str(year) if whole else f"{year}–{(year + 1) % 100:02}") for year in table.facts.years]


class DecisionTable(PartTable):
    """What is still to be decided, the next first."""

    caption = gettext_lazy("Still to be decided, the next first")
    personal = False
    empty = gettext_lazy("Nothing is waiting to be decided.")
    default_sort = "day"
    keys_first = True
    columns = (
        Column("title", gettext_lazy("What is decided"), link=lambda row: f"{row.code}/"),
        Column("unit", gettext_lazy("Where"), value="unit.name"),
        Column("kind", gettext_lazy("Kind"), value="kind.name"),
        Column("day", gettext_lazy("Day"), sort="day"),
        Column("standing", gettext_lazy("Where it stands")),
    )
    filters = (
        Filter(
            "standing", gettext_lazy("Where it stands"), as_it_is, (*COMING, *PAST), gettext_lazy("Not yet decided")
        ),
        Filter("unit", gettext_lazy("Where"), as_it_is, _units),
        Filter("kind", gettext_lazy("Kind"), as_it_is, _kinds),
        Filter("year", gettext_lazy("Year"), as_it_is, _years),
        *places.FILTERS,
    )

    def __init__(
        self, request: HttpRequest, rows: QuerySet[Decision], facts: ListFacts, first: tuple[Any, str] | None = None
    ) -> None:
        super().__init__(request, rows, first=first)
        self.facts = facts
        self._rows = self._narrowed(rows)

    def _narrowed(self, rows: QuerySet[Decision]) -> QuerySet[Decision]:
        """By numbers that are known already: a join would keep the database from reading its index in order."""
        chosen, facts = self.chosen, self.facts
        if "unit" in chosen:
            rows = rows.filter(unit=next(one.pk for one in facts.units if one.code == chosen["unit"]))
        if "kind" in chosen:
            rows = rows.filter(kind=next(one.pk for one in facts.kinds if one.slug == chosen["kind"]))
        if "year" in chosen:
            rows = rows.filter(day__range=year_bounds(int(chosen["year"]), facts.starts_month))
        return queries.by_standing(places.narrowed(self, rows), chosen.get("standing", ""), facts)

    def cell_day(self, row: Decision) -> Any:
        return row.decided_on or row.due_on or _("No day yet")

    def cell_standing(self, row: Decision) -> SafeString:
        if row.state == DECIDED:
            return parts.state_tag(Taken(row.taken).label, TONES[Taken(row.taken)])
        if row.state != PLANNED:
            return parts.state_tag(row.get_state_display(), "quiet")
        late = row.due_on and row.due_on < self.facts.today
        tag = parts.state_tag(_("Past its day"), "late") if late else parts.state_tag(_("Not yet decided"), "waiting")
        if row.kind_id not in self.facts.reserved:
            return tag
        return format_html('{} <span class="al-quiet">{}</span>', tag, _("People must take part"))


class PastTable(DecisionTable):
    """What was decided or dropped, or everything: the last first."""

    caption = gettext_lazy("The latest first")
    default_sort = "-day"


def table_for(
    request: HttpRequest, rows: QuerySet[Decision], facts: ListFacts, first: tuple[Any, str] | None = None
) -> DecisionTable:
    asked = request.GET.get("standing", "")
    return (PastTable if asked in dict(PAST) else DecisionTable)(request, rows, facts, first)


class ExceptionTable(PartTable):
    part_way = "decision__unit"
    caption = gettext_lazy("Taken without the people they affect")
    personal = False
    empty = gettext_lazy("No reserved decision has been taken without people.")
    columns = (
        Column(
            "title",
            gettext_lazy("What was decided"),
            link=lambda row: f"../{row.decision.code}/",
            value="decision.title",
        ),
        Column("where", gettext_lazy("Where"), value="decision.unit.name"),
        Column("kind", gettext_lazy("Kind"), value="decision.kind.name"),
        Column("reason", gettext_lazy("Why it was taken without people")),
        Column("allowed", gettext_lazy("Who allowed it")),
        Column("on", gettext_lazy("Recorded"), sort="on"),
    )
    filters = (days_filter("on", gettext_lazy("Recorded"), "on"), PART_FILTER)
    default_sort = "-on"

    def cell_title(self, row: TakenWithout) -> Any:
        decision = row.decision
        if decision.taken == Taken.EXCEPTED:
            return decision.title
        told = _("since opened again") if decision.state == PLANNED else decision.get_taken_display()
        return format_html("{} ({})", decision.title, told)

    def cell_allowed(self, row: TakenWithout) -> str:
        return row.who_allowed
