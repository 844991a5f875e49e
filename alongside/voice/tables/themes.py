"""How often people spoke of each theme, with what came of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables

from .. import theme_words
from ..queries.theme_figures import ThemeCount


class ThemeTable(tables.Table):
    """A plain list: never longer than the themes that an organisation can have."""

    caption = gettext_lazy("What people spoke of, and what came of it")
    personal = False
    empty = gettext_lazy("No themes yet. Begin with some that are there, or write your own.")
    columns = (
        tables.Column("theme", gettext_lazy("Theme"), "theme.name"),
        tables.Column("now", gettext_lazy("In these weeks"), numeric=True),
        tables.Column("before", gettext_lazy("In as many before"), numeric=True),
        tables.Column("came", gettext_lazy("What came of those in these weeks")),
        tables.Column("rises", gettext_lazy("Rising?")),
    )

    def __init__(self, request: Any, rows: list[ThemeCount], base: str, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.base = base

    def link_theme(self, row: ThemeCount) -> str:
        return f"{self.base}{row.theme.code}/"

    def cell_now(self, row: ThemeCount) -> Any:
        return _("%(n)s of %(of)s") % {"n": row.counted.now, "of": row.counted.all_now}

    def cell_before(self, row: ThemeCount) -> Any:
        return _("%(n)s of %(of)s") % {"n": row.counted.before, "of": row.counted.all_before}

    def cell_came(self, row: ThemeCount) -> Any:
        return theme_words.came(row.came) if row.counted.now else "–"

    def cell_rises(self, row: ThemeCount) -> Any:
        return parts.state_tag(_("Rising"), "waiting") if row.rises else "–"


class ThemeUnitTable(ThemeTable):
    caption = gettext_lazy("By team, and what came of it")
    empty = gettext_lazy("Nothing is marked with it in these weeks.")
    columns = (tables.Column("unit", gettext_lazy("Who answers"), "unit.name"), *ThemeTable.columns[1:])


class MonthTable(tables.Table):
    """One theme, month by month: one column for each team that was spoken to about it."""

    caption = gettext_lazy("Month by month, and team by team")
    personal = False

    def __init__(self, request: Any, rows: Any, units: Any, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.columns = (  # type: ignore[misc]
            tables.Column("month", gettext_lazy("Month")),
            tables.Column("all", gettext_lazy("All"), numeric=True),
            *(tables.Column(f"unit{unit.pk}", unit.name, numeric=True) for unit in units),
        )

    def value(self, column: tables.Column, row: Any) -> Any:
        if column.name == "month":
            return theme_words.month(row.month)
        if column.name == "all":
            return _("%(n)s of %(of)s") % {"n": row.number, "of": row.marked}
        return row.by_unit.get(int(column.name.removeprefix("unit")), 0)
