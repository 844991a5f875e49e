"""Posts of the function as they were on a day, and the hours that were worked in them: the rows behind its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Lower
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.dates import day_range, long_day
from alongside.core.day_ranges import day_asked, day_filter, days_filter, days_of

from .function_tables import PostTable, hours
from .models import FunctionTime
from .queries import PostOnADay, posts_on, times_in

STANDING: dict[str, tuple[Any, Callable[[PostOnADay], bool]]] = {
    "filled": (gettext_lazy("Filled"), lambda row: row.empty_since is None),
    "vacant": (gettext_lazy("Vacant"), lambda row: row.empty_since is not None),
}


class PostsThenTable(PostTable):
    empty = gettext_lazy("There is no post for co-production yet.")
    filters = (
        day_filter(gettext_lazy("Day")),
        tables.Filter(
            "standing",
            gettext_lazy("Filled or vacant"),
            tables.as_it_is,
            lambda _table: [(name, words) for name, (words, _fits) in STANDING.items()],
        ),
    )
    columns = (  # type: ignore[assignment]
        tables.Column("name", gettext_lazy("Post"), "post.name"),
        tables.Column("hours", gettext_lazy("Hours a week"), numeric=True),
        tables.Column("held", gettext_lazy("Filled"), numeric=True),
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("since", gettext_lazy("Vacant since"), "empty_since"),
        tables.Column("days", gettext_lazy("Days vacant"), numeric=True),
    )

    def __init__(self, request: Any, today: date) -> None:
        self.on = day_asked(request, today)
        self.is_past = self.on < today
        self.caption = _("Posts for co-production on %(day)s") % {"day": long_day(self.on)}  # type: ignore[misc, assignment]
        super().__init__(request, posts_on(request.organisation.pk, self.on))

    @property
    def plain_rows(self) -> list[PostOnADay]:
        fits = STANDING[self.chosen["standing"]][1] if "standing" in self.chosen else None
        return [row for row in super().plain_rows if fits is None or fits(row)]

    @property
    def empty_filtered(self) -> str:
        return _("There was no such post on %(day)s.") % {"day": long_day(self.on)}

    def together(self) -> str:
        """Of the posts that are shown."""
        rows = self.plain_rows
        people = {each.user_id for row in rows for each in row.holders}
        told = {
            "hours": hours(sum((row.hours for row in rows), Decimal(0))),
            "filled": hours(sum((row.held for row in rows), Decimal(0))),
            "people": ngettext("%(n)s person", "%(n)s people", len(people)) % {"n": len(people)},
        }
        if not people:
            return _("Together: %(hours)s hours a week, none of them filled.") % told if rows else ""
        return _("Together: %(hours)s hours a week, %(filled)s of them filled, by %(people)s.") % told

    def cell_who(self, row: PostOnADay) -> Any:
        if row.empty_since is not None:
            return parts.state_tag(_("Vacant"), "late")
        return parts.paragraphs(*(each.user.get_full_name() for each in row.holders))

    def file_who(self, row: PostOnADay) -> str:
        return ", ".join(each.user.get_full_name() for each in row.holders) or _("Vacant")

    def cell_days(self, row: PostOnADay) -> int | None:
        return None if row.empty_since is None else (self.on - row.empty_since).days


class HoursTable(tables.Table):
    caption = gettext_lazy("Hours worked in posts for co-production, the latest month first")
    empty = gettext_lazy("Nobody has written down hours yet.")
    empty_filtered = gettext_lazy("Nobody wrote down hours of a month that begins in these days.")
    default_sort = "-month"
    personal = False  # of the post, not of who
    columns = (
        tables.Column("post", gettext_lazy("Post"), "post.name", sort=Lower("post__name")),
        tables.Column("month", gettext_lazy("Month"), sort="month"),
        tables.Column("hours", gettext_lazy("Hours worked"), numeric=True, sort="hours"),
    )
    filters = (days_filter("days", gettext_lazy("Months that begin in"), "month"),)

    def __init__(self, request: Any) -> None:
        super().__init__(request, times_in(request.organisation.pk))

    def days_told(self) -> str:
        if "days" not in self.chosen:
            return _("All that is written down, the latest month first.")
        return _("In months that begin on a day from %(days)s.") % {"days": day_range(*days_of(self.chosen["days"]))}

    def together(self) -> str:
        found = self.narrowed.order_by().aggregate(all=Sum("hours"))["all"]
        return "" if found is None else _("Together: %(hours)s hours.") % {"hours": hours(found)}

    def cell_month(self, row: FunctionTime) -> str:
        return date_format(row.month, "F Y")

    def file_month(self, row: FunctionTime) -> date:
        return row.month

    def cell_hours(self, row: FunctionTime) -> str:
        return hours(row.hours)
