"""From what a small group says of itself nobody can be worked out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.candour.small_groups import Said, Spread, said, spread, together


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
