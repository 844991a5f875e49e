"""What was learned, as lists."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables
from alongside.core.day_ranges import days_filter, only_asked
from alongside.organisation import queries as organisations
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..models import Entry, Side
from ..queries.entries import shared
from ..queries.shown import about, points_of
from ..words import SIDES

SHORT = 140


def short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rsplit(" ", 1)[0] + "…"


def kinds(table: Any) -> list[tuple[str, str]]:
    return [(kind.code, kind.name) for kind in organisations.kinds_of(table.request.actor)]


def units(table: Any) -> list[tuple[str, str]]:
    return [(unit.code, unit.name) for unit in organisations.all_units_of(table.request.actor)]


def of_unit(rows: Any, value: str) -> Any:
    """With what is below it."""
    return rows.filter(unit__path__contains=f"/{value}/")


def of_kind(rows: Any, value: str) -> Any:
    return rows.filter(decision__kind__code=value)


def _first(row: Entry) -> str:
    points = points_of(row.text)
    return short(points[0][2]) if points else ""


class EntryTable(PartTable):
    caption = _("What was learned on the way")
    empty = _("Nothing is written down yet that you may read. Write down the first bump.")
    default_sort = "-on"
    columns = (
        tables.Column("on", _("When"), sort="on"),
        tables.Column("words", _("What")),
        tables.Column("about", _("About"), value=about),
        tables.Column("side", _("Who"), value=lambda row: SIDES[row.side]),
    )
    filters = (
        tables.Filter(
            "bumps",
            _("Bumps"),
            choices=(("only", _("Bumps only")),),
            apply=lambda rows, value: rows.filter(has_bump=True),
        ),
        tables.Filter("side", _("Who"), choices=list(Side.choices), apply=lambda rows, value: rows.filter(side=value)),
        tables.Filter("unit", _("Which part"), choices=units, apply=of_unit),
        tables.Filter("kind", _("Kind of decision"), choices=kinds, apply=of_kind),
        days_filter("days", _("When"), "on"),
        only_asked("shared", "yes", _("For whom"), _("Everybody who belongs here, or anybody"), shared),
        PART_FILTER,
    )

    def __init__(self, *args: Any, org: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.org = org

    def cell_words(self, row: Entry) -> Any:
        if not row.has_bump:
            return _first(row)
        return format_html('{} <span dir="auto">{}</span>', parts.state_tag(_("Bump"), "late"), _first(row))

    def link_words(self, row: Entry) -> str:
        return f"/{self.org}/journey/entries/{row.code}/"


class MineTable(tables.Table):
    caption = _("What you wrote down")
    empty = _("You have not written down anything yet. A few words about a bump are enough.")
    default_sort = "-on"
    columns = (
        tables.Column("on", _("When"), sort="on"),
        tables.Column(
            "words",
            _("What"),
            value=_first,
            link=lambda row: f"/{row.organisation.slug}/journey/entries/{row.code}/",
        ),
        tables.Column("about", _("About"), value=about),
        tables.Column("audience", _("Who may read it"), value=lambda row: row.get_audience_display()),
    )
