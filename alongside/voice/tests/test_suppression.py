"""What is hidden cannot be worked out: against every table there is, where there are few enough to try them all."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.voice.suppression import Before, Key, Shown, protect, totals_of

STEP = 3
ROWS, COLUMNS = ("a", "b"), ("x", "y")
CELLS = list(product(ROWS, COLUMNS))
SUMS: dict[Key, list[Key]] = {
    (row, column): [cell for cell in CELLS if row in (cell[0], "all") and column in (cell[1], "all")]
    for row in (*ROWS, "all")
    for column in (*COLUMNS, "all")
}
ALL = ("all", "all")
EVERY = [totals_of(dict(zip(CELLS, numbers, strict=True)), SUMS) for numbers in product(range(8), repeat=4)]
tables = st.lists(st.integers(0, 5), min_size=4, max_size=4)


def counted(numbers: list[int] | tuple[int, ...]) -> dict[Key, int]:
    return dict(zip(CELLS, numbers, strict=True))


def agrees(totals: Mapping[Key, int], shown: Shown, small: set[Key], step: int = STEP) -> bool:
    """With all that is shown, for somebody who knows which of the hidden ones are small."""
    for key, number in shown.items():
        if number is not None and not number <= totals[key] < number + step:
            return False
        if number is None and key in small and totals[key] >= step:
            return False
    return True


@settings(max_examples=30, deadline=None)
@given(tables)
def test_every_table_there_is(numbers: list[int]) -> None:
    counts = counted(numbers)
    true, shown = totals_of(counts, SUMS), protect(counts, SUMS, STEP).shown
    small = {key for key, number in true.items() if number < STEP}
    agreeing = [totals for totals in EVERY if agrees(totals, shown, small)]
    possible = {key: {totals[key] for totals in agreeing} for key in SUMS}
    for key, number in shown.items():
        assert true[key] in possible[key]
        if number is None:
            assert len(possible[key]) >= STEP, (key, shown)
            assert key not in small or possible[key] == set(range(STEP))


@settings(max_examples=30, deadline=None)
@given(tables, tables)
def test_every_table_there_is_beside_an_earlier_version(numbers: list[int], later: list[int]) -> None:
    """For somebody who knows which of the numbers that were shown still hold."""
    first, then = counted(numbers), counted(later)
    old, new = totals_of(first, SUMS), totals_of(then, SUMS)
    before = Before(old, protect(first, SUMS, STEP).shown, STEP)
    shown, proved = protect(then, SUMS, STEP, [before])
    if not proved:
        assert set(shown.values()) == {None}
        return
    known = {key: n for key, n in before.shown.items() if n is not None and n <= new[key] < n + STEP}
    known = {key: n for key, n in known.items() if abs(new[key] - old[key]) < STEP}
    small = {key for key, number in new.items() if number < STEP}
    agreeing = [totals for totals in EVERY if agrees(totals, shown, small) and agrees(totals, known, set())]
    for key, number in shown.items():
        if number is None and key not in known:
            possible = {totals[key] for totals in agreeing}
            assert len(possible) >= STEP, (key, shown, known)
            assert key not in small or possible == set(range(STEP))


@settings(max_examples=50, deadline=None)
@given(tables, tables)
def test_shown_numbers_are_true_and_rounded_down_and_always_the_same(numbers: list[int], later: list[int]) -> None:
    counts, after = counted(numbers), counted(later)
    true, shown = totals_of(counts, SUMS), protect(counts, SUMS, STEP).shown
    assert shown == protect(counts, SUMS, STEP).shown
    for key, number in shown.items():
        assert number is None or (number % STEP == 0 and 0 < number <= true[key] < number + STEP)
    again = protect(after, SUMS, STEP, [Before(true, shown, STEP)]).shown
    then = totals_of(after, SUMS)
    for key in SUMS:
        if abs(then[key] - true[key]) < STEP:
            assert again[key] in (None, shown[key]), "a small change is not shown otherwise"


def test_without_secondary_suppression_a_small_number_is_found() -> None:
    """Row and column each leave as many possibilities as before; both together do not."""
    counts = {("a", "x"): 5, ("a", "y"): 12, ("b", "x"): 17, ("b", "y"): 50}
    naive = protect(counts, SUMS, 10, secondary=False).shown
    assert [key for key, number in naive.items() if number is None] == [("a", "x")]
    shown = protect(counts, SUMS, 10).shown
    assert sum(number is None for number in shown.values()) > 1 and shown[ALL] is not None


@pytest.mark.parametrize("number", [0, 9])
def test_a_total_that_tells_how_small_its_parts_are_is_hidden(number: int) -> None:
    """Two of nine are eighteen: shown as ten, it would say that neither is nothing."""
    counts = {("a", "x"): 9, ("a", "y"): number, ("b", "x"): 9, ("b", "y"): 9}
    assert set(protect(counts, SUMS, 10).shown.values()) == {None}


def test_nothing_at_all() -> None:
    assert set(protect(counted([0, 0, 0, 0]), SUMS, STEP).shown.values()) == {None}
    assert protect({}, {}, STEP) == ({}, True)


def test_an_unchanged_count_is_shown_as_before() -> None:
    counts = counted([5, 4, 1, 5])
    true, shown = totals_of(counts, SUMS), protect(counts, SUMS, STEP).shown
    assert protect(counts, SUMS, STEP, [Before(true, shown, STEP)]) == (shown, True)


def test_what_was_shown_once_counts_as_known() -> None:
    """The later version does not show again, with something else, what both together would tell."""
    first = {("a", "x"): 5, ("a", "y"): 12, ("b", "x"): 17, ("b", "y"): 50}
    shown = protect(first, SUMS, 10).shown
    second = {**first, ("b", "y"): 75}
    again = protect(second, SUMS, 10, [Before(totals_of(first, SUMS), shown, 10)]).shown
    for key in ((("a", "x")), ("a", "y"), ("b", "x"), ("a", "all"), ("all", "x")):
        assert again[key] in (None, shown[key])
