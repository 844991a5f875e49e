"""The map on a phone: its levels, each closed until it is asked for, with what stands in it in a few lines. The same as
the table says, and nothing else: on a wide screen and on paper the table stands there (core/style: `al-levels`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from alongside.core.drawing import linked
from alongside.core.translating import gettext as _
from alongside.core.translating import gettext_lazy

from . import map_words
from .map_values import Cell, Line, MapSheet, Presence

Worth = Callable[[Cell], list[SafeString]]  # what presence was worth in a cell, as the table says it
# How a number is said beside others, in the order of the table; and how the list of decisions asks for it.
NUMBERS: tuple[tuple[str, str, Any], ...] = (
    ("with_people", "with", gettext_lazy("%(n)s with people")),
    ("without", "without", gettext_lazy("%(n)s without")),
    ("excepted", "excepted", gettext_lazy("%(n)s reserved, yet without")),
    ("not_yet", "", gettext_lazy("%(n)s not yet")),
)


@dataclass(frozen=True)
class ShownCell:
    kind: str
    url: str
    nobody: bool
    numbers: Sequence[tuple[str, str]]  # words, and the decisions behind them; what is nought is left out
    worth: Sequence[SafeString]
    before: str

    @property
    def lines(self) -> SafeString:
        """Drawn here: they stand on the page hundreds of times."""
        return SafeString("".join(f"<li>{linked(words, url)}</li>" for words, url in self.numbers))

    @property
    def told(self) -> SafeString:
        return SafeString(" ".join([*self.worth, escape(self.before)]))


@dataclass(frozen=True)
class ShownLevel:
    name: str
    told: str
    nobody: str  # in how many kinds nobody was in the room; empty where somebody was in all
    share: int  # of those decided, in a hundred: for its bar
    decided: bool
    cells: Sequence[ShownCell]


@dataclass(frozen=True)
class _Leads:
    """Where numbers lead: nowhere without a `slug`."""

    sheet: MapSheet
    slug: str
    part: str
    worth: Worth

    def decisions(self, cell: Cell, standing: str) -> str:
        if not self.slug:
            return ""
        at = {"level": cell.level, "kind": cell.kind, "part": self.part}
        return map_words.url_of(self.slug, self.sheet, standing, **at)


def levels_of(sheet: MapSheet, slug: str, worth: Worth, *, part: str = "") -> list[ShownLevel]:
    """From the top, an empty one too: that nothing was decided somewhere is to be seen."""
    leads = _Leads(sheet, slug, part, worth)
    found = [_level(sheet, line, leads) for line in sheet.levels]
    known = {line.slug for line in sheet.levels}
    if any(cell.level not in known for cell in sheet.cells):
        found.append(_level(sheet, Line("", _("No level")), leads))
    return found


def _level(sheet: MapSheet, line: Line, leads: _Leads) -> ShownLevel:
    order = {kind.slug: number for number, kind in enumerate(sheet.kinds)}
    cells = [cell for cell in sheet.cells if cell.level == line.slug]
    cells.sort(key=lambda cell: (not cell.presence.nobody, order.get(cell.kind, len(order))))
    there = sum((cell.presence for cell in cells), Presence())
    return ShownLevel(
        name=line.name,
        told=_told(there),
        nobody=_nobody(sum(cell.presence.nobody for cell in cells)),
        share=round(100 * there.with_people / there.decided) if there.decided else 0,
        decided=there.decided > 0,
        cells=[_cell(sheet, cell, leads) for cell in cells],
    )


def _told(there: Presence) -> str:
    if not there.all:
        return _("No decision")
    waits = _("%(n)s not yet decided") % {"n": there.not_yet} if there.not_yet else ""
    if not there.decided:
        return waits
    words = {"n": there.with_people, "of": there.decided}
    decided = _("%(n)s of %(of)s decided with people") % words
    return f"{decided}, {waits}" if waits else decided


def _nobody(kinds: int) -> str:
    if not kinds:
        return ""
    words = ngettext("Nobody in the room: %(n)d kind", "Nobody in the room: %(n)d kinds", kinds)
    return words % {"n": kinds}


def _cell(sheet: MapSheet, cell: Cell, leads: _Leads) -> ShownCell:
    return ShownCell(
        kind=sheet.kind_names.get(cell.kind, cell.kind),
        url=leads.decisions(cell, "ahead") if cell.presence.all else "",
        nobody=cell.presence.nobody,
        numbers=[
            (str(words) % {"n": number}, leads.decisions(cell, standing))
            for name, standing, words in NUMBERS
            if (number := getattr(cell.presence, name))
        ],
        worth=leads.worth(cell),
        before=_("Before: %(told)s.") % {"told": map_words.before(cell)},
    )
