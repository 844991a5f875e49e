"""The figures, each with how it is counted, and the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.candour.ladders import LADDERS, OURS

from .. import figure_words, map_words, picture
from ..map_values import Cell, MapSheet
from .blocks import Block, Heading, Item, Lines, Picture, Table, Text
from .reading import Reading


def figures(at: Reading) -> Iterator[Block]:
    yield Text(_("With each figure stands how it is counted. Where people could be worked out, it is rounded down."))
    for part in at.pack.sheet.parts:
        yield Heading(part.title)
        for one in part.figures:
            rows = [(row.words, figure_words.told(row)) for row in one.rows]
            yield Table(one.title, (_("What"), at.pack.period_name), rows)
            yield Text(one.how, "quiet")


def the_map(at: Reading) -> Iterator[Block]:
    sheet = _of_these_days(at.pack.map)
    if not sheet.cells:
        yield Text(_("No decision is on the calendar in these days."))
        return
    nobody = map_words.nobody(sheet)
    if nobody:
        yield Text(_("Something was decided here, and nobody was in the room:"), "strong")
        yield Lines([Item(map_words.place(sheet, cell), map_words.nobody_told(cell)) for cell in nobody])
    else:
        yield Text(_("Wherever something was decided, people were in the room."))
    yield Picture(picture.drawn(sheet), in_words(sheet), _told(), "map")
    yield _table(at, sheet)


def _of_these_days(sheet: MapSheet) -> MapSheet:
    """Kinds of which nothing was on the calendar are left to the map's own page, but for those that may not be taken
    without people."""
    cells = tuple(cell for cell in sheet.cells if cell.presence.all)
    there = {cell.kind for cell in cells}
    return replace(sheet, cells=cells, kinds=tuple(kind for kind in sheet.kinds if kind.reserved or kind.slug in there))


def _told() -> str:
    return _(
        "In each box: how many of those decided were decided with people. A broken outline: something was decided and"
        " nobody was in the room. In brackets: not yet decided. A point: no decision. Squares are roles that were"
        " agreed, dots roles that were lived, from the one who was only there to the one who decides."
    )


def in_words(sheet: MapSheet) -> str:
    """What the picture shows at one look."""
    there = sheet.presence
    words = ngettext(
        "Map of %(period)s: %(n)d decision was taken, %(with)d of them with people.",
        "Map of %(period)s: %(n)d decisions were taken, %(with)d of them with people.",
        there.decided,
    ) % {"period": sheet.period_name, "n": there.decided, "with": there.with_people}
    places = ", ".join(map_words.place(sheet, cell) for cell in map_words.nobody(sheet))
    return f"{words} {_('Nobody was in the room: %(places)s.') % {'places': places}}" if places else words


def _table(at: Reading, sheet: MapSheet) -> Table:
    cells = sorted(sheet.cells, key=lambda cell: (not cell.presence.nobody, map_words.place(sheet, cell)))
    heads = (
        _("Level and kind"),
        _("With"),
        _("Without"),
        _("Reserved, yet without"),
        _("Not yet"),
        _("What it was worth"),
    )
    return Table(_("Every level and kind"), heads, [_row(at, sheet, cell) for cell in cells])


def _row(at: Reading, sheet: MapSheet, cell: Cell) -> list[str]:
    there = cell.presence
    numbers = (there.with_people, there.without, there.excepted, there.not_yet)
    return [map_words.place(sheet, cell), *map(str, numbers), _worth(at, cell)]


def _worth(at: Reading, cell: Cell) -> str:
    """Influence beside presence, in every row."""
    ladder = LADDERS.get(at.pack.ladder, LADDERS[OURS])
    told = [
        (_("Asked"), map_words.asked(cell)),
        (_("Role agreed"), map_words.roles(cell.agreed, ladder)),
        (_("Role lived"), map_words.roles(cell.lived, ladder, cell.unsaid)),
        (_("Seats"), map_words.seats(cell)),
        (_("Begun by contributors"), str(cell.begun) if cell.begun else ""),
    ]
    return " ".join(_("%(what)s: %(told)s.") % {"what": what, "told": words} for what, words in told if words) or "–"
