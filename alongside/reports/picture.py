"""The map as a picture: kinds of decision down, levels across. In each box stands how many of those decided were
decided with people, a bar of it, and below the roles: squares where one was agreed, dots where it was lived, from the
one on the left who was only there to the one on the right who decides. Where something was decided and nobody was in
the room the outline is broken. Drawn on the server, in shapes and numbers and not in colours: it can be read in print,
in forced colours and 320 pixels wide; a table stands below it.

Its hundreds of shapes are of numbers alone; whatever somebody has named is escaped where it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.core.flow import wrapped

from .map_values import Cell, MapSheet, Presence

WIDTH, LEFT, RIGHT, ROW, HEAD, GAP = 340, 84, 24, 50, 84, 3
ROLES = 7
LETTERS, LINES = 13, 3
MOST_COLUMN = 62
LARGEST = 5  # mark of a role
SVG = (
    '<svg class="al-map" viewBox="0 0 {w} {h}" role="img" aria-labelledby="map-title" focusable="false">'
    '<title id="map-title">{title}</title>{body}</svg>'
)


def drawn(sheet: MapSheet) -> SafeString:
    column = min(MOST_COLUMN, (WIDTH - LEFT - RIGHT) // max(1, len(sheet.levels)))
    parts = [_head(LEFT + n * column + column // 2, level.name) for n, level in enumerate(sheet.levels)]
    for down, kind in enumerate(sheet.kinds):
        top = HEAD + down * ROW
        parts.append(f'<line class="al-map__line" x1="0" x2="{WIDTH}" y1="{top}" y2="{top}"/>')
        parts.append(_label(kind.name, top))
        for across, level in enumerate(sheet.levels):
            parts.append(_cell(sheet.cell(level.slug, kind.slug), LEFT + across * column, top, column - GAP))
    title = _("Map of %(period)s: how many decisions were taken with people, by kind and level. Its table is below.")
    height = HEAD + len(sheet.kinds) * ROW + 4
    told = title % {"period": sheet.period_name}
    return format_html(SVG, w=WIDTH, h=height, title=told, body=SafeString("".join(parts)))


def _head(x: int, name: str) -> str:
    y = HEAD - 8
    return f'<text class="al-map__head" x="{x}" y="{y}" transform="rotate(-65 {x} {y})">{escape(name)}</text>'


def _label(words: str, top: int) -> str:
    lines = wrapped(words, LETTERS, LINES)
    first = top + ROW // 2 + 4 - 6 * (len(lines) - 1)
    return "".join(_text("al-map__kind", 0, first + 13 * n, "start", line) for n, line in enumerate(lines))


def _text(name: str, x: int, y: int, anchor: str, words: str) -> str:
    return f'<text class="{name}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def name_of(there: Presence) -> str:
    """Of the shape of a box."""
    if not there.all:
        return "empty"
    if not there.decided:
        return "waits"
    if there.nobody:
        return "nobody"
    return "all" if there.with_people == there.decided else "some"


def _cell(cell: Cell, x: int, top: int, width: int) -> str:
    there, shape = cell.presence, name_of(cell.presence)
    if shape == "empty":
        return _text("al-map__none", x + width // 2, top + ROW // 2 + 4, "middle", "·")
    told = f"{there.with_people}/{there.decided}" if there.decided else f"({there.not_yet})"
    return (
        f'<rect class="al-map__box al-map__box--{shape}" x="{x}" y="{top + 2}" width="{width}" height="{ROW - 4}"'
        f' rx="3"/>{_text("al-map__n", x + width // 2, top + 16, "middle", told)}'
        f"{_bar(there, x, top, width)}{_roles(cell, x, top, width)}"
    )


def _bar(there: Presence, x: int, top: int, width: int) -> str:
    if not there.decided:
        return ""
    whole = width - 8
    at, part = f'x="{x + 4}" y="{top + 20}"', round(whole * there.with_people / there.decided)
    return (
        f'<rect class="al-map__whole" {at} width="{whole}" height="6"/>'
        f'<rect class="al-map__part" {at} width="{part}" height="6"/>'
    )


def _roles(cell: Cell, x: int, top: int, width: int) -> str:
    """Where each role is, and not how often: two people who decide weigh no more than one."""
    step = (width - 8) / ROLES
    middle = [x + 4 + step * (role + 0.5) for role in range(ROLES)]
    size = round(min(LARGEST, step * 0.75), 1)
    return _squares(cell.agreed, middle, top + 33, size) + _dots(cell.lived, middle, top + 41, size)


def _squares(roles: Mapping[int, int], middle: list[float], y: int, size: float) -> str:
    half = size / 2
    return "".join(
        f'<rect class="al-map__agreed" x="{round(middle[role] - half, 1)}" y="{round(y - half, 1)}"'
        f' width="{size}" height="{size}"/>'
        for role in _there(roles)
    )


def _dots(roles: Mapping[int, int], middle: list[float], y: int, size: float) -> str:
    radius = round(size / 2 + 0.4, 1)
    return "".join(
        f'<circle class="al-map__lived" cx="{round(middle[role], 1)}" cy="{y}" r="{radius}"/>' for role in _there(roles)
    )


def _there(roles: Mapping[int, Any]) -> Iterable[int]:
    return (role for role, number in sorted(roles.items()) if number and 0 <= role < ROLES)
