"""The map in words: its table, and where nobody was in the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from alongside.candour.ladders import Ladder
from alongside.core import drawing
from alongside.core.addresses import asking
from alongside.core.day_ranges import BETWEEN
from alongside.core.translating import gettext as _
from alongside.core.translating import gettext_lazy

from .map_values import AFTER, EARLY, LATE, MONTHS, Cell, MapSheet

ASKED: dict[str, Any] = {
    EARLY: gettext_lazy("twelve weeks before or earlier: %(n)s"),
    MONTHS: gettext_lazy("four to twelve weeks before: %(n)s"),
    LATE: gettext_lazy("less than four weeks before: %(n)s"),
    AFTER: gettext_lazy("on the day or after it: %(n)s"),
}


WORTH: dict[str, Any] = {
    "asked": gettext_lazy("Asked"),
    "agreed": gettext_lazy("Role agreed"),
    "lived": gettext_lazy("Role lived"),
    "seats": gettext_lazy("Seats for lived experience"),
    "begun": gettext_lazy("Begun by contributors"),
}


def place(sheet: MapSheet, cell: Cell) -> str:
    level, kind = sheet.level_names.get(cell.level, "–"), sheet.kind_names.get(cell.kind, cell.kind)
    words = {"level": level, "kind": kind}
    return _("%(level)s: %(kind)s") % words


def url_of(slug: str, sheet: MapSheet, standing: str, **more: str) -> str:
    """The decisions behind a number, in the list of decisions. `part`: organisation/part_tables.py."""
    asked = {"standing": standing, "period": sheet.period, **more}
    return asking(f"/{slug}/decisions/", asked)


def asked(cell: Cell) -> str:
    told = [ASKED[band] % {"n": number} for band in ASKED if (number := cell.asked.get(band))]
    if cell.never_asked:
        told.append(_("nobody was asked: %(n)s") % {"n": cell.never_asked})
    return "; ".join(told)


def roles(counts: Mapping[int, int], ladder: Ladder, unsaid: int = 0) -> str:
    if not (counts or unsaid):
        return ""
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
    told = {
        "asked": asked(cell),
        "agreed": roles(cell.agreed, ladder),
        "lived": roles(cell.lived, ladder, cell.unsaid),
        "seats": seats(cell),
        "begun": str(cell.begun) if cell.begun else "",
    }
    return [_line(WORTH[what], words, url(what) if url else "") for what, words in told.items() if words]


def _line(what: Any, told: str, url: str) -> SafeString:
    return format_html(_("{what}: {told}."), what=what, told=drawing.linked(told, url))


def worth_url(slug: str, sheet: MapSheet, cell: Cell, part: str, on: str, what: str) -> str:
    """Roles lead nowhere: each is of one person. `on`: the day on which the seats were looked at."""
    at = {"level": cell.level, "kind": cell.kind, "period": sheet.period, "part": part}
    if what == "asked":
        return asking(f"/{slug}/involvement/asked/", at)
    if what == "seats":
        return asking(f"/{slug}/seats/lived/", {"on": on, **at})
    return asking(f"/{slug}/decisions/", {"standing": "begun", **at}) if what == "begun" else ""


def no_day_url(slug: str, sheet: MapSheet, days: tuple[date, date], part: str) -> str:
    """What was opened in these days and has no day yet."""
    asked = {"standing": "ahead", "dated": "no", "opened": f"{days[0]}{BETWEEN}{days[1]}", "part": part}
    return asking(f"/{slug}/decisions/", asked)


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
