"""The map in words: its table, and where nobody was in the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.candour.ladders import Ladder
from alongside.core.day_ranges import BETWEEN

from .map_values import AFTER, EARLY, LATE, MONTHS, Cell, MapSheet

ASKED: dict[str, Any] = {
    EARLY: gettext_lazy("twelve weeks before or earlier: %(n)s"),
    MONTHS: gettext_lazy("four to twelve weeks before: %(n)s"),
    LATE: gettext_lazy("less than four weeks before: %(n)s"),
    AFTER: gettext_lazy("on the day or after it: %(n)s"),
}


def place(sheet: MapSheet, cell: Cell) -> str:
    levels = {line.slug: line.name for line in sheet.levels}
    kinds = {line.slug: line.name for line in sheet.kinds}
    words = {"level": levels.get(cell.level, "–"), "kind": kinds.get(cell.kind, cell.kind)}
    return _("%(level)s: %(kind)s") % words


def url_of(slug: str, sheet: MapSheet, standing: str, **more: str) -> str:
    """The decisions behind a number, in the list of decisions. `part`: organisation/part_tables.py."""
    asked = {"standing": standing, "period": sheet.period, **more}
    return _address(f"/{slug}/decisions/", asked)


def asked(cell: Cell) -> str:
    told = [ASKED[band] % {"n": number} for band in ASKED if (number := cell.asked.get(band))]
    if cell.never_asked:
        told.append(_("nobody was asked: %(n)s") % {"n": cell.never_asked})
    return "; ".join(told)


def roles(counts: Mapping[int, int], ladder: Ladder, unsaid: int = 0) -> str:
    told = [f"{ladder.words[role]} {number}" for role, number in sorted(counts.items()) if role in ladder.words]
    if unsaid:
        told.append(_("not shown, so that nobody can be worked out: %(n)s") % {"n": unsaid})
    return ", ".join(told)


def seats(cell: Cell) -> str:
    if not cell.seats:
        return ""
    words = {"held": cell.held, "seats": cell.seats, "votes": cell.votes, "chairs": cell.chairs}
    return _("%(held)s of %(seats)s filled, %(votes)s with a vote, %(chairs)s in the chair") % words


def worth(cell: Cell, ladder: Ladder, url: Callable[[str], str] | None = None) -> list[SafeString]:
    """What presence was worth, each in a line: what it is, and how it was. `url`: where the rows of it are; it is asked
    only of what there is to say, for most cells of a large map have little."""
    told = [
        ("asked", _("Asked"), asked(cell)),
        ("agreed", _("Role agreed"), roles(cell.agreed, ladder)),
        ("lived", _("Role lived"), roles(cell.lived, ladder, cell.unsaid)),
        ("seats", _("Seats for lived experience"), seats(cell)),
        ("begun", _("Begun by contributors"), str(cell.begun) if cell.begun else ""),
    ]
    return [_line(what, words, url(key) if url else "") for key, what, words in told if words]


def _line(what: str, told: str, url: str) -> SafeString:
    shown = format_html('<a class="govuk-link" href="{}">{}</a>', url, told) if url else told
    return format_html(_("{what}: {told}."), what=what, told=shown)


def worth_url(slug: str, sheet: MapSheet, cell: Cell, part: str, on: str, what: str) -> str:
    """Roles lead nowhere: each is of one person. `on`: the day on which the seats were looked at."""
    at = {"level": cell.level, "kind": cell.kind, "period": sheet.period, "part": part}
    if what == "asked":
        return _address(f"/{slug}/involvement/asked/", at)
    if what == "seats":
        return _address(f"/{slug}/seats/lived/", {"on": on, **at})
    return _address(f"/{slug}/decisions/", {"standing": "begun", **at}) if what == "begun" else ""


def no_day_url(slug: str, sheet: MapSheet, days: tuple[date, date], part: str) -> str:
    """What was opened in these days and has no day yet."""
    asked = {"standing": "ahead", "dated": "no", "opened": f"{days[0]}{BETWEEN}{days[1]}", "part": part}
    return _address(f"/{slug}/decisions/", asked)


def _address(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode({name: value for name, value in asked.items() if value})}"


def before(cell: Cell) -> str:
    if not cell.before.all:
        return _("no decision")
    return _("%(n)s of %(of)s with people") % {"n": cell.before.with_people, "of": cell.before.decided}


def nobody(sheet: MapSheet) -> list[Cell]:
    """Where most was decided first."""
    found = [cell for cell in sheet.cells if cell.presence.nobody]
    return sorted(found, key=lambda cell: (-cell.presence.decided, cell.level, cell.kind))


def nobody_told(cell: Cell) -> str:
    return ngettext("%(n)s decision", "%(n)s decisions", cell.presence.decided) % {"n": cell.presence.decided}
