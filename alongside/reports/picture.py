"""The map as a picture: kinds of decision down, levels across. In each box stands how many of those decided were
decided with people, a bar of it, and below the roles: squares where one was agreed, dots where it was lived, from the
one on the left who was only there to the one on the right who decides. Where something was decided and nobody was in
the room the outline is broken. Drawn on the server, in shapes and numbers and not in colours: it can be read in print,
in forced colours and 320 pixels wide; a table stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.core.flow import wrapped

from .map_values import Cell, MapSheet, Presence

WIDTH, LEFT, RIGHT, ROW, HEAD, GAP = 340, 84, 24, 50, 84, 3
ROLES = 7
LETTERS, LINES = 13, 3
MOST_COLUMN = 62
LARGEST = 5  # mark of a role
TEXT = '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>'
SVG = (
    '<svg class="al-map" viewBox="0 0 {w} {h}" role="img" aria-labelledby="map-title" focusable="false">'
    '<title id="map-title">{title}</title>{body}</svg>'
)


def drawn(sheet: MapSheet) -> SafeString:
    column = min(MOST_COLUMN, (WIDTH - LEFT - RIGHT) // max(1, len(sheet.levels)))
    parts: list[SafeString] = [
        _head(LEFT + n * column + column // 2, level.name) for n, level in enumerate(sheet.levels)
    ]
    for down, kind in enumerate(sheet.kinds):
        top = HEAD + down * ROW
        parts.append(format_html('<line class="al-map__line" x1="0" x2="{}" y1="{}" y2="{}"/>', WIDTH, top, top))
        parts.append(_label(kind.name, top))
        for across, level in enumerate(sheet.levels):
            parts.append(_cell(sheet.cell(level.slug, kind.slug), LEFT + across * column, top, column - GAP))
    title = _("Map of %(period)s: how many decisions were taken with people, by kind and level. Its table is below.")
    body = format_html_join("", "{}", ((part,) for part in parts))
    height = HEAD + len(sheet.kinds) * ROW + 4
    return format_html(SVG, w=WIDTH, h=height, title=title % {"period": sheet.period_name}, body=body)


def _head(x: int, name: str) -> SafeString:
    y = HEAD - 8
    shape = '<text class="al-map__head" x="{}" y="{}" transform="rotate(-65 {} {})">{}</text>'
    return format_html(shape, x, y, x, y, name)


def _label(words: str, top: int) -> SafeString:
    lines = wrapped(words, LETTERS, LINES)
    first = top + ROW // 2 + 4 - 6 * (len(lines) - 1)
    rows = (("al-map__kind", 0, first + 13 * n, "start", line) for n, line in enumerate(lines))
    return format_html_join("", TEXT, rows)


def name_of(there: Presence) -> str:
    """Of the shape of a box."""
    if not there.all:
        return "empty"
    if not there.decided:
        return "waits"
    if there.nobody:
        return "nobody"
    return "all" if there.with_people == there.decided else "some"


def _cell(cell: Cell, x: int, top: int, width: int) -> SafeString:
    there, shape = cell.presence, name_of(cell.presence)
    if shape == "empty":
        return format_html(TEXT, "al-map__none", x + width // 2, top + ROW // 2 + 4, "middle", "·")
    box = format_html(
        '<rect class="al-map__box al-map__box--{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>',
        *(shape, x, top + 2, width, ROW - 4),
    )
    told = f"{there.with_people}/{there.decided}" if there.decided else f"({there.not_yet})"
    number = format_html(TEXT, "al-map__n", x + width // 2, top + 16, "middle", told)
    return format_html("{}{}{}{}", box, number, _bar(there, x, top, width), _roles(cell, x, top, width))


def _bar(there: Presence, x: int, top: int, width: int) -> SafeString:
    if not there.decided:
        return SafeString("")
    whole, y = width - 8, top + 20
    part = round(whole * there.with_people / there.decided)
    frame = format_html('<rect class="al-map__whole" x="{}" y="{}" width="{}" height="6"/>', x + 4, y, whole)
    full = format_html('<rect class="al-map__part" x="{}" y="{}" width="{}" height="6"/>', x + 4, y, part)
    return format_html("{}{}", frame, full)


def _roles(cell: Cell, x: int, top: int, width: int) -> SafeString:
    """Where each role is, and not how often: two people who decide weigh no more than one."""
    step = (width - 8) / ROLES
    middle = [x + 4 + step * (role + 0.5) for role in range(ROLES)]
    size = round(min(LARGEST, step * 0.75), 1)
    return format_html("{}{}", _squares(cell.agreed, middle, top + 33, size), _dots(cell.lived, middle, top + 41, size))


def _squares(roles: Mapping[int, int], middle: list[float], y: int, size: float) -> SafeString:
    shape = '<rect class="al-map__agreed" x="{}" y="{}" width="{}" height="{}"/>'
    half = size / 2
    rows = ((round(middle[role] - half, 1), round(y - half, 1), size, size) for role in _there(roles))
    return format_html_join("", shape, rows)


def _dots(roles: Mapping[int, int], middle: list[float], y: int, size: float) -> SafeString:
    shape = '<circle class="al-map__lived" cx="{}" cy="{}" r="{}"/>'
    rows = ((round(middle[role], 1), y, round(size / 2 + 0.4, 1)) for role in _there(roles))
    return format_html_join("", shape, rows)


def _there(roles: Mapping[int, Any]) -> Iterable[int]:
    return (role for role, number in sorted(roles.items()) if number and 0 <= role < ROLES)
