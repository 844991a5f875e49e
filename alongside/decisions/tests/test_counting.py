"""The count: what goes in comes out, ties are settled in the same way every time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import counting

NAMES = ["ada", "ben", "cy", "dot", "eve", "flo"]


@st.composite
def elections(draw):
    """More candidates than seats, and at least one vote: for the rest nobody is asked to vote."""
    order = draw(st.permutations(NAMES[: draw(st.integers(2, len(NAMES)))]))
    ballot = st.lists(st.sampled_from(order), unique=True)
    ballots = draw(st.lists(ballot, min_size=1, max_size=40).filter(any))
    return order, ballots, draw(st.integers(1, len(order) - 1))


@given(elections())
def test_every_vote_is_somewhere_in_every_round(found) -> None:
    order, ballots, seats = found
    for each in counting.count(order, ballots, seats).rounds:
        assert sum(line.votes for line in each.lines) + each.exhausted == pytest.approx(len(ballots), abs=0.01)
        assert sorted(line.code for line in each.lines) == sorted(order)
        assert all(line.votes >= -0.001 for line in each.lines)


@given(elections())
def test_as_many_are_elected_as_there_are_seats(found) -> None:
    order, ballots, seats = found
    count = counting.count(order, ballots, seats)
    assert len(count.elected) == len(set(count.elected)) == seats
    ended = {line.code: line.status for line in count.rounds[-1].lines}
    assert {code for code, status in ended.items() if status == counting.ELECTED} == set(count.elected)


@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_does_not_matter_nor_does_chance(found, shuffled: random.Random) -> None:
    order, ballots, seats = found
    first = counting.count(order, ballots, seats)
    mixed = list(ballots)
    shuffled.shuffle(mixed)
    random.seed(shuffled.random())  # the library's own coin
    assert counting.count(order, mixed, seats) == first


@given(elections())
def test_whoever_most_put_first_alone_above_the_quota_is_elected(found) -> None:
    order, ballots, seats = found
    count = counting.count(order, ballots, seats)
    for code in order:
        if sum(ballot[:1] == [code] for ballot in ballots) > count.quota + 0.001:
            assert code in count.elected


@pytest.mark.parametrize("order", [["ada", "ben"], ["ben", "ada"]])
def test_a_tie_is_settled_by_lot(order: list[str]) -> None:
    for _again in range(20):
        assert counting.count(order, [["ada"], ["ben"]], 1).elected == (order[0],)


def test_second_choices_come_before_lots() -> None:
    ballots = [["ada", "ben"], ["ben", "cy"], ["cy", "ben"], ["ada"], ["ben"], ["cy", "ada"]]
    assert counting.count(["ada", "cy", "ben"], ballots, 1).elected == ("ben",)


def test_what_is_beyond_the_quota_moves_on_in_fractions() -> None:
    ballots = [["ada", "ben"]] * 6 + [["cy"]] * 3
    count = counting.count(["ada", "ben", "cy"], ballots, 2)
    assert count.quota == 3 and count.elected == ("ada", "ben") or count.elected == ("ada", "cy")
    second = {line.code: line.votes for line in count.rounds[1].lines}
    assert second["ada"] == 3 and second["ben"] == 3  # half of each of six ballots


def test_whoever_stands_no_longer_is_left_out_and_the_next_moves_up() -> None:
    ballots = [["ada", "ben"], ["ada"], ["cy", "ada", "ben"]]
    assert counting.only(["ben", "cy"], ballots) == [["ben"], [], ["cy", "ben"]]


def test_rounds_come_back_as_they_were_stored() -> None:
    for each in counting.count(["a", "b", "c"], [["a", "b"], ["b"], []], 1).rounds:
        assert counting.round_of(each.as_plain()) == each


def test_lots_follow_from_the_salt_alone() -> None:
    assert counting.lots("salt", NAMES) == counting.lots("salt", NAMES[::-1])
    assert len({tuple(counting.lots(str(n), NAMES)) for n in range(50)}) > 40
    firsts = [counting.lots(str(n), NAMES)[0] for n in range(600)]
    assert min(firsts.count(name) for name in NAMES) > 50
