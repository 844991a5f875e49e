"""Seats for lived experience as they were on a day, and terms on them in some days: the rows behind numbers that are
counted of seats. Links are relative: a body's page is one step beside."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts
from alongside.core.dates import day_range, long_day
from alongside.core.day_ranges import day_asked, day_filter, days_filter, days_of
from alongside.core.tables import Column, Filter, as_it_is
from alongside.organisation.part_tables import PART_FILTER, PartTable

from .. import queries
from ..queries import seats_on_a_day as then
from . import places

STANDING = (
    (then.FILLED, gettext_lazy("Filled")),
    (then.VACANT, gettext_lazy("Vacant")),
    (then.VOTES, gettext_lazy("Filled, with a vote")),
    (then.CHAIRS, gettext_lazy("Filled, in the chair")),
)
OF_DECISIONS = frozenset({"level", "kind", "period"})  # asked for by the map
FORUM, UNIT = gettext_lazy("Who decides"), gettext_lazy("Where")


def _standing(rows: QuerySet[Any], how: str) -> QuerySet[Any]:
    return rows.filter(then.STANDING[how])


class LivedSeatTable(PartTable):
    part_way = "forum__unit"
    caption = gettext_lazy("Seats for lived experience")
    empty = gettext_lazy("No seat is kept for lived experience yet.")
    default_sort = "standing"
    columns = (
        Column("seat", gettext_lazy("The seat"), value=queries.capacity_words, sort=("capacity", "voting")),
        Column("forum", FORUM, value="forum.name", sort=Lower("forum__name")),
        Column("unit", UNIT, value="forum.unit.name", sort=Lower("forum__unit__name")),
        Column("standing", gettext_lazy("Who holds it"), sort=("held", "stood_since"), nulls=False),
        Column("since", gettext_lazy("Since"), value="stood_since", sort="stood_since", nulls=False),
        Column("days", gettext_lazy("Days vacant"), numeric=True),
    )
    filters = (
        day_filter(gettext_lazy("Day")),
        Filter("standing", gettext_lazy("Filled or vacant"), _standing, STANDING),
        Filter("level", gettext_lazy("Decides on level"), as_it_is, places.levels),
        Filter("kind", gettext_lazy("Decides on"), as_it_is, places.kinds_asked),
        Filter("period", gettext_lazy("Decides in"), as_it_is, places.periods_asked),
        PART_FILTER,
    )

    def __init__(self, request: Any, facts: places.Days) -> None:
        self.facts, self.actor = facts, request.actor
        self.on = day_asked(request, facts.today)
        self.caption = _("Seats for lived experience on %(day)s") % {"day": long_day(self.on)}  # type: ignore[misc, assignment]
        super().__init__(request, queries.lived_seats_for(request.actor, self.on))

    @property
    def is_past(self) -> bool:
        return self.on < self.facts.today

    @property
    def empty_filtered(self) -> str:
        return _("There was no such seat on %(day)s.") % {"day": long_day(self.on)}

    def _of_part(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """From the map: the seats of bodies by which something is decided that stands there, wherever they are."""
        if not OF_DECISIONS & self.chosen.keys():
            return super()._of_part(rows)
        decided = places.of_a_cell(self, queries.ahead(self.actor))
        if self.part:
            decided = decided.filter(unit__in=self.part.units)
        return rows.filter(forum__in=decided.order_by().values("forum"))

    @cached_property
    def names(self) -> dict[int, str]:
        return queries.names_of(self.actor, queries.terms_on(self.pages.rows))

    def link_seat(self, row: Any) -> str:
        return f"../{row.forum.code}/{row.code}/"

    def link_forum(self, row: Any) -> str:
        return f"../{row.forum.code}/"

    def cell_standing(self, row: Any) -> Any:
        return (self.names.get(row.term) or _("Yes")) if row.held else parts.state_tag(_("Vacant"), "late")

    def file_standing(self, row: Any) -> str:
        return (self.names.get(row.term) or _("Yes")) if row.held else _("Vacant")

    def cell_days(self, row: Any) -> int | None:
        return None if row.held else (self.on - row.stood_since).days


class LivedTermTable(PartTable):
    part_way = "seat__forum__unit"
    caption = gettext_lazy("Terms on seats for lived experience, the latest first")
    empty = gettext_lazy("Nobody has held a seat for lived experience yet.")
    empty_filtered = gettext_lazy("In these days there was no such term.")
    default_sort = "-since"
    columns = (
        Column("who", gettext_lazy("Who")),
        Column("seat", gettext_lazy("The seat"), value=lambda row: queries.capacity_words(row.seat)),
        Column("forum", FORUM, value="seat.forum.name", sort=Lower("seat__forum__name")),
        Column("unit", UNIT, value="seat.forum.unit.name", sort=Lower("seat__forum__unit__name")),
        Column("since", gettext_lazy("From"), sort="since"),
        Column("until", gettext_lazy("Until"), value="over", sort="over"),
        Column("filled_by", gettext_lazy("How it came to them"), value="get_filled_by_display"),
    )
    filters = (
        days_filter("began", gettext_lazy("Began"), "since"),
        days_filter("over", gettext_lazy("Over"), "over"),
        PART_FILTER,
    )

    def __init__(self, request: HttpRequest, actor: Any) -> None:
        super().__init__(request, queries.lived_terms_for(actor))
        self.actor = actor

    def days_told(self) -> str:
        """Of which days its terms are."""
        words = {
            "began": _("Those that began on a day from %(days)s."),
            "over": _("Those that were over on a day from %(days)s."),
        }
        told = [words[name] % {"days": day_range(*days_of(self.chosen[name]))} for name in words if name in self.chosen]
        return " ".join(told) or _("Every term, the latest first.")

    @cached_property
    def names(self) -> dict[int, str]:
        return queries.names_of(self.actor, self.pages.rows)

    def link_seat(self, row: Any) -> str:
        return f"../{row.seat.forum.code}/{row.seat.code}/"

    def link_forum(self, row: Any) -> str:
        return f"../{row.seat.forum.code}/"

    def cell_who(self, row: Any) -> str:
        return self.names.get(row.pk) or _("Somebody")
