"""The map in words: its table, and where nobody was in the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.candour.ladders import Ladder

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
    return f"/{slug}/decisions/?{urlencode({name: value for name, value in asked.items() if value})}"


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


def worth(cell: Cell, ladder: Ladder) -> list[tuple[str, str]]:
    """What presence was worth: what it is, and how it was."""
    told = [
        (_("Asked"), asked(cell)),
        (_("Role agreed"), roles(cell.agreed, ladder)),
        (_("Role lived"), roles(cell.lived, ladder, cell.unsaid)),
        (_("Seats for lived experience"), seats(cell)),
        (_("Begun by contributors"), str(cell.begun) if cell.begun else ""),
    ]
    return [(what, words) for what, words in told if words]


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
