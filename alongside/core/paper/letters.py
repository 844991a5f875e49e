"""Which letters our fonts can draw. Whatever they cannot is a box on the paper, and the page says so before."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
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
    families = (("NotoSans-Regular", "NotoSans-Bold"), ("NotoSansArabic-Regular", "NotoSansArabic-Bold"))
    each = [frozenset.intersection(*(_letters_of(name) for name in family)) for family in families]
    return frozenset().union(*each)


def _letters_of(name: str) -> frozenset[int]:
    """From the font's own table of letters (`cmap`, its format 12: groups of first, last, where)."""
    font = (FONTS / f"{name}.ttf").read_bytes()
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _sum, at, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            return frozenset(_groups(font, at))
    raise ValueError(f"{name} has no table of letters.")


def _groups(font: bytes, at: int) -> Any:
    for number in range(struct.unpack_from(">H", font, at + 2)[0]):
        _platform, _encoding, offset = struct.unpack_from(">HHI", font, at + 4 + 8 * number)
        if struct.unpack_from(">H", font, at + offset)[0] != 12:
            continue
        count = struct.unpack_from(">I", font, at + offset + 12)[0]
        for group in range(count):
            first, last, _glyph = struct.unpack_from(">III", font, at + offset + 16 + 12 * group)
            yield from range(first, last + 1)
        return
