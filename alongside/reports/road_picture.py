"""The road as a picture: three months in a row, from the top down, bumps on the road itself. Drawn on the server in
shapes, numbers and words, so that it can be read on a phone, in print, in forced colours, and aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.candour.account_words import said
from alongside.candour.queries.gaps import Gap
from alongside.core.flow import wrapped

from .road_values import Road, Stretch

WIDTH, HEAD, ROW = 308, 48, 46
LABEL, BUMPS, PEOPLE, STAFF, AIMS = 0, 84, 132, 170, 210
GAP, SPAN = 244, 54
TEXT = '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>'
SVG = (
    '<svg class="al-road" viewBox="0 0 {w} {h}" role="img" aria-labelledby="road-title road-desc" focusable="false">'
    '<title id="road-title">{title}</title><desc id="road-desc">{desc}</desc>{body}</svg>'
)
MARKS = {"open": "▸", "reached": "✓", "stuck": "!", "stopped": "✕"}
BECAME: dict[str, Any] = {
    "open": gettext_lazy("begun or taken up: %(n)s"),
    "reached": gettext_lazy("reached: %(n)s"),
    "stuck": gettext_lazy("stuck: %(n)s"),
    "stopped": gettext_lazy("stopped: %(n)s"),
}


@dataclass(frozen=True)
class Row:
    """A row of the table below the picture."""

    when: str
    bumps: int
    people: int
    staff: int
    aims: str
    staff_say: str
    lived: str


def when(stretch: Stretch) -> str:
    """Jan–Mar 2026"""
    months = (_month(stretch.begins), _month(stretch.ends_month))
    return f"{months[0]}–{months[1]} {stretch.begins.year}"


def _month(day: date) -> str:
    return formats.date_format(day, "M")


def rows(road: Road) -> list[Row]:
    return [_row(each) for each in road.stretches]


def _row(each: Stretch) -> Row:
    became = ", ".join(str(BECAME[name]) % {"n": each.aims[name]} for name in BECAME if each.aims.get(name))
    staff = _("%(yes)s of %(of)s") % {"yes": each.gap.staff[0], "of": each.gap.staff[1]} if each.gap else ""
    return Row(
        when(each),
        each.bumps,
        each.people,
        each.staff,
        became or "–",
        staff if each.gap and each.gap.staff[1] else "–",
        said(each.gap.lived) if each.gap else "–",
    )


def drawn(road: Road) -> SafeString:
    height = HEAD + len(road.stretches) * ROW
    parts: list[SafeString] = [*_heads(road.has_gap), _line(height)]
    for number, each in enumerate(road.stretches):
        parts += _stretch(each, HEAD + number * ROW)
    body = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(SVG, w=WIDTH, h=height, title=title(), desc=desc(road), body=body)


def legend(aims: bool, gap: bool) -> str:
    """What the marks mean. A mark and its word stay in one line."""
    told = [
        _(
            "A circle: so many times somebody who takes part wrote something down. A square: so many times somebody who"
            " works here did. A diamond: so many of both tell of a bump."
        )
    ]
    if aims:
        told.append(_("Aims: ▸\u00a0begun or taken\u00a0up, ✓\u00a0reached, !\u00a0stuck, ✕\u00a0stopped."))
    if gap:
        told.append(
            _(
                "On the right: how many answers were “yes” when both sides were asked how it was. The circle is those"
                " who took part, the square is staff. Where it is longer, it lies in between. Groups that are too"
                " small are not in it."
            )
        )
    return " ".join(told)


def title() -> str:
    return _("The road, three months in a row, from the top down")


def desc(road: Road) -> str:
    facts = {
        "bumps": sum(each.bumps for each in road.stretches),
        "entries": sum(each.people + each.staff for each in road.stretches),
        "begins": when(road.stretches[0]) if road.stretches else "",
        "ends": when(road.stretches[-1]) if road.stretches else "",
    }
    return (
        _("%(begins)s to %(ends)s: %(entries)s entries, %(bumps)s of them with a bump. The table below says all.")
        % facts
    )


def _heads(gap: bool) -> Iterator[SafeString]:
    heads = [(BUMPS, _("Bumps")), (PEOPLE, _("Take part")), (STAFF, _("Work here")), (AIMS, _("Aims"))]
    if gap:
        heads.append((GAP + SPAN // 2, _("Two accounts")))
    for x, words in heads:
        for number, line in enumerate(wrapped(words, 8, 2)):
            yield _text("al-road__head", x, 16 + 15 * number, "middle", line)
    if gap:
        yield _text("al-road__scale", GAP, HEAD - 4, "start", "0%")
        yield _text("al-road__scale", GAP + SPAN, HEAD - 4, "end", "100%")


def _line(height: int) -> SafeString:
    return format_html('<line class="al-road__way" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>', BUMPS, HEAD, height)


def _stretch(each: Stretch, top: int) -> Iterator[SafeString]:
    middle = top + ROW // 2
    yield format_html('<line class="al-road__line" x1="0" x2="{}" y1="{}" y2="{}"/>', WIDTH, top, top)
    yield _text("al-road__when", LABEL, middle - 2, "start", f"{_month(each.begins)}–{_month(each.ends_month)}")
    yield _text("al-road__when", LABEL, middle + 13, "start", str(each.begins.year))
    if each.bumps:
        yield format_html('<path class="al-road__bump" d="M{} {}l17 17l-17 17l-17 -17z"/>', BUMPS, middle - 17)
        yield _text("al-road__n al-road__n--bump", BUMPS, middle + 5, "middle", str(each.bumps))
    if each.people:
        yield format_html('<circle class="al-road__people" cx="{}" cy="{}" r="15"/>', PEOPLE, middle)
        yield _text("al-road__n al-road__n--people", PEOPLE, middle + 5, "middle", str(each.people))
    if each.staff:
        yield format_html(
            '<rect class="al-road__staff" x="{}" y="{}" width="28" height="28" rx="5"/>', STAFF - 14, middle - 14
        )
        yield _text("al-road__n al-road__n--staff", STAFF, middle + 5, "middle", str(each.staff))
    yield from _aims(each, middle)
    if each.gap:
        yield from _gap(each.gap, middle)


def _aims(each: Stretch, middle: int) -> Iterator[SafeString]:
    """A mark and a number for each; two beside each other."""
    found = [f"{mark}{each.aims[name]}" for name, mark in MARKS.items() if each.aims.get(name)]
    lines = [" ".join(found[:2]), " ".join(found[2:])]
    lines = [line for line in lines if line]
    for number, line in enumerate(lines):
        yield _text("al-road__aims", AIMS, middle + (5 if len(lines) == 1 else -4 + 17 * number), "middle", line)


def _gap(gap: Gap, middle: int) -> Iterator[SafeString]:
    """The square is staff, the circle those who took part; longer where only a least and a most may be said."""
    yield format_html('<line class="al-road__axis" x1="{}" x2="{}" y1="{}" y2="{}"/>', GAP, GAP + SPAN, middle, middle)
    low, high = _at(gap.lived.least, gap.lived.of), _at(gap.lived.most, gap.lived.of)
    yes, of = gap.staff
    if of:
        staff = _at(yes, of)
        yield format_html(
            '<line class="al-road__gap" x1="{}" x2="{}" y1="{}" y2="{}"/>', (low + high) // 2, staff, middle, middle
        )
        yield format_html('<rect class="al-road__said" x="{}" y="{}" width="12" height="12"/>', staff - 6, middle - 6)
    yield format_html(
        '<rect class="al-road__lived" x="{}" y="{}" width="{}" height="14" rx="7"/>',
        low - 7,
        middle - 7,
        high - low + 14,
    )


def _at(yes: int, of: int) -> int:
    return GAP + round(SPAN * yes / of) if of else GAP


def _text(name: str, x: int, y: int, anchor: str, text: Any) -> SafeString:
    return format_html(TEXT, name, x, y, anchor, text)
