"""Which letters our fonts can draw. Whatever they cannot is a box on the paper, and the page says so before."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
SCRIPTS = ("Arabic", "Gurmukhi", "Gujarati", "Bengali", "Tamil")  # look.typ names them too
FAMILIES = ("NotoSans", *(f"NotoSans{script}" for script in SCRIPTS))
WEIGHTS = ("Regular", "Bold")
GROUPS, SEGMENTS, LAST_OF_PLANE = 12, 4, 0xFFFE
BOX = "�"
SPACES = frozenset("\n\t\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")  # nothing is drawn for them


def cannot_show(text: str) -> list[str]:
    """The letters of a text that would be boxes, each once, in the order in which they come."""
    known = drawn()
    return list(dict.fromkeys(letter for letter in text if ord(letter) not in known and letter not in SPACES))


def shown(value: Any) -> Any:
    """The same text, list or mapping, with a box for each letter that cannot be drawn."""
    if isinstance(value, str):
        missing = set(cannot_show(value))
        return "".join(BOX if letter in missing else letter for letter in value) if missing else value
    if isinstance(value, dict):
        return {name: shown(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [shown(each) for each in value]
    return value


def directed(text: str) -> dict[str, Any]:
    """A text with the side from which it begins, by its first letter that has one."""
    sides = (unicodedata.bidirectional(letter) for letter in text)
    return {"text": text, "rtl": next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"}


@cache
def drawn() -> frozenset[int]:
    """What both weights of a family have."""
    each = [frozenset.intersection(*(_letters_of(f"{name}-{weight}") for weight in WEIGHTS)) for name in FAMILIES]
    return frozenset().union(*each)


def _letters_of(name: str) -> frozenset[int]:
    """From the font's own table of letters (`cmap`)."""
    font = (FONTS / f"{name}.ttf").read_bytes()
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _sum, at, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            return frozenset(_mapped(font, at))
    raise ValueError(f"{name} has no table of letters.")


def _mapped(font: bytes, at: int) -> Iterator[int]:
    """A font has its letters in format 12, or, where all of them are in the first plane, in format 4 alone."""
    found = {}
    for number in range(struct.unpack_from(">H", font, at + 2)[0]):
        _platform, _encoding, offset = struct.unpack_from(">HHI", font, at + 4 + 8 * number)
        found[struct.unpack_from(">H", font, at + offset)[0]] = at + offset
    if GROUPS in found:
        return _groups(font, found[GROUPS])
    return _segments(font, found[SEGMENTS])


def _groups(font: bytes, at: int) -> Iterator[int]:
    """First, last, where."""
    for group in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
        yield from range(first, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Four lists beside each other: last, first, what is added, where else it stands. What leads to nought is not
    there."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends, starts = at + 14, at + 16 + twice
    for place in range(0, twice, 2):
        (last,), (first,) = struct.unpack_from(">H", font, ends + place), struct.unpack_from(">H", font, starts + place)
        (added,) = struct.unpack_from(">H", font, starts + twice + place)
        elsewhere = starts + 2 * twice + place
        (way,) = struct.unpack_from(">H", font, elsewhere)
        for letter in range(first, min(last, LAST_OF_PLANE) + 1):
            glyph = struct.unpack_from(">H", font, elsewhere + way + 2 * (letter - first))[0] if way else letter
            if glyph and (glyph + added) & 0xFFFF:
                yield letter
