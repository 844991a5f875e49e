"""What the moments of a service were like, as a picture: along the way from left to right, good above the line and bad
below it. How high says how many of all who told of that moment; the full part of a bar are the strongest feelings. And
what was answered to one statement, round by round, from yes on the left to no on the right. Drawn on the server, in
shapes and numbers and not in colours, to be read in print, in forced colours and 320 pixels wide; a table with the same
stands below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.core.small_groups import Sided

from .models.statements import STEPS, YES
from .models.touchpoints import BAD, BOTH, GOOD
from .queries.statements import InRound, OverTime
from .queries.touchpoints import Shown

WIDTH, LEFT, MIDDLE, HIGH, FOOT = 340, 44, 112, 92, 24
MOST_COLUMN, GAP, PILL = 64, 8, 9
TEXT = '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>'
RECT = '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>'
LINE = '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>'
SVG = (
    '<svg class="al-felt" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{id}" focusable="false">'
    '<title id="{id}">{title}</title>{body}</svg>'
)
STRONG = {GOOD: 2, BAD: -2}


def moments(rows: Sequence[Shown], service: str) -> SafeString:
    column = min(MOST_COLUMN, (WIDTH - LEFT) // max(len(rows), 1))
    parts: list[SafeString] = [
        format_html(LINE, "al-felt__line", LEFT, LEFT + column * len(rows), MIDDLE, MIDDLE),
        format_html(TEXT, "al-felt__head", 0, MIDDLE - HIGH // 2, "start", _("Good")),
        format_html(TEXT, "al-felt__head", 0, MIDDLE + HIGH // 2 + 8, "start", _("Bad")),
    ]
    for n, row in enumerate(rows):
        x = LEFT + n * column
        parts.append(format_html(TEXT, "al-felt__n", x + column // 2, 2 * MIDDLE + 14, "middle", n + 1))
        parts.append(_moment(row.shown, x, column))
    title = _("What %(service)s was like, moment by moment: good above the line, bad below. The table below says it.")
    body = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        SVG, w=WIDTH, h=2 * MIDDLE + FOOT, id="felt-title", title=title % {"service": service}, body=body
    )


def _moment(shown: Sided | None, x: int, column: int) -> SafeString:
    middle = x + column // 2
    if shown is None:
        return format_html(TEXT, "al-felt__few", middle, MIDDLE - 6, "middle", "?")
    width, left = max(column - GAP, 6), x + (column - max(column - GAP, 6)) // 2
    both = shown.sides.get(BOTH)
    parts = [_bar(shown, side, left, width, clear=PILL if both else 0) for side in (GOOD, BAD)]
    return format_html_join(
        "", "{}", ((part,) for part in [*parts, _both(_count(shown, both), middle) if both else ""])
    )


def _both(number: str, middle: int) -> SafeString:
    """On the line, with room for its number."""
    width = 2 * PILL + 8 * (len(number) - 1)
    pill = '<rect class="al-felt__both" x="{}" y="{}" width="{}" height="{}" rx="{}"/>'
    drawn = format_html(pill, middle - width / 2, MIDDLE - PILL, width, 2 * PILL, PILL)
    return format_html("{}{}", drawn, format_html(TEXT, "al-felt__count", middle, MIDDLE + 4, "middle", number))


def _count(shown: Sided, number: int) -> str:
    return f"{number}+" if shown.unsaid else str(number)


def _bar(shown: Sided, side: str, left: int, width: int, clear: int) -> SafeString:
    """`clear`: how far from the line its number stands at least."""
    number = shown.sides.get(side, 0)
    if not number:
        return SafeString("")
    up = side == GOOD
    height = max(round(HIGH * number / shown.of), 3)
    strong = round(HIGH * shown.fine.get(STRONG[side], 0) / shown.of)
    top = MIDDLE - height if up else MIDDLE
    whole = format_html(RECT, f"al-felt__bar al-felt__bar--{side}", left, top, width, height)
    full = format_html(
        RECT, f"al-felt__strong al-felt__strong--{side}", left, top if up else MIDDLE + height - strong, width, strong
    )
    y = min(top, MIDDLE - clear) - 4 if up else max(top + height, MIDDLE + clear) + 13
    said = format_html(TEXT, "al-felt__count", left + width // 2, y, "middle", _count(shown, number))
    return format_html("{}{}{}", whole, full if strong else "", said)


# Statements.

WHEN, ROW, BAR, TALL, LOW = 78, 30, 226, 22, 14
NARROWEST = 10  # for a number


def over_time(line: OverTime, id: str) -> SafeString:
    """`id` tells pictures on one page apart."""
    parts: list[SafeString] = []
    before: Any = None
    for n, each in enumerate(line.rounds):
        if before is not None and each.wording.pk != before:
            parts.append(format_html(LINE, "al-felt__new", 0, WIDTH, n * ROW, n * ROW))
        before = each.wording.pk
        parts.append(_round(each, n * ROW))
    title = _("What people answered to “%(text)s”, round by round. The table below says the same.")
    body = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        SVG, w=WIDTH, h=len(line.rounds) * ROW, id=id, title=title % {"text": line.statement.text}, body=body
    )


def _round(each: InRound, top: int) -> SafeString:
    when = formats.date_format(each.found.closes_on, "M Y")
    label = format_html(TEXT, "al-felt__when", 0, top + 20, "start", when)
    if each.shown is None:
        return format_html("{}{}", label, format_html(TEXT, "al-felt__few", WHEN, top + 20, "start", _("too few")))
    frame = format_html(RECT, "al-felt__whole", WHEN, top + 8, BAR, LOW)
    of = format_html(TEXT, "al-felt__of", WIDTH, top + 20, "end", each.shown.of)
    return format_html("{}{}{}{}", label, frame, _answers(each.shown, top + 15), of)


def _answers(shown: Sided, middle: int) -> SafeString:
    """A thick mark stands between yes and no, and what is said with all strength is taller: so each part is known
    without its colour. Where nearly all stood on one side, that side alone, at its end."""
    if not shown.fine:
        side = next(iter(shown.sides))
        width = BAR * shown.sides[side] / shown.of
        return _part(side, shown.sides[side], WHEN if side == YES else WHEN + BAR - width, width, middle, shown)
    parts, left = [], float(WHEN)
    for step in STEPS:
        number = shown.fine.get(step, 0)
        width = BAR * number / shown.of
        parts.append(_part(str(step), number, left, width, middle, shown))
        left += width
    border = round(WHEN + BAR * shown.sides.get(YES, 0) / shown.of, 1)
    parts.append(format_html(LINE, "al-felt__border", border, border, middle - 14, middle + 14))
    return format_html_join("", "{}", ((part,) for part in parts))


def _part(name: str, number: int, left: float, width: float, middle: int, shown: Sided) -> SafeString:
    if not number:
        return SafeString("")
    high = TALL if name in ("4", "1") else LOW
    place = (round(left, 1), middle - high // 2, round(width, 1), high)
    box = format_html(RECT, f"al-felt__part--{name}", *place)
    if width < NARROWEST:
        return box
    return format_html(
        "{}{}",
        box,
        format_html(
            TEXT,
            f"al-felt__in al-felt__in--{name}",
            round(left + width / 2, 1),
            middle + 5,
            "middle",
            _count(shown, number),
        ),
    )
