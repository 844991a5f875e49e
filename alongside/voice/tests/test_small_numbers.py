"""From what everybody sees, nobody can work out a small number: tried by taking everything from everything."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.voice.small_numbers import about, step_of, table, twelve_months

LEFT = 4  # at least so many possibilities stay for every number, whatever else is known of the page
COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("number", "threshold", "least", "step"),
    [
        (0, 10, 0, 10),
        (9, 10, 0, 10),
        (10, 10, 10, 10),
        (19, 10, 10, 10),
        (40, 10, 40, 10),
        (40, 25, 25, 25),
        (7, 3, 0, 10),
    ],
)
def test_rounded_down_to_a_step_of_at_least_ten(number, threshold, least, step) -> None:
    found = about(number, threshold)
    assert (found.least, found.step, found.few) == (least, step, least == 0)


def test_too_few_altogether_are_not_broken_down() -> None:
    assert table({"adopted": 5, "not_adopted": 4}, 10) is None
    assert table({"adopted": 15, "not_adopted": 15}, 10) is not None


@given(COUNTS, st.integers(3, 30))
def test_the_total_gives_no_part_away(counts: list[int], threshold: int) -> None:
    """Given every part as shown and the total as shown, how many values can one part have? A small one all of them,
    and none ever fewer than four.

    A part lies between what is shown and a step more. The total says that they add up to so much and a step more.
    """
    shown = table({str(n): number for n, number in enumerate(counts)}, threshold)
    if shown is None:
        return
    step, total = step_of(threshold), about(sum(counts), threshold)
    floor = sum(part.least for part in shown.values())
    most_rest = (len(counts) - 1) * (step - 1)
    for part in shown.values():
        possible = [
            value
            for value in range(part.least, part.least + step)
            if floor - part.least + value <= total.least + step - 1
            and floor - part.least + value + most_rest >= total.least
        ]
        assert len(possible) >= (step if part.few else LEFT)


def test_parts_that_with_their_total_would_give_a_small_one_away_are_not_shown() -> None:
    """Forty in all, of which two are between ten and nineteen: the third would be two or more."""
    assert table({"adopted": 19, "adapted": 19, "not_adopted": 2}, 10) is None
    assert table({"adopted": 19, "adapted": 21, "not_adopted": 2}, 10) is not None


@settings(max_examples=40)
@given(st.lists(st.integers(0, 25), min_size=2, max_size=3), st.integers(0, 2), st.integers(1, 3))
def test_two_visits_say_nothing_about_one_person(counts: list[int], which: int, more: int) -> None:
    """The page of one month and that of the next: whoever takes one from the other is left with as many possibilities
    for what came in between as there are numbers that round to the same.
    """
    which %= len(counts)
    after = [*counts]
    after[which] += more
    first, second = (table({str(n): v for n, v in enumerate(each)}, 10) for each in (counts, after))
    if first is None or second is None:
        return
    possible = {
        after_value - before_value
        for before_value, after_value in product(
            range(first[str(which)].least, first[str(which)].least + 10),
            range(second[str(which)].least, second[str(which)].least + 10),
        )
    }
    assert len(possible) > 10


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 26), date(2025, 11, 1), date(2026, 10, 31)),
        (date(2026, 1, 1), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2028, 3, 31), date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_only_months_that_are_over(today, first, last) -> None:
    assert twelve_months(today) == (first, last)
