"""What counts say and do not say; groups of opinion behind their gates."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.voice import opinion_groups, opinions
from alongside.voice.opinion_groups import Shut
from alongside.voice.opinions import Tally


def tally(agree: int, disagree: int, passed: int = 0, took_part: int = 100) -> Tally:
    return Tally("a", "words", agree, disagree, passed, took_part)


@pytest.mark.parametrize(
    ("agree", "disagree", "where"),
    [
        (0, 0, "too_few"),
        (4, 0, "too_few"),
        (5, 0, "together"),
        (0, 5, "together"),  # nearly everyone says no: that is common ground too
        (8, 2, "together"),
        (7, 3, "apart"),
        (79, 21, "between"),
        (71, 29, "between"),
        (50, 50, "apart"),
    ],
)
def test_what_a_count_says(agree, disagree, where) -> None:
    found = opinions.sorted_out([tally(agree, disagree)])
    named = {name: list(getattr(found, name)) for name in ("together", "apart", "between", "too_few")}
    assert [name for name, rows in named.items() if rows] == [where]


def test_nobody_is_counted_twice() -> None:
    row = tally(3, 2, 4, took_part=20)
    assert (row.decided, row.not_seen) == (5, 11)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share_and_stays_a_share(yes, no) -> None:
    low, high = opinions.wilson(yes, yes + no)
    assert 0 <= low <= yes / (yes + no) + 1e-9
    assert yes / (yes + no) - 1e-9 <= high <= 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_every_statement_stands_somewhere_once(counts) -> None:
    rows = [Tally(str(n), "words", agree, no, 0, 99) for n, (agree, no) in enumerate(counts)]
    found = opinions.sorted_out(rows)
    placed = [row.code for part in (found.together, found.apart, found.between, found.too_few) for row in part]
    assert sorted(placed) == sorted(row.code for row in rows)


def room(people: int, share: float, noise: float, seed: int = 1) -> dict[int, dict[int, int]]:
    """Two camps that differ on ten of twenty statements and agree on the others."""
    chance = random.Random(seed)
    found = {}
    for person in range(people):
        side = 1 if chance.random() < share else -1
        found[person] = {
            statement: (side if statement < 10 else 1) * (-1 if chance.random() < noise else 1)
            for statement in range(20)
            if chance.random() > 0.2
        }
    return found


@pytest.mark.parametrize(
    ("votes", "shut"),
    [
        ({}, Shut.FEW_VOTERS),
        (room(79, 0.5, 0.05), Shut.FEW_VOTERS),
        ({n: dict.fromkeys(range(20), 1) for n in range(200)}, Shut.SAME),
        (room(200, 0.02, 0.03), Shut.SMALL_GROUP),
        (room(160, 0.5, 0.48), Shut.UNSTABLE),
        (room(120, 0.4, 0.08), None),
    ],
)
def test_groups_are_shown_behind_four_gates(votes, shut) -> None:
    found = opinion_groups.find(votes)
    assert found.shut == shut
    assert bool(found.groups) == (shut is None)
    assert all(group.size >= opinion_groups.LEAST_IN_GROUP for group in found.groups)


def test_whoever_answered_little_does_not_count_as_one_of_the_eighty() -> None:
    votes = room(79, 0.5, 0.05) | {f"late {n}": {0: 1} for n in range(50)}
    assert opinion_groups.find(votes).shut == Shut.FEW_VOTERS


def test_the_same_answers_give_the_same_groups_and_what_sets_them_apart() -> None:
    votes = room(120, 0.4, 0.05)
    first, again = opinion_groups.find(votes), opinion_groups.find(dict(reversed(votes.items())))
    assert first == again
    assert [group.size for group in first.groups] == sorted((g.size for g in first.groups), reverse=True)
    apart = [statement for statement, _agrees in opinion_groups.sets_apart(first, 0)]
    assert set(apart) <= set(range(10))  # on the others they agree


@pytest.mark.parametrize(
    ("first", "second", "index"),
    [
        ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
        ([0, 0, 1, 1], [0, 1, 0, 1], -0.5),
        ([0, 0, 0, 0], [0, 0, 0, 0], 1.0),
        ([0, 0, 1, 2], [0, 0, 1, 1], 0.5714),
    ],
)
def test_how_alike_two_groupings_are(first, second, index) -> None:
    assert opinion_groups.adjusted_rand(np.array(first), np.array(second)) == pytest.approx(index, abs=1e-3)
