"""A bid held against the record: one row for each edge."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.candour.standards.bidding import (
    WORDS,
    Came,
    Held,
    Reads,
    When,
    Why,
    Wordlist,
    hold,
    judged,
    plain,
    sentences_of,
    when_of,
    words_in,
)

B, R, A = When.BEFORE, When.RUSH, When.AFTER
PATTERNS = Wordlist().patterns()


@pytest.mark.parametrize(
    "asked_on, days, when",
    [
        (None, 0, When.NEVER),
        (date(2026, 3, 2), 20, When.BEFORE),
        (date(2026, 3, 2), 15, When.BEFORE),
        (date(2026, 3, 2), 14, When.RUSH),
        (date(2026, 3, 31), 0, When.AFTER),  # on the day itself
        (date(2026, 5, 1), 0, When.AFTER),
    ],
)
def test_when_somebody_was_asked(asked_on: date | None, days: int, when: When) -> None:
    assert when_of(asked_on, date(2026, 3, 31), days, 15) == when


@pytest.mark.parametrize(
    "sentence, words, least",
    [
        ("Our service was co-produced.", ("co-produced",), 5),
        ("Our service was coproduced.", ("coproduced",), 5),
        ("A Co\u2011Production board meets.", ("Co\u2011Production",), 5),
        ("It was co designed with them.", ("co designed",), 5),
        ("Experts by experience led it.", ("Experts by experience",), 3),
        ("We involved and consulted people with lived experience.", ("involved", "consulted", "lived experience"), 3),
        ("The company product is a co-op.", (), 0),
        ("We employ a reference librarian.", (), 0),
        ("Nothing here.", (), 0),
    ],
)
def test_the_words_that_need_the_record(sentence: str, words: tuple[str, ...], least: int) -> None:
    assert words_in(sentence, PATTERNS) == (words, least)


def many(role: int, when: When = B, number: int = 2) -> tuple[Came, ...]:
    return (Came(role, when),) * number


@pytest.mark.parametrize(
    "least, held, reads, why",
    [
        (5, Held(1, many(5)), Reads.SUPPORTED, None),
        (3, Held(1, many(5)), Reads.SUPPORTED, None),
        (5, Held(1, many(4)), Reads.NOT, Why.LESS),
        (5, Held(1, (*many(5, number=1), *many(3))), Reads.NOT, Why.LESS),  # one of them alone shared it
        (3, Held(1, many(5, number=1)), Reads.NOT, Why.ONE),
        (3, Held(1, many(3, R)), Reads.NOT, Why.LATE),
        (3, Held(1), Reads.NOT, Why.NOBODY),  # an activity with no contributors at all
        (3, Held(1, asked_after=True), Reads.NOT, Why.AFTER),
        (3, Held(), Reads.NOT, Why.NOTHING),
        (3, Held(1, by_hand=1), Reads.SAID, Why.HAND),
        (3, Held(1, many(2), by_hand=1), Reads.NOT, Why.LESS),  # the record knows better
        (3, Held(1, many(5), denied=1), Reads.NOT, Why.DENIED),  # one is enough
        (3, Held(1, many(5), disputed=True), Reads.NOT, Why.DISPUTED),
    ],
)
def test_what_the_record_supports(least: int, held: Held, reads: Reads, why: Why | None) -> None:
    found = judged(least, held)
    assert (found.reads, found.whys) == (reads, (why,) if why else ())


def test_sentences_as_a_reader_sees_them() -> None:
    text = "We asked people. They said “no”.  \n- co-produced plans\n\n- more! Why?"
    assert sentences_of(text) == ["We asked people.", "They said “no”.", "- co-produced plans", "- more!", "Why?"]


def test_only_sentences_that_use_the_words_are_judged() -> None:
    plain_one, strong = hold("We open at nine. It was co-produced.", Wordlist(), Held(1))
    assert plain_one.finding is None and not plain_one.unsupported
    assert strong.unsupported and strong.words == ("co-produced",)


def test_a_sentence_that_somebody_disputes_is_not_supported_whatever_it_says() -> None:
    found = hold("It was  co-produced. We met weekly.", Wordlist(), Held(1, many(5)), ["We met weekly."])
    assert [one.unsupported for one in found] == [False, True]


def test_an_organisation_has_its_own_words() -> None:
    own = Wordlist({3: ["experts through caring", "*", ""]})
    assert [each.words for each in hold("Experts  through caring helped. Co-produced.", own, Held())] == [
        ("Experts  through caring",),
        (),
    ]


@given(st.text(max_size=300))
def test_nothing_of_a_bid_is_lost_and_nothing_breaks_it(text: str) -> None:
    found = hold(text, Wordlist(), Held())
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert plain(text) == "" or found


@given(st.integers(1, 6), st.lists(st.tuples(st.integers(0, 6), st.sampled_from([B, R, A])), max_size=6))
def test_more_people_never_make_it_read_worse(least: int, rows: list[tuple[int, When]]) -> None:
    came = tuple(Came(*row) for row in rows)
    before = judged(least, Held(1, came)).reads
    after = judged(least, Held(1, (*came, Came(6, B), Came(6, B)))).reads
    assert after == Reads.SUPPORTED and (before == Reads.NOT or before == Reads.SUPPORTED)


@given(st.integers(1, 6), st.integers(1, 4))
def test_a_contributor_stands_over_every_number(least: int, denied: int) -> None:
    assert judged(least, Held(1, many(6, number=9), by_hand=3, denied=denied)).reads == Reads.NOT


def test_every_word_of_the_list_is_found_in_a_sentence_that_is_only_it() -> None:
    for least, words in WORDS.items():
        for word in words:
            said = word.replace("*", "ed")
            assert words_in(f"So: {said}.", PATTERNS)[1] >= least, word
