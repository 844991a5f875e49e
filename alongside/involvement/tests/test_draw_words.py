"""The sentences of a draw, as people read them."""

from datetime import date

import pytest

from alongside.involvement import contradicting, draw_words
from alongside.involvement.draw import Contradiction, Explanation, NeverAlone, Quota, Why
from alongside.involvement.models import DrawEntry, DrawLeftOut, Interest, Opportunity
from alongside.people.models import Training

ALOT = Quota("How much of this have you done?", "Lots", 0, 3)


def told(**values) -> Explanation:
    facts = {"kind": Why.EVEN, "tickets": 81, "of": 1000, "one_in": 12, "lowest": 24, "highest": 83, "weight": 64}
    return Explanation(**{**facts, **values})


def entry(**values) -> DrawEntry:
    return DrawEntry(**{"weight": 64, "turns": 0, **values})


@pytest.mark.parametrize(
    ("tickets", "words"),
    [
        (81, "Your name was on 81 of the 1,000 tickets. That is about 1 in 12."),
        (1, "Your name was on 1 of the 1,000 tickets. That is about 1 in 1,000."),
        (0, "Your name was on none of the 1,000 tickets."),
        (1000, "Your name was on all of the 1,000 tickets."),
    ],
)
def test_my_chance(tickets, words) -> None:
    assert draw_words.chance_words(told(tickets=tickets)) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0, "none"),
        (1, "certain"),
        (0.999, "about 9 in 10"),
        (0.5, "about 1 in 2"),
        (0.08, "about 1 in 12"),
        (0.7, "about 7 in 10"),
    ],
)
def test_one_in(chance, words) -> None:
    assert draw_words.one_in(chance) == words


def test_the_reason_of_a_group() -> None:
    found = told(kind=Why.QUOTA, quota=ALOT, how_many=121)
    words = "At most 3 of the 12 seats could go to people who answered “Lots”. "
    assert draw_words.reasons(found, entry(), 12) == [words + "There are 121 of you. 3 ÷ 121 is about 1 in 40."]
    lifted = told(kind=Why.LIFTED, quota=Quota("Age", "Under 25", 2, 4), how_many=9)
    assert "At least 2 of the 12 seats" in draw_words.reasons(lifted, entry(), 12)[0]


@pytest.mark.parametrize("kind", [Why.PRIVATE, Why.CERTAIN, Why.EVEN, Why.UNREACHABLE])
def test_other_reasons_name_no_number_and_no_group(kind) -> None:
    (words,) = draw_words.reasons(told(kind=kind), entry(), 12)
    assert not any(letter.isdigit() for letter in words)


def test_what_turns_did() -> None:
    had = entry(turns=1, turn_ends_on=date(2027, 3, 4))
    assert draw_words.reasons(told(kind=Why.TURNS), had, 12) == [
        "You have had 1 turn this year, so your chance was made smaller. It goes back up on 4 March 2027."
    ]
    none = draw_words.reasons(told(kind=Why.NONE, tickets=0), entry(turns=3, turn_ends_on=date(2027, 3, 4)), 12)
    assert none == [
        "You have had 3 turns this year. That made your chance so small that no ticket has your name. "
        "It goes back up on 4 March 2027."
    ]


def test_the_range() -> None:
    assert draw_words.range_words(told()).endswith("had a chance between about 1 in 42 and about 1 in 12.")
    assert draw_words.range_words(told(lowest=81, highest=81)).endswith("had the same chance: about 1 in 12.")
    assert draw_words.range_words(told(lowest=0)) == ""


def test_what_would_change_it() -> None:
    found = told(kind=Why.QUOTA, quota=ALOT, how_many=121)
    words = (
        "Without the rules about “How much of this have you done?”, the lowest chance would have been about 1 in 31."
    )
    assert draw_words.without_words(found, {ALOT.feature: 0.0323}) == words
    assert draw_words.without_words(told(), {ALOT.feature: 0.0323}) == ""


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        ("not_available", "cannot be there on the day"),
        ("training", "The training “Interviewing” is not finished"),
        ("conflict", "Her sister applied."),
        ("limit", "as many turns this year as you told us"),
        ("resting", "You wanted a rest"),
        ("limit resting", "You wanted a rest"),
    ],
)
def test_why_not_in_the_draw(reasons, words) -> None:
    opportunity = Opportunity(training_needed=Training(name="Interviewing"))
    out = DrawLeftOut(reasons=reasons, back_on=date(2027, 3, 4))
    found = draw_words.why_not_words(out, opportunity, Interest(conflict="Her sister applied."))
    text = " ".join(f"{why} {what}" for why, what in found)
    assert words in text
    assert "you can be in a draw again from 4 March 2027" in text
    assert len(found) == len(reasons.split()) + 1


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(0, 1, "at most 1 seat"), (0, 3, "at most 3 seats"), (2, 2, ": 2 seats"), (1, 2, "1 to 2 seats")],
)
def test_a_rule_in_words(least, most, words) -> None:
    assert words in contradicting.rule_words(Quota("Age", "Under 25", least, most))


def test_rules_that_fight() -> None:
    fight = Contradiction(
        (Quota("Age", "Under 25", 2, 2),), (Quota("Age", "Under 25", 1, 2),), (NeverAlone("Age", "Old"),)
    )
    words = contradicting.words_of(fight)
    assert "“Under 25” (Age): 2 seats; never one alone: “Old” (Age)" in words
    assert "The smallest change that works: “Under 25” (Age): 1 to 2 seats." in words
    assert contradicting.words_of(Contradiction(missing=1)) == "There is 1 person too few for the seats."
