"""The rules of a panel as tables, and what looks like a way to reach somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.involvement import rules
from alongside.involvement.redaction import contact_details

from . import panel_steps as steps


@pytest.mark.parametrize(
    ("totals", "first"),
    [
        ({}, ()),
        ({"A": 0}, ("A",)),
        ({"A": 3, "B": 9, "C": 4}, ("B",)),
        ({"C": 9, "B": 2, "A": 9}, ("A", "C")),
    ],
)
def test_first_choice(totals, first) -> None:
    assert rules.first_choice(totals) == first


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 60), min_size=1))
def test_nobody_has_more_than_the_first(totals) -> None:
    first = rules.first_choice(totals)
    assert {totals[label] for label in first} == {max(totals.values())}
    assert all(label in first for label in totals if totals[label] == max(totals.values()))


@pytest.mark.parametrize(
    ("chosen", "first", "differs"),
    [
        ("A", ("A",), False),
        ("B", ("A",), True),
        ("B", ("A", "B"), False),
        ("B", (), False),  # no contributor scored: there is nothing to differ from
        (None, ("A",), True),
        (None, (), True),
    ],
)
def test_differing(chosen, first, differs) -> None:
    assert rules.differs(chosen, first) is differs


@pytest.mark.parametrize(
    ("handed_in", "waiting", "opens"), [(0, 0, False), (1, 0, True), (3, 0, True), (3, 1, False), (0, 2, False)]
)
def test_opening(handed_in, waiting, opens) -> None:
    assert rules.may_open(handed_in, waiting) is opens


@pytest.mark.parametrize(
    ("who", "holds", "recruits", "runs_terms"),
    [
        ("coordinator", True, True, True),
        ("manager", True, True, False),  # the decision is theirs
        ("staff", True, False, False),
        ("board", False, False, False),
        ("administrator", False, False, True),
        ("cora", False, False, False),
        ("stranger", False, False, True),  # of their own organisation only: see check_can_set_terms
        ("public", False, False, False),
    ],
)
def test_who_may(cast, who, holds, recruits, runs_terms) -> None:
    decision, actor = steps.begun(cast).decision, cast.actor(who)
    assert rules.may_hold(actor, decision) is holds
    assert rules.recruits(actor, decision) is recruits
    assert rules.may_set_terms(actor) is runs_terms


def test_only_the_chair_and_those_who_recruit_write_the_list(cast) -> None:
    panel = steps.seated(cast)
    cora = panel.member("cora")
    assert not rules.may_shortlist(cast.actor("cora"), panel.recruitment, cora)
    cora.chairs = True
    assert rules.may_shortlist(cast.actor("cora"), panel.recruitment, cora)
    assert rules.may_shortlist(cast.actor("manager"), panel.recruitment, panel.member("manager"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("From 2019 to 2021 I worked nights, 37.5 hours a week.", []),
        ("Level 3 in 12 March 2020, 100% of it.", []),
        ("write to jo.b+work@mail.example.org.", ["jo.b+work@mail.example.org"]),
        ("Ring 07700 900123 or (0113) 496 0000", ["07700 900123", "(0113) 496 0000"]),
        ("12 High Street, ls7 4ab", ["ls7 4ab"]),
        ("SW1A 1AA and M1 1AE", ["SW1A 1AA", "M1 1AE"]),
    ],
)
def test_ways_to_reach_somebody(text, found) -> None:
    assert contact_details(text) == found


@given(st.text(max_size=300))
def test_any_text_is_read(text) -> None:
    assert all(words in text for words in contact_details(text))
