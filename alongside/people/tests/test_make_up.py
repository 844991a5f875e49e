"""What is shown of a group, and an attack on it: somebody who knows who took part in which period, and has every count
that was ever shown, tries to work out what a few people said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.people import make_up
from alongside.people.make_up import FEW, Counted, Group, groups_of

LEAST = 10


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({}, []),
        ({"a": 0, "b": 0}, []),
        ({"a": 4, "b": 5}, []),
        ({"a": 40, "b": 0}, []),  # everybody said the same: then everybody's answer would be known
        ({"a": 40, "b": 9}, []),
        ({"a": 40, "b": 12}, [(("a",), 40), (("b",), 10)]),
        ({"a": 40, "b": 9, "c": 1}, [(("a",), 40), (("b", "c"), 10)]),
        ({"a": 40, "b": 4, "c": 14}, [(("a",), 40), (("b", "c"), 20)]),
        ({"a": 40, "b": 0, "c": 14, "d": 23}, [(("a",), 40), (("d",), 25), (("b", "c"), 15)]),
        ({"a": 13, "b": 13, "c": 1}, [(("b",), 15), (("a", "c"), 15)]),
    ],
)
def test_groups(counts, shown):
    assert [(group.choices, group.number) for group in groups_of(counts, LEAST)] == shown


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60), max_size=8), st.integers(10, 20))
def test_nothing_that_is_shown_is_of_few_and_nothing_is_left_over(counts, least):
    groups = groups_of(counts, least)
    if not groups:
        return
    listed = [choice for group in groups for choice in group.choices]
    assert sorted(listed) == sorted(counts)  # what is not shown cannot be taken away from the whole: it is in it
    assert all(sum(counts[choice] for choice in group.choices) >= least for group in groups)
    assert len(groups) >= 2 and sum(group.together for group in groups) <= 1
    assert all(group.number % make_up.BASE == 0 for group in groups)
    assert all(0 <= share <= 100 for share in make_up.shares(groups))


def test_a_count_can_be_written_down_and_read_again():
    one = Counted("q", "Which?", why=make_up.SHOWN, answered=50, groups=(Group(("a",), 40), Group(("b", "c"), 10)))
    assert Counted.of_plain(one.as_plain()) == one
    assert Counted.of_plain(Counted("q", "Which?").as_plain()).why == FEW


# The attack. Two groups of people: those who came in both periods, and those who came in one of them only. An attacker
# knows how many there are of each and that nobody changed an answer, and has both counts, or only the first.


def published(answers: Counter[str]) -> tuple[Group, ...]:
    return groups_of({choice: answers.get(choice, 0) for choice in "ab"}, LEAST)


def possible(size: int) -> Iterator[Counter[str]]:
    for a in range(size + 1):
        yield Counter(a=a, b=size - a)


def pinned(first: tuple[Group, ...], second: tuple[Group, ...] | None, stayed: int, left: int, came: int) -> list[str]:
    """Which small group must all have said the same, in every world that agrees with what was shown."""
    worlds = [
        (gone, new)
        for both, gone, new in product(possible(stayed), possible(left), possible(came))
        if published(both + gone) == first and (second is None or published(both + new) == second)
    ]
    assert worlds, "the true one is among them"
    found = []
    for name, place, size in (("left", 0, left), ("came", 1, came)):
        if 0 < size < LEAST and len({world[place]["a"] for world in worlds}) == 1:
            found.append(name)
    return found


def shown_after(both: Counter[str], gone: Counter[str], new: Counter[str]) -> tuple[Group, ...] | None:
    """The second count as the product shows it: not at all where too few answers are different."""
    then, now, same = sum((both + gone).values()), sum((both + new).values()), sum(both.values())
    alike = make_up.too_alike([("2026-q1", make_up.differ(then, now, same))], LEAST)
    return None if alike else published(both + new)


@pytest.mark.parametrize(("stayed", "came"), [(19, 1), (24, 1), (24, 3), (21, 9)])
def test_by_differencing_two_periods_nobody_is_found(stayed, came):
    for both in possible(stayed):
        for new in possible(came):
            second = shown_after(both, Counter(), new)
            assert pinned(published(both), second, stayed, 0, came) == []


def test_without_the_guard_somebody_is_found():
    """So that the test above is known to look: shown anyway, one more person gives themselves away."""
    found = 0
    for both in possible(24):
        for new in possible(1):
            if published(both) and published(both + new):
                found += bool(pinned(published(both), published(both + new), 24, 0, 1))
    assert found > 0


@settings(max_examples=30)
@given(st.integers(10, 26), *[st.integers(0, 13)] * 2, st.integers(0, 26), *[st.integers(0, 13)] * 2)
def test_whoever_leaves_and_comes(stayed, left, came, a, b, c):
    both, gone = Counter(a=min(a, stayed), b=stayed - min(a, stayed)), Counter(a=min(b, left), b=left - min(b, left))
    new = Counter(a=min(c, came), b=came - min(c, came))
    second = shown_after(both, gone, new)
    if second is None or second == published(both + gone):
        return
    assert pinned(published(both + gone), second, stayed, left, came) == []


@pytest.mark.parametrize(
    ("then", "now", "same", "alike"),
    [(30, 30, 30, ""), (30, 31, 30, "x"), (30, 29, 29, "x"), (30, 39, 30, "x"), (30, 40, 30, ""), (30, 30, 25, "x")],
)
def test_too_alike(then, now, same, alike):
    assert make_up.too_alike([("x", make_up.differ(then, now, same))], LEAST) == alike
