"""From what a small group says of itself nobody can be worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.small_groups import Said, Sided, Spread, blocks, said, sided, spread, together


@pytest.mark.parametrize(
    "yes, of, shown",
    [
        (1, 1, None),
        (4, 4, None),
        (5, 5, Said(5, 4, 5)),  # all the same
        (4, 5, Said(5, 4, 5)),
        (3, 5, Said(5, 3, 3)),
        (1, 5, Said(5, 0, 1)),
        (0, 5, Said(5, 0, 1)),
        (0, 0, None),
    ],
)
def test_who_said_yes(yes: int, of: int, shown: Said | None) -> None:
    assert said([n < yes for n in range(of)], 5) == shown


@pytest.mark.parametrize(
    "roles, shown",
    [
        ([1, 1, 1, 1], None),
        ([1, 1, 1, 1, 1], Spread(5, {1: 4})),  # all the same
        ([1, 1, 1, 1, 6], Spread(5, {1: 4})),  # the one is not shown where they are
        ([1, 1, 1, 2, 6], Spread(5, {1: 3, 2: 1, 6: 1})),
        ([0, 0, 0, 5, 5], Spread(5, {0: 3, 5: 2})),
        ([], None),
    ],
)
def test_which_roles(roles: list[int], shown: Spread | None) -> None:
    assert spread(roles, 5) == shown


@given(st.lists(st.integers(0, 6), max_size=12), st.integers(3, 12))
def test_nobody_can_be_sure_of_anybody(roles: list[int], least: int) -> None:
    """Whatever is shown, no answer is the only one that somebody can have given; and all but one do not change it."""
    shown = spread(roles, least)
    if shown is None:
        assert len(roles) < least
        return
    assert shown.of == len(roles) >= least
    assert max(shown.counts.values()) <= shown.of - 1
    told = said((role > 3 for role in roles), least)
    assert told is not None and told.most > 0 and told.least < told.of and told.least <= told.most


def test_only_what_is_shown_is_added_up() -> None:
    assert together([{"heard": Said(5, 4, 5)}, {"heard": Said(6, 2, 2), "know": Said(6, 0, 1)}]) == {
        "heard": Said(11, 6, 7),
        "know": Said(6, 0, 1),
    }


def side(answer: int) -> str:
    return "good" if answer > 0 else "bad" if answer < 0 else "both"


@pytest.mark.parametrize(
    "counts, shown",
    [
        ({}, None),
        ({1: 4}, None),
        ({2: 3, 1: 2}, Sided(5, {"good": 4})),  # all on one side, though they do not say the same
        ({2: 4, -1: 1}, Sided(5, {"good": 4})),
        ({2: 3, -1: 2}, Sided(5, {"good": 3, "bad": 2}, {2: 3, -1: 2})),
        ({2: 2, 1: 1, 0: 1, -2: 1}, Sided(5, {"good": 3, "both": 1, "bad": 1}, {2: 2, 1: 1, 0: 1, -2: 1})),
    ],
)
def test_on_which_side(counts: dict[int, int], shown: Sided | None) -> None:
    assert sided(counts, side, 5) == shown


@given(st.lists(st.sampled_from([2, 1, 0, -1, -2]), max_size=12), st.integers(3, 10))
def test_whoever_knows_all_but_one_does_not_know_of_nearly_all_where_they_stand(answers, least) -> None:
    """Whatever is shown, no side holds all of them for certain."""
    found = sided({each: answers.count(each) for each in set(answers)}, side, least)
    if found is None:
        assert len(answers) < least
    else:
        assert found.of == len(answers) and max(found.sides.values()) < found.of
        assert not found.fine or sum(found.fine.values()) == found.of


def test_what_is_added_up_is_only_what_is_shown() -> None:
    exact, near = Sided(5, {"good": 3, "bad": 2}, {2: 3, -1: 2}), Sided(6, {"bad": 5})
    assert exact + near == Sided(11, {"good": 3, "bad": 7}) and (exact + near).unsaid == 1
    assert exact + exact == Sided(10, {"good": 6, "bad": 4}, {2: 6, -1: 4})


@given(st.lists(st.integers(5, 20)), st.lists(st.integers(5, 20)))
def test_blocks_never_change_when_more_comes(first: list[int], more: list[int]) -> None:
    before, after = blocks(first, int, 10), blocks([*first, *more], int, 10)
    assert after[: len(before)] == before and all(sum(block) >= 10 for block in after)
