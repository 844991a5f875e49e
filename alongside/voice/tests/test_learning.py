"""The classifier alone: what it looks at, what it learns, how it is kept, and why it says what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.voice.learning import analysis, features, linear, lines, neighbours, packing
from alongside.voice.learning.features import Example

PLACES = ("ward", "clinic", "office", "hall", "bus")
SAYINGS = {
    "waiting": ("I waited {n} weeks at the {place}", "the appointment at the {place} was late again, {n} times"),
    "food": ("the soup at the {place} was cold, {n} spoons of it", "breakfast in the {place} was warm at {n}"),
    "manner": ("the {place} staff were kind to me, all {n}", "she was rude to {n} of us at the {place}"),
}
EXAMPLES = [
    Example(saying.format(n=n, place=place), "", frozenset({theme}))
    for theme, sayings in SAYINGS.items()
    for saying in sayings
    for n, place in enumerate(PLACES * 3)
]
GROUPS = list(range(len(EXAMPLES)))
WAYS = [
    pytest.param(linear.fit, id="standard"),
    pytest.param(
        analysis.fit, id="analysis", marks=pytest.mark.skipif(not analysis.available(), reason="without the extra")
    ),
]


@pytest.fixture(params=WAYS, scope="module")
def learned(request) -> lines.Learned:
    return lines.learn(EXAMPLES, GROUPS, request.param)


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("We waited and waited for the appointment.", "waiting"),
        ("Cold soup. Cold!", "food"),
        ("He was so kind, and the nurse was rude.", "manner"),
    ],
)
def test_the_first_suggestion(learned, words, theme) -> None:
    assert next(iter(learned.scores(words))) == theme
    assert theme in learned.likely(words)


def test_the_reason_is_words_of_this_text(learned) -> None:
    assert learned.reasons("food", "At home the SOUP was never so cold.")[0] in ("soup", "cold")
    assert learned.reasons("food", "Xyzzy plugh.") == []


def test_the_same_every_time() -> None:
    first, second = (packing.pack(lines.learn(EXAMPLES, GROUPS, linear.fit)) for _ in range(2))
    assert first == second


def test_kept_and_read_again_it_says_the_same(learned) -> None:
    again = packing.unpack(packing.pack(learned))
    for each in EXAMPLES[::7]:
        before, after = learned.scores(each.words), again.scores(each.words)
        assert list(before) == list(after)
        assert all(abs(before[theme] - after[theme]) < 0.05 for theme in before)


def test_what_one_person_alone_said_is_not_in_it() -> None:
    told = Example("Zanzibar is where my daughter lives.", "", frozenset({"food"}))
    learned = lines.learn([*EXAMPLES, told], [*GROUPS, 999], linear.fit)
    assert features.word_bucket("zanzibar") not in learned.columns.of
    assert b"zanzibar" not in packing.pack(learned)


def test_a_theme_with_few_examples_is_not_learned() -> None:
    few = [Example(f"parking cost {n}", "", frozenset({"parking"})) for n in range(lines.FEWEST - 1)]
    learned = lines.learn([*EXAMPLES, *few], [*GROUPS, *range(500, 500 + len(few))], linear.fit)
    assert "parking" not in learned.lines


def test_a_refusal_says_something_about_its_theme_alone() -> None:
    refused = Example("soup", "", frozenset(), frozenset({"food"}))
    assert refused.tells("food") and not refused.tells("waiting")
    assert Example("soup", "", frozenset({"manner"})).tells("waiting")


def test_the_question_changes_what_nothing_means() -> None:
    good, bad = "What was good?", "What could be better?"
    rows = [Example("nothing", bad, frozenset({"happy"})), Example("nothing", good, frozenset({"unhappy"}))] * 10
    learned = lines.learn(rows, [0, 1, 2] * 6 + [0, 1], linear.fit)
    assert next(iter(learned.scores("Nothing", bad))) == "happy"
    assert next(iter(learned.scores("Nothing", good))) == "unhappy"


@given(st.text(max_size=300), st.text(max_size=50))
@settings(max_examples=60, deadline=None)
def test_any_text_has_scores_and_a_vector_no_longer_than_its_kinds(words, asked) -> None:
    text = features.read(words, asked)
    columns = features.columns_of([text, text])
    found, values = columns.vector(text)
    assert len(found) == len(values) == len(set(found))
    assert sum(value * value for value in values) <= sum(w * w for w in features.WEIGHTS.values()) + 1e-6
    assert neighbours.nearest(words, [Example(asked, "", frozenset({"t"}))]) is not None


def test_neighbours_vote_and_a_refusal_speaks_against() -> None:
    like = Example("waiting for a letter about the appointment", "", frozenset({"waiting"}))
    found = neighbours.nearest("I have waited for that letter.", [like, EXAMPLES[-1]])
    assert found[0].theme == "waiting" and found[0].shared[:2] == ["letter", "waited"] and found[0].like == [0]
    against = Example("waited for that letter", "", frozenset(), frozenset({"waiting"}))
    assert neighbours.nearest("I have waited for that letter.", [like, against]) == []
