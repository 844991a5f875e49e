"""A picture of how one thing led to the next: steps with boxes, drawn on the server as SVG. No domain words.

It is drawn twice, across and down, and the style sheet shows one: five columns cannot be read on a phone, and a
column of boxes is not a page. Letters are counted, not measured: a box is as wide as its widest guess.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .parts import TONES


@dataclass(frozen=True)
class Box:
    """`to`: the places of the boxes in the next step to which this one led; None when nobody can say."""

    text: Any
    note: Any = ""
    tone: str = "quiet"
    to: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Step:
    title: Any
    boxes: Sequence[Box]
    after: Any = ""  # how long after the step before


@dataclass(frozen=True)
class Look:
    """Lengths in the units of the picture."""

    width: int
    letters: int  # in one line of a box
    lines: int  # of one box, at most
    size: int  # of a letter

    @property
    def line(self) -> int:
        return round(self.size * 1.3)


ACROSS, DOWN = Look(width=126, letters=16, lines=8, size=12), Look(width=300, letters=34, lines=5, size=15)
PAD, GAP, GUTTER, HEAD, MOST_NOTE = 8, 10, 32, 40, 14
TEXT = '<text class="{}" x="{}" y="{}"{}>{}</text>'
BOX = '<g class="al-flow__box al-flow__box--{}"><rect x="{}" y="{}" width="{}" height="{}" rx="5"/>{}</g>'
PICTURE = (
    '<svg class="al-flow al-flow--{way}" viewBox="0 0 {width} {height}" role="img" '
    'aria-labelledby="{id}-{way}" focusable="false"><title id="{id}-{way}">{title}</title>{content}</svg>'
)


@dataclass(frozen=True)
class Placed:
    box: Box
    x: int
    y: int
    height: int
    lines: Sequence[tuple[str, str]]  # (class, text)


def width_of(text: str) -> int:
    """In letters: those of Chinese, Japanese and Korean are as wide as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(text: Any, letters: int, most: int) -> list[str]:
    """Lines of no more than `letters`, no more than `most` of them; what is left out is marked."""
    lines: list[str] = []
    for word in _pieces(str(text).split(), letters):
        if lines and width_of(lines[-1]) + 1 + width_of(word) <= letters:
            lines[-1] += f" {word}"
        elif len(lines) == most:
            lines[-1] = _cut(lines[-1], letters)
            break
        else:
            lines.append(word)
    return lines


