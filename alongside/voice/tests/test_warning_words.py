"""What the list finds, what it leaves alone, and that it can only raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.voice import warning_words
from alongside.voice.models import Grave
from alongside.voice.warning_words import DEFAULT, Hit, Words, grave_of, hits, tidy


@pytest.mark.parametrize(
    ("text", "group", "words"),
    [
        ("I want to die.", "suicide", "want to die"),
        ("she talks of KILLING\nherself: kill herself, she says", "suicide", "kill herself"),
        ("He has been self-harming again", "suicide", "self harming"),
        ("A staff member hit me.", "violence", "hit me"),
        ("They left mum in bed. Left in bed all day.", "neglect", "left in bed"),
        ("I don’t feel safe on that corridor", "fear", "don't feel safe"),
        ("He was held down by four of them", "rights", "held down"),
        ("she nearly died", "harm", "died"),
        ("（ｓｕｉｃｉｄａｌ）", "suicide", "suicidal"),
    ],
)
def test_what_is_found(text, group, words) -> None:
    assert Hit(group, words) in hits(text, DEFAULT)


@pytest.mark.parametrize(
    "text",
    [
        *("I had a heart attack in May", "My panic attacks are better", "Everybody was kind.", "", "   ", "🙂🙂🙂"),
        *("He is skilled.", "The hit parade", "grape juice", "We need more knife and fork training"),
        *("Mae'r staff yn garedig iawn", "<script>alert(1)</script>", "The staff establishment"),
    ],
)
def test_what_is_left_alone(text) -> None:
    assert hits(text, DEFAULT) == []


def test_what_is_left_out_hides_only_itself() -> None:
    assert hits("A heart attack, and then he hit me", DEFAULT) == [Hit("violence", "hit me")]


def test_every_group_has_a_beginning() -> None:
    assert [name for name, phrases in DEFAULT.groups if phrases] == list(warning_words.GROUPS)


@pytest.mark.parametrize(("name", "phrase"), [(name, phrase) for name, listed in DEFAULT.groups for phrase in listed])
def test_every_phrase_of_the_beginning_finds_itself(name, phrase) -> None:
    assert name in {hit.group for hit in hits(f"And {phrase.replace('*', 'x').upper()}!", DEFAULT)}


PHRASES = st.lists(st.from_regex(r"[a-z]{3,9}( [a-z]{2,9}){0,2}", fullmatch=True), max_size=4)


@given(st.text(max_size=200), PHRASES, PHRASES)
def test_more_phrases_find_no_less(text, some, more) -> None:
    few, many = Words.of({"fear": some}, []), Words.of({"fear": [*some, *more]}, [])
    assert set(hits(text, few)) <= set(hits(text, many))
    assert grave_of(text, many) <= grave_of(text, few)


@given(PHRASES, st.text(max_size=50), st.text(max_size=50))
def test_a_phrase_is_found_wherever_it_stands(phrases, before, after) -> None:
    for phrase in phrases:
        assert hits(f"{before}. {phrase.title()}. {after}", Words.of({"harm": [phrase]}, []))


@given(st.text(max_size=300), st.booleans())
def test_nothing_falls_below_the_order_in_which_it_came(text, contact) -> None:
    assert grave_of(text, DEFAULT, contact) in Grave.values


def test_a_box_becomes_a_list() -> None:
    assert tidy("Left alone\n\n  LEFT-alone \nsuicid*\nab*\n***") == ["left alone", "suicid*", "ab"]
    assert hits("Suicides", Words.of({"suicide": tidy("suicid*")}, [])) == [Hit("suicide", "suicides")]
