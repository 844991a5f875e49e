"""Each sign as a table, one row for each edge. No database: standards are pure."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.candour.standards import SIGNS, Accounts, Count, Facts, Few, Limits, People, Reading, Ref, read, read_all

CLEAR, LOOK, EARLY, UNKNOWN = Reading.CLEAR, Reading.LOOK, Reading.EARLY, Reading.UNKNOWN
HERE = (Ref("decision", "abc"),)


def few(people: int = 20, of_three: int = 30, hours: int = 100) -> dict[str, Any]:
    return {"few": Few(people=People(people, 10), hours=hours, of_three=of_three, first_timers=People(0, 10))}


def says(name: str, n: int = 1) -> dict[str, Any]:
    return {"accounts": Accounts(**{name: Count(n, n, refs=(Ref("voice", "xyz"),))})}


ROWS: tuple[tuple[str, dict[str, Any], Reading], ...] = (
    ("asked_after", {}, UNKNOWN),
    ("asked_after", {"asked": Count(0, 0)}, UNKNOWN),
    ("asked_after", {"asked": Count(0, 0, young=3)}, EARLY),
    ("asked_after", {"asked": Count(100, 0)}, CLEAR),
    ("asked_after", {"asked": Count(100, 1)}, LOOK),
    ("no_scope", {}, UNKNOWN),
    ("no_scope", {"scope": Count(0, 0, young=1)}, EARLY),
    ("no_scope", {"scope": Count(10, 1)}, CLEAR),
    ("no_scope", {"scope": Count(9, 1)}, LOOK),
    ("lone_seat", {}, UNKNOWN),
    ("lone_seat", {"lone": Count(0, 0, young=1)}, EARLY),
    ("lone_seat", {"lone": Count(5, 0)}, CLEAR),
    ("lone_seat", {"votes": Count(5, 0)}, CLEAR),
    ("lone_seat", {"lone": Count(500, 1)}, LOOK),
    ("lone_seat", {"lone": Count(1, 1, young=9)}, LOOK),  # however early
    ("lone_seat", {"lone": Count(5, 0), "votes": Count(3, 1)}, LOOK),
    ("same_few", {}, UNKNOWN),
    ("same_few", few(people=0, of_three=90), UNKNOWN),
    ("same_few", few(people=10, of_three=50), CLEAR),
    ("same_few", few(people=10, of_three=51), LOOK),
    ("same_few", few(hours=0, of_three=0), UNKNOWN),
    ("agenda", {}, UNKNOWN),
    ("agenda", {"agenda": Count(3, 0)}, UNKNOWN),
    ("agenda", {"agenda": Count(3, 0, young=1)}, EARLY),
    ("agenda", {"agenda": Count(4, 1)}, CLEAR),
    ("agenda", {"agenda": Count(5, 1)}, LOOK),
    ("agenda", {"agenda": Count(4, 0)}, LOOK),
    ("agenda", {"agenda": Count(4, 4), **says("not_on_agenda")}, LOOK),
    ("input_vanishes", {}, UNKNOWN),
    ("input_vanishes", {"answers": Count(0, 0, young=4)}, EARLY),
    ("input_vanishes", {"answers": Count(10, 1)}, CLEAR),
    ("input_vanishes", {"answers": Count(10, 2)}, LOOK),
    ("input_vanishes", {"answers": Count(10, 0), "taken_up": 9, **says("not_answered")}, LOOK),
    ("input_vanishes", {"answers": Count(0, 0, young=4), **says("not_answered")}, LOOK),
    ("input_vanishes", says("not_answered"), LOOK),
    ("no_feedback", {}, UNKNOWN),
    ("no_feedback", {"told": Count(0, 0, young=2)}, EARLY),
    ("no_feedback", {"told": Count(10, 1)}, CLEAR),
    ("no_feedback", {"told": Count(10, 2)}, LOOK),
    ("unpaid", {}, UNKNOWN),
    ("unpaid", {"payments": Count(0, 0, young=1)}, EARLY),
    ("unpaid", {"payments": Count(9, 0)}, CLEAR),
    ("unpaid", {"payments": Count(9, 1)}, LOOK),
    ("unpaid_reading", {}, UNKNOWN),
    ("unpaid_reading", {"papers": Count(10, 1)}, UNKNOWN),  # in time; whether it was paid is not known
    ("unpaid_reading", {"papers": Count(10, 2)}, LOOK),
    ("unpaid_reading", {"no_time": Count(10, 2)}, LOOK),
    ("unpaid_reading", {"no_pay": Count(10, 1)}, UNKNOWN),
    ("unpaid_reading", {"no_pay": Count(10, 2)}, LOOK),
    ("unpaid_reading", {"prep_paid": Count(0, 0)}, UNKNOWN),
    ("unpaid_reading", {"prep_paid": Count(0, 0, young=1)}, EARLY),
    ("unpaid_reading", {"papers": Count(10, 1), "prep_paid": Count(10, 1)}, CLEAR),
    ("unpaid_reading", {"papers": Count(10, 0), "prep_paid": Count(10, 2)}, LOOK),
    ("suits_staff", {}, UNKNOWN),
    ("suits_staff", {"came": Count(3, 0)}, UNKNOWN),
    ("suits_staff", {"came": Count(3, 0, young=1)}, EARLY),
    ("suits_staff", {"came": Count(5, 3)}, CLEAR),
    ("suits_staff", {"came": Count(5, 2)}, LOOK),
    ("information", {}, UNKNOWN),
    ("information", {"same_papers": Count(0, 0, young=2)}, EARLY),
    ("information", {"same_papers": Count(10, 1), "arranged": Count(10, 1)}, CLEAR),
    ("information", {"same_papers": Count(10, 2)}, LOOK),
    ("information", {"arranged": Count(10, 2)}, LOOK),
    ("information", {"arranged": Count(50, 1), **says("not_met")}, LOOK),
    ("policing", {}, UNKNOWN),
    ("policing", {"could_disagree": Count(0, 0, young=1)}, EARLY),
    ("policing", {"could_disagree": Count(10, 1)}, CLEAR),
    ("policing", {"could_disagree": Count(10, 2)}, LOOK),
    ("policing", says("not_said"), LOOK),
    ("policing", {"could_disagree": Count(10, 0), **says("not_said")}, LOOK),
    ("overruled", {}, UNKNOWN),
    ("overruled", {"choices": Count(0, 0, young=1)}, EARLY),
    ("overruled", {"choices": Count(50, 0)}, CLEAR),
    ("overruled", {"choices": Count(50, 1)}, LOOK),
    ("funding_driven", {}, UNKNOWN),
    ("funding_driven", {"outside": Count(0, 0), "from_outside": Count(9, 0)}, CLEAR),
    ("funding_driven", {"outside": Count(0, 0, young=1)}, EARLY),
    ("funding_driven", {"outside": Count(3, 0)}, CLEAR),
    ("funding_driven", {"outside": Count(3, 1)}, LOOK),
    ("funding_driven", {"outside": Count(2, 0), "from_outside": Count(4, 2)}, CLEAR),
    ("funding_driven", {"outside": Count(3, 0), "from_outside": Count(4, 3)}, LOOK),
    ("funding_driven", {"outside": Count(2, 0), "from_outside": Count(3, 2)}, CLEAR),  # of three, a share says nothing
    ("bid_week", {}, UNKNOWN),
    ("bid_week", {"bids": Count(0, 0)}, CLEAR),
    ("bid_week", {"bids": Count(0, 0, young=1)}, EARLY),
    ("bid_week", {"bids": Count(5, 0)}, CLEAR),
    ("bid_week", {"bids": Count(5, 1)}, LOOK),
    ("counted_as_success", {}, UNKNOWN),
    ("counted_as_success", {"changed": Count(0, 0, young=2)}, EARLY),
    ("counted_as_success", {"changed": Count(10, 1)}, CLEAR),
    ("counted_as_success", {"changed": Count(10, 2)}, LOOK),
    ("counted_as_success", {"changed": Count(10, 0), **says("not_changed")}, LOOK),
    ("counted_as_success", {"changed": Count(0, 0, young=1), **says("not_co_produced")}, LOOK),
    ("story_mining", {}, UNKNOWN),
    ("story_mining", {"stories": Count(0, 0)}, UNKNOWN),
    ("story_mining", {"stories": Count(0, 0, young=1)}, EARLY),
    ("story_mining", {"stories": Count(9, 0)}, CLEAR),
    ("story_mining", {"stories": Count(9, 1)}, LOOK),
    ("stage_drop_off", {}, UNKNOWN),
    ("stage_drop_off", {"stayed": Count(0, 0, young=1)}, EARLY),
    ("stage_drop_off", {"stayed": Count(10, 1)}, CLEAR),
    ("stage_drop_off", {"stayed": Count(10, 2)}, LOOK),
)


@pytest.mark.parametrize("one", [True, False], ids=["one decision", "a year"])
@pytest.mark.parametrize(("sign", "facts", "reading"), ROWS, ids=[f"{n} {row[0]}" for n, row in enumerate(ROWS)])
def test_reading(sign: str, facts: dict[str, Any], reading: Reading, one: bool) -> None:
    assert read(sign, Facts(one=one, **facts), Limits()).reading == reading


def test_every_sign_has_every_reading_it_can_have() -> None:
    """Whether three people had most of the hours is never too early to say: of few it is not enough to tell."""
    there = {(sign, reading) for sign, _facts, reading in ROWS}
    wanted = {(sign.slug, reading) for sign in SIGNS for reading in Reading}
    assert wanted - there == {("same_few", EARLY)}


def test_eighteen_signs_each_with_its_source_and_something_to_do() -> None:
    assert len(SIGNS) == len({sign.slug for sign in SIGNS}) == 18
    assert all(sign.title and sign.source and sign.could for sign in SIGNS)


def test_an_account_stands_before_what_was_counted_and_brings_its_records() -> None:
    facts = Facts(one=False, answers=Count(10, 0), taken_up=4, **says("not_answered", 2))
    found = read("input_vanishes", facts, Limits())
    assert found.account
    assert str(found).startswith("Those who said something in these days say that what they got is not an answer")
    assert "taken up by now, in whole or in part: 4." in str(found)
    assert found.refs == (Ref("voice", "xyz"),)


def test_limits_are_the_organisations_own() -> None:
    facts = Facts(one=False, answers=Count(10, 2))
    assert read("input_vanishes", facts, Limits(unanswered_percent=20)).reading == CLEAR
    assert read("input_vanishes", facts, Limits(unanswered_percent=0)).reading == LOOK


def test_records_stand_behind_what_is_to_be_looked_at() -> None:
    assert read("asked_after", Facts(one=True, asked=Count(1, 1, refs=HERE)), Limits()).refs == HERE


def test_one_decision_is_not_asked_what_only_a_year_can_show() -> None:
    slugs = [sign.slug for sign, _finding in read_all(Facts(one=True), Limits())]
    assert "same_few" not in slugs and len(slugs) == 17


def test_hours_are_told_without_how_many_people_gave_them() -> None:
    shared = "Of every hundred hours, the three who had most gave 30 or more. People who took part: 20 or more."
    assert str(read("same_few", Facts(one=False, **few(of_three=39)), Limits())) == (
        f"{shared} Of them, for the first time: fewer than 10."
    )


counts = st.builds(
    lambda found, rest, young: Count(found + rest, found, young), *(st.integers(0, 50) for _ in range(3))
)
people = st.builds(lambda tens: People(10 * tens, 10), st.integers(0, 5))
FACTS = st.builds(
    Facts,
    one=st.booleans(),
    few=st.none() | st.builds(Few, people, st.integers(0, 50), st.integers(0, 50), people),
    taken_up=st.none() | st.integers(0, 50),
    accounts=st.just(Accounts()),
    **{
        name: st.none() | counts
        for name in Facts.__dataclass_fields__
        if name not in {"one", "few", "taken_up", "accounts"}
    },
)


@given(FACTS)
def test_whatever_the_facts_every_sign_reads_and_can_be_read_aloud(facts: Facts) -> None:
    for _sign, finding in read_all(facts, Limits()):
        assert finding.sentences
        assert "%" not in str(finding)


@given(FACTS)
def test_a_missing_fact_never_makes_a_sign(facts: Facts) -> None:
    """Taking a fact away can make a sign unknown, early or clear; it can never make something to look at."""
    for name in ("asked", "scope", "answers", "told", "changed", "stories", "stayed", "choices", "bids", "payments"):
        less = Facts(**{**{key: getattr(facts, key) for key in Facts.__dataclass_fields__}, name: None})
        for (sign, before), (_sign, after) in zip(read_all(facts, Limits()), read_all(less, Limits()), strict=True):
            assert not (after.reading == LOOK and before.reading != LOOK), sign.slug
