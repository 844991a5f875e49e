"""What was agreed and what was lived, as a picture: roles from the ground up, three columns beside each other. Drawn on
the server, in shapes and numbers and not in colours, so that it can be read in print and in forced colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.core.flow import wrapped

from .ladders import ROLES, STAGES, Ladder
from .queries.accounts import StageOf

WIDTH, LEFT, ROW, HEAD = 340, 142, 40, 44
COLUMN = (WIDTH - LEFT) // 3
LETTERS, LINES = 21, 2
TEXT = '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>'
SVG = (
    '<svg class="al-two" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{id}" focusable="false">'
    '<title id="{id}">{title}</title>{body}</svg>'
)
SHAPES = (
    '<rect class="al-two__agreed" x="{x}" y="{y}" width="26" height="26"/>',
    '<rect class="al-two__staff" x="{x}" y="{y}" width="26" height="26" rx="6"/>',
    '<circle class="al-two__lived" cx="{cx}" cy="{cy}" r="14"/>',
)


def heads() -> tuple[str, str, str]:
    return _("Agreed"), _("Staff"), _("Others")


def drawn(row: StageOf, ladder: Ladder, id: str) -> SafeString:
    """`id` tells pictures on one page apart."""
    order = sorted(ROLES, reverse=True)
    lived = row.lived.counts if row.lived else {}
    columns: tuple[Mapping[int, int], ...] = (row.agreed, row.staff, lived)
    most = dict.fromkeys(lived, row.lived is not None and row.lived.unsaid > 0)
    parts: list[Any] = [_text("al-two__head", _middle(n), 26, "middle", head) for n, head in enumerate(heads())]
    for place, role in enumerate(order):
        top = HEAD + place * ROW
        parts.append(format_html('<line class="al-two__line" x1="0" x2="{}" y1="{}" y2="{}"/>', WIDTH, top, top))
        parts.append(_label(str(ladder.words[role]), top))
        for n, counts in enumerate(columns):
            if counts.get(role):
                parts.append(_mark(n, top, counts[role], n == 2 and most[role]))
    title = _("Roles: what was agreed, what staff say, what those who took part say. %(stage)s.") % {
        "stage": STAGES[row.stage]
    }
    body = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(SVG, w=WIDTH, h=HEAD + len(order) * ROW, id=id, title=title, body=body)


def _middle(column: int) -> int:
    return LEFT + column * COLUMN + COLUMN // 2


def _text(name: str, x: int, y: int, anchor: str, text: Any) -> SafeString:
    return format_html(TEXT, name, x, y, anchor, text)


def _label(words: str, top: int) -> SafeString:
    lines = wrapped(words, LETTERS, LINES)
    first = top + (25 if len(lines) == 1 else 17)
    return format_html_join(
        "", TEXT, (("al-two__role", 0, first + 15 * n, "start", line) for n, line in enumerate(lines))
    )


def _mark(column: int, top: int, number: int, at_least: bool) -> SafeString:
    middle, centre = _middle(column), top + ROW // 2
    shape = format_html(SHAPES[column], x=middle - 13, y=centre - 13, cx=middle, cy=centre)
    shown = f"{number}+" if at_least else str(number)
    return format_html("{}{}", shape, _text(f"al-two__n al-two__n--{column}", middle, centre + 5, "middle", shown))
