"""When something is called rising."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.voice.rising import Counted, at_least, rising


@pytest.mark.parametrize(
    ("now", "all_now", "before", "all_before", "rises"),
    [
        (16, 60, 3, 45, True),
        (5, 5, 0, 20, True),
        (4, 4, 0, 50, False),  # four people are too few to speak of
        (10, 40, 9, 45, False),  # chance
        (3, 45, 16, 60, False),  # falling
        (20, 20, 20, 20, False),  # everything was about it then and is now
        (12, 12, 0, 0, False),  # nothing was marked before: nothing to compare with
        (0, 0, 0, 0, False),
    ],
)
def test_one_theme(now, all_now, before, all_before, rises) -> None:
    assert rising([Counted(now, all_now, before, all_before)]) == [rises]


def test_whoever_marks_more_makes_nothing_rise() -> None:
    assert rising([Counted(60, 200, 6, 20)]) == [False]


def test_the_more_are_compared_the_surer_one_must_be() -> None:
    near = Counted(12, 60, 3, 60)
    assert rising([near])[0] and not rising([near, *[Counted(1, 60, 1, 60)] * 30])[0]


def test_a_chance_that_anybody_can_count() -> None:
    assert at_least(2, 2, 2, 4) == pytest.approx(1 / 6)  # two of four, and both of the kind


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 60), st.integers(0, 60))
def test_a_chance_is_between_none_and_all(now, before, more_now, more_before) -> None:
    counted = Counted(now, now + more_now, before, before + more_before)
    assert 0 <= counted.chance <= 1
