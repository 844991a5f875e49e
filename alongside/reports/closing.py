"""The text that is frozen, its digest, and how two versions differ. Pure.

The text is canonical JSON: sorted names, no spaces. Whoever has it can compute the digest that stands in the event log,
with nothing but SHA-256. A random `salt` in it keeps others from guessing figures that they do not see.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from alongside.audit import sealing

from . import figure_words, map_words
from .late_values import KINDS, LateSheet
from .map_values import Cell, MapSheet, Presence
from .values import Row, Sheet


class Plain(Protocol):
    """What was counted, as a value that can be written down and read again."""

    def as_plain(self) -> dict[str, Any]: ...


def text_of(document: Mapping[str, Any]) -> str:
    """Names are text before they are sorted: numbers as names would stand in another order when it is read again."""
    return sealing.canonical(json.loads(json.dumps(document)))


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# What changed from one version to the next.


@dataclass(frozen=True)
class Difference:
    what: str
    before: str
    after: str


NOTHING = "–"


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Between two documents: figure by figure, place by place, and what was late. What says the same is left out."""
    old, new = before["parts"], after["parts"]
    return [
        *_figures(Sheet.of_plain(old["figures"]), Sheet.of_plain(new["figures"])),
        *_places(MapSheet.of_plain(old["map"]), MapSheet.of_plain(new["map"])),
        *_late(LateSheet.of_plain(old["late"]), LateSheet.of_plain(new["late"])),
    ]


def moved(old: Sheet, new: Sheet, old_map: MapSheet, new_map: MapSheet) -> list[Difference]:
    """Between two counts of the same days."""
    return [*_figures(old, new), *_places(old_map, new_map)]


def _changed(old: Mapping[Any, tuple[str, str]], new: Mapping[Any, tuple[str, str]]) -> Iterator[Difference]:
    """By key: what it is called, and what it says."""
    for key in dict.fromkeys((*new, *old)):
        what = (new.get(key) or old[key])[0]
        before, after = (side[key][1] if key in side else NOTHING for side in (old, new))
        if before != after:
            yield Difference(what, before, after)


def _figures(old: Sheet, new: Sheet) -> Iterator[Difference]:
    yield from _changed(_rows(old), _rows(new))


def _rows(sheet: Sheet) -> dict[tuple[str, str], tuple[str, str]]:
    every = ((one, row) for part in sheet.parts for one in part.figures for row in one.rows)
    return {(one.slug, row.key): (_named(one.title, row), figure_words.told(row)) for one, row in every}


def _named(title: str, row: Row) -> str:
    return _("%(figure)s: %(row)s") % {"figure": title, "row": row.words}


def _places(old: MapSheet, new: MapSheet) -> Iterator[Difference]:
    yield from _changed(_cells(old), _cells(new))


def _cells(sheet: MapSheet) -> dict[tuple[str, str], tuple[str, str]]:
    """A place of which there is no decision is as one that is not there."""
    there = [cell for cell in sheet.cells if cell.presence.all]
    return {(cell.level, cell.kind): (map_words.place(sheet, cell), _presence(cell)) for cell in there}


def _presence(cell: Cell) -> str:
    there: Presence = cell.presence
    words = {"n": there.with_people, "of": there.decided, "waits": there.not_yet}
    return _("%(n)s of %(of)s with people, %(waits)s not yet taken") % words


def _late(old: LateSheet, new: LateSheet) -> Iterator[Difference]:
    yield from _changed(_lines(old), _lines(new))


def _lines(sheet: LateSheet) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (line.period, line.kind): (
            _("Late, from %(period)s: %(kind)s") % {"period": line.period_name, "kind": KINDS[line.kind]},
            str(line.number),
        )
        for line in sheet.lines
    }
