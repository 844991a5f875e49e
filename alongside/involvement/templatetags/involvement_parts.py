from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .. import wording

register = template.Library()
register.filter("tone", wording.tone)

ROW, STEP = 50, 10  # dots in a row, and how far apart


@register.simple_tag
def dots(mine: int, of: int) -> SafeString:
    """One dot for each ticket, mine filled first. A row is one dotted line; the table beside it has the numbers."""
    height = -(-of // ROW) * STEP
    lines = SafeString(_lines("al-dots__all", of) + _lines("al-dots__mine", mine))
    box = f"0 0 {ROW * STEP} {height}"
    return format_html('<svg class="al-dots" viewBox="{}" aria-hidden="true" focusable="false">{}</svg>', box, lines)


def _lines(css: str, dots: int) -> SafeString:
    """Dashes of no length with round ends are dots."""
    rows = ((css, *_line(row, min(ROW, dots - row * ROW))) for row in range(-(-dots // ROW)))
    return format_html_join("", '<line class="{}" x1="5" y1="{}" x2="{}.01" y2="{}" stroke-dasharray="0 {}"/>', rows)


def _line(row: int, dots: int) -> tuple[int, int, int, int]:
    y = row * STEP + STEP // 2
    return y, (dots - 1) * STEP + STEP // 2, y, STEP
