"""The map of an account in few words: where nobody was in the room as a list of each level, and what of the map is left
for its picture and its table. Pure. Together they say all that the map says, and nothing of it twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.organisation.models import Level

from . import map_words
from .map_values import Cell, Line, MapSheet

# Whatever there is to be left out: how many such decisions there were is not said (docs/decisions/0035).
OF_ONE_PERSON: Any = gettext_lazy(
    "What is decided about the support of one person is in no number on this page, and it is not said how many such"
    " decisions there were: that would lead to somebody. The figures that are read and signed inside hold them too,"
    " and can be larger."
)
NOT_OF_ONE_PERSON: Any = gettext_lazy("Without what is decided about the support of one person.")


def in_short(sheet: MapSheet) -> str:
    """How many decisions were taken, and how many of them with people."""
    there = sheet.presence
    if not there.decided:
        return _("Nothing was decided in this year.")
    words = ngettext(
        "%(n)s decision was taken in this year: %(with)s with people, %(without)s without.",
        "%(n)s decisions were taken in this year: %(with)s with people, %(without)s without.",
        there.decided,
    )
    without = there.without + there.excepted
    numbers = {"n": there.decided, "with": there.with_people, "without": without}
    told = [words % {name: f"{number:,}" for name, number in numbers.items()}]
    if there.excepted:
        words = ngettext(
            "%(n)s of those without people may not be taken without.",
            "%(n)s of those without people may not be taken without.",
            there.excepted,
        )
        told.append(words % {"n": f"{there.excepted:,}"})
    if there.not_yet:
        words = ngettext("%(n)s more is not decided yet.", "%(n)s more are not decided yet.", there.not_yet)
        told.append(words % {"n": f"{there.not_yet:,}"})
    return " ".join(told)


def not_outside(sheet: MapSheet) -> str:
    """For those who sign: what the public account leaves out of the numbers that they sign. Inside it is no secret, for
    the map that they read has it."""
    left = sum(cell.presence.all for cell in sheet.cells if cell.level == Level.ONE_TO_ONE)
    if not left:
        return ""
    words = ngettext(
        "%(n)s of the %(all)s decisions of these days is about the support of one person. It is in no public number: a"
        " public account of these days counts %(rest)s.",
        "%(n)s of the %(all)s decisions of these days are about the support of one person. They are in no public"
        " number: a public account of these days counts %(rest)s.",
        left,
    )
    whole = sheet.presence.all
    return words % {"n": f"{left:,}", "all": f"{whole:,}", "rest": f"{whole - left:,}"}


def nobody(sheet: MapSheet) -> list[tuple[str, str]]:
    """Level by level: of what kind something was decided with nobody in the room, and how often."""
    kinds = {line.slug: line.name for line in sheet.kinds}
    rows = []
    for level in sheet.levels:
        found = [cell for cell in sheet.cells if cell.level == level.slug and cell.presence.nobody]
        found.sort(key=lambda cell: (-cell.presence.decided, kinds.get(cell.kind, cell.kind)))
        if found:
            rows.append((level.name, "; ".join(_one(kinds.get(cell.kind, cell.kind), cell) for cell in found)))
    return rows


def _one(kind: str, cell: Cell) -> str:
    """“Budget 2”, with what else there is to say of it."""
    there, more = cell.presence, []
    if there.excepted:
        more.append(_("may not be taken without people: %(n)s") % {"n": there.excepted})
    if there.not_yet:
        more.append(_("not yet decided: %(n)s") % {"n": there.not_yet})
    if cell.asked:
        more.append(_("asked %(when)s") % {"when": map_words.asked(cell)})
    told = f"{kind} {there.decided}"
    return f"{told} ({', '.join(more)})" if more else told


def in_the_table(sheet: MapSheet) -> list[Cell]:
    """Where there is more to say than that nobody was in the room: these stand first; then those that the list has."""
    levels, kinds = [line.slug for line in sheet.levels], [line.slug for line in sheet.kinds]
    there = [cell for cell in sheet.cells if cell.presence.all]
    return sorted(there, key=lambda cell: (cell.presence.nobody, _at(levels, cell.level), _at(kinds, cell.kind)))


def _at(known: list[str], slug: str) -> int:
    return known.index(slug) if slug in known else len(known)


def for_picture(sheet: MapSheet) -> MapSheet:
    """Without the rows and columns in which there is nothing."""
    cells = tuple(cell for cell in sheet.cells if cell.presence.all)
    levels, kinds = {cell.level for cell in cells}, {cell.kind for cell in cells}
    return replace(
        sheet,
        cells=cells,
        levels=tuple(line for line in sheet.levels if line.slug in levels),
        kinds=tuple(line for line in sheet.kinds if line.slug in kinds),
    )


def left_out(sheet: MapSheet) -> list[str]:
    """What the picture has no row and no column for, in words."""
    drawn = for_picture(sheet)
    if not drawn.cells:
        return [_("There was no decision in this year.")]
    names = {name: _missing(getattr(sheet, name), getattr(drawn, name)) for name in ("kinds", "levels")}
    told = []
    if names["kinds"]:
        told.append(_("There was no decision of these kinds: %(names)s.") % {"names": names["kinds"]})
    if names["levels"]:
        told.append(_("There was no decision on these levels: %(names)s.") % {"names": names["levels"]})
    return told


def _missing(all_of: tuple[Line, ...], shown: tuple[Line, ...]) -> str:
    return ", ".join(line.name for line in all_of if line not in shown)
