"""Figures in words, and where the records behind a number are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.day_ranges import BETWEEN

from .values import DAYS, HOURS, PERCENT, WORKING_DAYS, Counted, Part, Row, Sheet

TAKEN = {"with": "with", "without": "without", "excepted": "excepted", "not_yet": ""}


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


@dataclass(frozen=True)
class ShownPart:
    slug: str
    title: str
    figures: Sequence[ShownFigure]


def shown(sheet: Sheet, before: Sheet, actor: Actor | None, slug: str, now: bool) -> list[ShownPart]:
    """`now`: the period is not over, so that what waits can be found in today's lists. Without an actor the numbers
    lead nowhere."""
    return [
        ShownPart(part.slug, part.title, [_figure(one, before, sheet, actor, slug, now) for one in part.figures])
        for part in sheet.parts
    ]


def _figure(one: Counted, before: Sheet, sheet: Sheet, actor: Actor | None, slug: str, now: bool) -> ShownFigure:
    then = {row.key: row for row in _same(before.parts, one.slug)}
    rows = [
        ShownRow(
            row.words,
            told(row),
            told(then[row.key]) if row.key in then else "–",
            url_of(one.slug, row, sheet, actor, slug, now) if actor else "",
        )
        for row in one.rows
    ]
    return ShownFigure(one.slug, one.title, one.how, rows, list_of(LISTS.get(one.slug), actor, slug))


def _same(parts: Sequence[Part], slug: str) -> Sequence[Row]:
    return next((one.rows for part in parts for one in part.figures if one.slug == slug), ())


def told(row: Row) -> str:
    """“17 of 102 (17%)”, “10 working days”, “20 or more”, “fewer than 10”, “–”."""
    if row.number is None:
        return "–"
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


def url_of(figure: str, row: Row, sheet: Sheet, actor: Actor, slug: str, now: bool) -> str:
    """The same rows in a list, where there is one that can be narrowed so; nothing where there is nothing to see."""
    if not row.number or row.rounded:
        return ""
    whole = not sheet.unit  # these lists know no unit with all below it
    for asked, url in (
        (figure == "coverage" and actor.can(P.SEE_DECISIONS), _decisions),
        (figure == "let_through" and whole and _as_much(actor, P.SEE_DECISIONS), _let_through),
        (figure == "waiting" and now and whole and _as_much(actor, P.SEE_VOICES), _waiting),
        (figure == "disputes" and now and whole and _as_much(actor, P.SEE_VOICES), _disputes),
        (figure == "changes" and whole and _sees_all(actor, P.SEE_VOICES), _changes),
        (figure == "told" and whole and _as_much(actor, P.SEE_VOICES), _told),
    ):
        if asked:
            found = url(row, sheet, actor)
            return f"/{slug}/{found}" if found else ""
    return ""


def _as_much(actor: Actor, permission: P) -> bool:
    """A list has what its reader sees: with other units than those of the figures it has other rows."""
    return actor.can(permission) and actor.units_for(permission) == actor.units_for(P.SEE_FIGURES)


def _sees_all(actor: Actor, permission: P) -> bool:
    return actor.can(permission) and actor.units_for(permission) is None


def _asked(**values: str) -> str:
    return urlencode({name: value for name, value in values.items() if value})


def _days(sheet: Sheet) -> str:
    return f"{sheet.first}{BETWEEN}{sheet.last}"


def _decisions(row: Row, sheet: Sheet, actor: Actor) -> str:
    return f"decisions/?{_asked(standing=TAKEN[row.key], period=sheet.period, part=sheet.unit)}"


def _let_through(row: Row, sheet: Sheet, actor: Actor) -> str:
    path = {"exceptions": "decisions/exceptions/", "waivers": "seats/waivers/"}.get(row.key, "")
    return f"{path}?{_asked(on=_days(sheet))}" if path else ""


def _waiting(row: Row, sheet: Sheet, actor: Actor) -> str:
    return f"voices/?{_asked(age=row.key, answer='never')}"


def _disputes(row: Row, sheet: Sheet, actor: Actor) -> str:
    if row.key == "answers":
        return "voices/?mark=open"
    return "changes/?verdict=denied" if _sees_all(actor, P.SEE_VOICES) else ""


def _changes(row: Row, sheet: Sheet, actor: Actor) -> str:
    return f"changes/?{_asked(state=row.key, days=_days(sheet))}"


def _told(row: Row, sheet: Sheet, actor: Actor) -> str:
    state = {"told": "told", "again": "challenged", "untold": "answered"}[row.key]
    return f"voices/?{_asked(state=state, told='not' if row.key == 'untold' else '', received=_days(sheet))}"


# Lists that cannot be narrowed to what was counted, and who can open them. None: whoever reads figures.
LISTS: dict[str, tuple[str, P | None]] = {
    **dict.fromkeys(("seats", "terms"), ("seats/", None)),
    "posts": ("settings/posts/", P.SETTINGS),
    **dict.fromkeys(("policies", "policies_read"), ("policies/", None)),
}


def list_of(found: tuple[str, P | None] | None, actor: Actor | None, slug: str) -> str:
    """Beside a figure, and never as the records behind a number."""
    if found is None or actor is None:
        return ""
    path, permission = found
    return f"/{slug}/{path}" if permission is None or actor.can(permission) else ""


def facts() -> dict[str, Any]:
    """What the page is told of the kinds of what was let through."""
    return {
        "exceptions": _("Reserved decisions taken without people"),
        "waivers": _("Decided with seats for lived experience empty"),
        "refusals": _("Requests refused"),
        "cleared": _("Opened with a reason although people would be asked for show"),
    }
