"""How a claim stands, as a table; and that no number gives away somebody who is not named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.candour.standing import Answers, Lapse, Rest, Stands, lapse_of, standing_of

S, D, O = Stands.SIGNED, Stands.DISPUTED, Stands.OWN  # noqa: E741


@pytest.mark.parametrize(
    "answers, stands, numbers",
    [
        (Answers(), O, (0, 0)),  # nobody was there who could be asked
        (Answers(asked=6), O, (0, 0)),  # silence is never a yes
        (Answers(asked=6, signed=1), S, (1, 0)),
        (Answers(asked=6, signed=6), S, (6, 0)),
        (Answers(asked=6, signed=5, disputed=1), D, (5, 1)),  # a dispute is not outvoted
        (Answers(asked=2, signed=1), S, None),  # the other one would know
        (Answers(asked=4, signed=4), S, None),
        (Answers(asked=5, signed=1), S, (1, 0)),
        (Answers(asked=2, disputed=1), D, None),
        (Answers(asked=2, signed=2, named=2, named_signed=2), S, (2, 0)),  # both want to be named
        (Answers(asked=2, signed=1, named=1, named_signed=1), S, None),  # when the other one signs, it reads the same
        (Answers(asked=6, signed=3, named=2, named_signed=2), S, None),  # four are left, of whom one signed
        (Answers(asked=7, signed=3, named=2, named_signed=2), S, (3, 0)),
        (Answers(asked=6, signed=2, named=2, named_signed=2), S, None),
    ],
)
def test_how_it_stands(answers: Answers, stands: Stands, numbers: tuple[int, int] | None) -> None:
    found = standing_of(answers, 5)
    assert found.stands == stands
    assert (found.signed, found.disputed) == (numbers or (None, None))
    assert found.too_few is (numbers is None)
    assert found.asked == answers.asked


@st.composite
def possible(draw: st.DrawFn) -> Answers:
    asked = draw(st.integers(0, 30))
    signed = draw(st.integers(0, asked))
    disputed = draw(st.integers(0, asked - signed))
    named_signed, named_disputed = draw(st.integers(0, signed)), draw(st.integers(0, disputed))
    return Answers(asked, signed, disputed, named_signed + named_disputed, named_signed, named_disputed)


@given(possible(), st.integers(3, 12))
def test_with_numbers_an_unnamed_one_is_always_one_of_enough(answers: Answers, threshold: int) -> None:
    found = standing_of(answers, threshold)
    assert found.least_signed <= answers.signed and found.least_disputed <= answers.disputed
    if not found.too_few and answers.unnamed_said:
        assert answers.asked - answers.named >= threshold
    if found.too_few:
        assert (found.signed, found.disputed) == (None, None)


@given(possible(), st.integers(3, 12))
def test_among_few_beside_a_name_nothing_tells_if_another_signed(answers: Answers, threshold: int) -> None:
    """Whether those without a name have signed or not, it reads the same."""
    few = 0 < answers.asked - answers.named < threshold
    if few and answers.named_signed:
        silent = replace(answers, signed=answers.named_signed)
        assert standing_of(answers, threshold) == standing_of(silent, threshold)


@given(possible(), st.integers(3, 12))
def test_one_dispute_is_enough_and_nobody_is_signed_for(answers: Answers, threshold: int) -> None:
    stands = standing_of(answers, threshold).stands
    assert (stands == D) is bool(answers.disputed)
    assert (stands == S) is (bool(answers.signed) and not answers.disputed)


@pytest.mark.parametrize(
    "rest, lapse",
    [
        (Rest("decision", "decided", "decided"), None),
        (Rest("decision", "decided", "decided", same_day=False), Lapse.DECISION),  # decided anew
        (Rest("decision", "decided", "planned"), Lapse.DECISION),
        (Rest("decision", "planned", "planned"), None),
        (Rest("decision", "planned", "decided"), None),
        (Rest("decision", "planned", "dropped"), Lapse.DECISION),
        (Rest("change", "claimed", "confirmed"), None),
        (Rest("change", "confirmed", "lapsed"), Lapse.CHANGE),
        (Rest("change", "confirmed", "challenged"), Lapse.CHANGE),
        (Rest("opportunity", "filled", "done"), None),
        (Rest("opportunity", "filled", "cancelled"), Lapse.CANCELLED),
        (Rest("session", "", "held"), None),
        (Rest("session", "", "cancelled"), Lapse.CANCELLED),
    ],
)
def test_it_lapses_with_what_it_rests_on(rest: Rest, lapse: Lapse | None) -> None:
    assert lapse_of(rest) == lapse
