"""Figures in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.actor import Actor

from .figure_lists import LISTS, list_of, url_of
from .made_of import made_of
from .values import DAYS, HOURS, PERCENT, WORKING_DAYS, Counted, Row, Sheet


@dataclass(frozen=True)
class ShownRow:
    words: str
    told: str
    before: str  # the period before
    url: str


@dataclass(frozen=True)
class ShownFigure:
    slug: str
    title: str
    how: str
    rows: Sequence[ShownRow]
    today: str = ""  # where the list is as it stands today, when it cannot be narrowed to these rows
    made_of: Any = ""  # said where a number leads to no list


@dataclass(frozen=True)
class ShownPart:
    slug: str
    title: str
    figures: Sequence[ShownFigure]


def shown(sheet: Sheet, before: Sheet, actor: Actor | None, slug: str, now: bool) -> list[ShownPart]:
    """`now`: the period is not over, so that what waits is in today's lists. Without an actor the numbers lead
    nowhere."""
    return [
        ShownPart(part.slug, part.title, [_figure(one, before, sheet, actor, slug, now) for one in part.figures])
        for part in sheet.parts
    ]


def _figure(one: Counted, before: Sheet, sheet: Sheet, actor: Actor | None, slug: str, now: bool) -> ShownFigure:
    then = same_rows(before, one)
    rows = [
        ShownRow(
            row.words,
            told(row),
            told(then[row.key]) if row.key in then else "–",
            url_of(one.slug, row, sheet, actor, slug, now) if actor else "",
        )
        for row in one.rows
    ]
    told_of = made_of(one.slug, one.rows, (row.url for row in rows), actor) if actor else ""
    return ShownFigure(one.slug, one.title, one.how, rows, list_of(LISTS.get(one.slug), actor, slug), told_of)


def same_rows(other: Sheet, figure: Counted) -> dict[str, Row]:
    """Of the same figure in another sheet, by key."""
    every = (one for part in other.parts for one in part.figures if one.slug == figure.slug)
    return {row.key: row for one in every for row in one.rows}


def told(row: Row) -> str:
    """“17 of 102 (17%)”, “10 working days”, “20 or more”, “fewer than 10”, “Not said of few people”, “–”."""
    if row.number is None:
        return row.why or "–"
    number = f"{row.number:,.1f}".removesuffix(".0")
    if row.few:
        return _("fewer than %(n)s") % {"n": row.step}
    if row.rounded:
        return _("%(n)s or more") % {"n": number}
    if row.measure in (WORKING_DAYS, DAYS, HOURS):
        return _measured(row) % {"n": number}
    if row.measure == PERCENT:
        return _("%(n)s in a hundred") % {"n": number}
    if row.of is None:
        return number
    share = f" ({row.share}%)" if row.share is not None else ""
    return _("%(n)s of %(of)s") % {"n": number, "of": f"{row.of:,}"} + share


def _measured(row: Row) -> str:
    form = _form(row)
    if row.measure == WORKING_DAYS:
        return ngettext("%(n)s working day", "%(n)s working days", form)
    if row.measure == DAYS:
        return ngettext("%(n)s day", "%(n)s days", form)
    return ngettext("%(n)s hour", "%(n)s hours", form)


def _form(row: Row) -> int:
    """Which form of the word a number takes: a half is more than one."""
    return 1 if row.number == 1 else 2


def facts() -> dict[str, Any]:
    """What the page is told of the kinds of what was let through."""
    return {
        "exceptions": _("Reserved decisions taken without people"),
        "waivers": _("Decided with seats for lived experience empty"),
        "refusals": _("Requests refused"),
        "cleared": _("Opened with a reason although people would be asked for show"),
    }