def _pieces(words: Iterable[str], letters: int) -> Iterator[str]:
    """A word that is too long for a line is broken."""
    for word in words:
        while width_of(word) > letters:
            most = max(1, letters if width_of(word) == len(word) else letters // 2)
            yield word[:most]
            word = word[most:]
        if word:
            yield word


def _cut(line: str, letters: int) -> str:
    while width_of(line) > letters - 1:
        line = line[:-1]
    return line.rstrip(" .,;:") + "…"


def is_right_to_left(text: str) -> bool:
    """By its first letter that has a direction."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((way in ("R", "AL") for way in strong if way in ("L", "R", "AL")), False)


def across(steps: Sequence[Step], title: Any, name: str = "flow") -> SafeString:
    """A column for each step, from left to right."""
    look = ACROSS
    columns = [_column(step.boxes, look, n * (look.width + GUTTER), HEAD) for n, step in enumerate(steps)]
    width = len(steps) * (look.width + GUTTER) - GUTTER
    height = max((placed[-1].y + placed[-1].height for placed in columns if placed), default=HEAD) + 2
    drawn = [_heading(step, n * (look.width + GUTTER), 0, look) for n, step in enumerate(steps)]
    for here, there in zip(columns, columns[1:], strict=False):
        drawn += _links(here, there, look)
    return _picture("across", width, height, title, name, [*drawn, *_boxes(columns, look)])


def down(steps: Sequence[Step], title: Any, name: str = "flow") -> SafeString:
    """One below the other, for a narrow page."""
    look, drawn, columns, top = DOWN, [], [], 0
    for number, step in enumerate(steps):
        if number:
            drawn.append(_arrow(look, top, step.after))
            top += 34
        drawn.append(_heading(Step(step.title, ()), 0, top, look))
        placed = _column(step.boxes, look, 0, top + 26)
        columns.append(placed)
        top = placed[-1].y + placed[-1].height + 6 if placed else top + 30
    return _picture("down", look.width, top, title, name, [*drawn, *_boxes(columns, look)])


def _picture(way: str, width: int, height: int, title: Any, name: str, parts: Iterable[SafeString]) -> SafeString:
    content = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(PICTURE, way=way, width=width, height=height, id=name, title=title, content=content)


def _column(boxes: Sequence[Box], look: Look, x: int, y: int) -> list[Placed]:
    placed = []
    for box in boxes:
        lines = [("al-flow__text", line) for line in wrapped(box.text, look.letters, look.lines)]
        lines += [("al-flow__note", line) for line in wrapped(box.note, look.letters, MOST_NOTE)]
        height = 2 * PAD + max(len(lines), 1) * look.line
        placed.append(Placed(box, x, y, height, lines))
        y += height + GAP
    return placed


def _boxes(columns: Iterable[Sequence[Placed]], look: Look) -> list[SafeString]:
    return [_box(placed, look) for column in columns for placed in column]


def _box(placed: Placed, look: Look) -> SafeString:
    lines = format_html_join(
        "",
        "{}",
        (
            (_text(kind, placed.x, placed.y + PAD + look.size + n * look.line, look, line),)
            for n, (kind, line) in enumerate(placed.lines)
        ),
    )
    tone = placed.box.tone if placed.box.tone in TONES else "quiet"
    return format_html(BOX, tone, placed.x + 1, placed.y, look.width - 2, placed.height, lines)


def _text(kind: str, x: int, y: int, look: Look, line: str) -> SafeString:
    """Right to left begins at the other edge."""
    rtl = is_right_to_left(line)
    at = x + look.width - PAD if rtl else x + PAD
    return format_html(TEXT, kind, at, y, SafeString(' direction="rtl"') if rtl else "", line)


def _heading(step: Step, x: int, y: int, look: Look) -> SafeString:
    title = format_html(TEXT, "al-flow__title", x + 1, y + 17, "", step.title)
    after = format_html(TEXT, "al-flow__after", x + 1, y + 32, "", step.after) if step.after else ""
    return format_html("{}{}", title, after)


def _arrow(look: Look, y: int, after: Any) -> SafeString:
    x = 14
    path = f"M{x} {y + 2}V{y + 24}M{x - 5} {y + 18}L{x} {y + 24}L{x + 5} {y + 18}"
    words = format_html(TEXT, "al-flow__after", x + 14, y + 18, "", after) if after else ""
    return format_html('<path class="al-flow__link" d="{}"/>{}', path, words)


def _links(here: Sequence[Placed], there: Sequence[Placed], look: Look) -> list[SafeString]:
    """From box to box where that is known, and always from one heading to the next."""
    if not here or not there:
        return []
    drawn = [_beside(here[0].x + look.width, there[0].x)]
    for placed in here:
        for number in placed.box.to if placed.box.to is not None else ():
            if number < len(there):
                drawn.append(_link(placed, there[number], look))
    return drawn


def _beside(x: int, to_x: int) -> SafeString:
    path = f"M{x + 2} 13H{to_x - 6}M{to_x - 11} 8L{to_x - 6} 13L{to_x - 11} 18"
    return format_html('<path class="al-flow__link" d="{}"/>', path)


def _link(one: Placed, other: Placed, look: Look) -> SafeString:
    """From the right edge of one to the left edge of the other, with a head."""
    x, y = one.x + look.width, one.y + one.height // 2
    to_x, to_y = other.x - 1, other.y + other.height // 2
    middle = (x + to_x) // 2
    path = (
        f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}M{to_x - 6} {to_y - 5}L{to_x} {to_y}L{to_x - 6} {to_y + 5}"
    )
    return format_html('<path class="al-flow__link" d="{}"/>', path)
