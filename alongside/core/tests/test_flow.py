"""A picture of how one thing led to the next: every line fits, nothing is drawn over anything, nothing gets in."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from alongside.core import flow
from alongside.core.flow import Box, Step

STEPS = [
    Step("Said", [Box("“It is cold.”", "3 May 2026", "open", (0,)), Box("“Very <b>cold</b> & damp.”", to=(7,))]),
    Step("Answered", [Box("Yes, we will do this", tone="done")], after="12 days later"),
    Step("Changed", []),
]


def test_it_is_one_picture_with_words_for_those_who_do_not_see_it() -> None:
    for way, drawn in (("across", flow.across(STEPS, "2 things were said.")), ("down", flow.down(STEPS, "2 things…"))):
        root = ET.fromstring(drawn)
        assert root.get("role") == "img" and root.get("aria-labelledby") == f"flow-{way}"
        assert root.find("title").get("id") == f"flow-{way}"  # type: ignore[union-attr]
        assert "&lt;b&gt;" in drawn and "<b>" not in drawn
        assert "12 days later" in drawn


def test_only_what_led_somewhere_is_joined_to_it() -> None:
    drawn = flow.across(STEPS, "x")
    assert len(re.findall(r'<path class="al-flow__link" d="M\d+ \d+C', drawn)) == 1


def test_what_is_left_out_is_marked() -> None:
    assert flow.wrapped("one two three four", 9, 2) == ["one two", "three…"]
    assert flow.wrapped("", 9, 2) == []


def test_words_from_right_to_left_begin_at_the_other_edge() -> None:
    assert flow.is_right_to_left("“مرحبا”") and not flow.is_right_to_left("12 a")
    assert 'direction="rtl"' in flow.down([Step("Said", [Box("الباب مغلق")])], "x")


@given(st.text(max_size=200), st.integers(2, 40), st.integers(1, 6))
def test_no_line_is_longer_than_it_may_be(text, letters, most) -> None:
    lines = flow.wrapped(text, letters, most)
    assert len(lines) <= most
    assert all(flow.width_of(line) <= letters for line in lines)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), max_size=5), max_size=5))
def test_no_box_stands_on_another(columns) -> None:
    steps = [Step("Step", [Box(text) for text in texts]) for texts in columns] or [Step("Step", [])]
    for drawn in (flow.across(steps, "x"), flow.down(steps, "x")):
        ET.fromstring(drawn)
        boxes = [
            tuple(map(int, found))
            for found in re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', drawn)
        ]
        boxes.sort(key=lambda box: (box[0], box[1]))
        for one, other in zip(boxes, boxes[1:], strict=False):
            assert one[0] != other[0] or one[1] + one[3] <= other[1]
