"""Finding what was said: who finds what, by which words, and that what is gone is found by nobody."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from alongside.organisation.models import Organisation
from alongside.voice import asked_words, search_index, services, word_marks
from alongside.voice.models import Concern, Contribution
from alongside.voice.queries import searching, together
from alongside.voice.services.together import close_ground
from alongside.voice.shapes import Asks, Uses
from alongside.voice.stems import stem

from .factories import WORDS, said
from .together import asked, votes

ROOM = "The waiting room is too loud to think in."


def found(cast, typed: str, who: str = "manager", unit: str = "") -> list[str]:
    rows = searching.search(cast.actor(who), typed, unit)
    return [Contribution.objects.get(pk=pk).words for pk in rows.pks]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("loud", True),
        ("LOUD room", True),
        ("rooms waited", True),  # endings do not matter, nor the order
        ("loud quiet", False),
        ('"waiting room"', True),
        ("“waiting room”", True),
        ('"room waiting"', False),
        ('"waiting room', True),  # a mark that was never closed
        ("loud AND NOT *", False),  # no word here is an instruction
        ("room's", True),
        ("lou", False),
        ("tokens:loud", False),
    ],
)
def test_words_find_what_was_said(cast, typed, fits) -> None:
    said(cast, words=ROOM)
    assert (found(cast, typed) == [ROOM]) is fits


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Das Café schließt früher", "CAFE schliesst"),
        ("Don’t ring me before ten", "don't ring"),
        ("The co-production group", "co-production"),
        ("睡眠が足りない", "睡眠"),
        ("मुझे नींद नहीं आती", "नींद"),
        ("لا أستطيع النوم", "النوم"),
        ("Room 6, form B12", "b12"),
    ],
)
def test_in_any_language(cast, words, typed) -> None:
    said(cast, words=words)
    assert found(cast, typed) == [words]


@given(typed=st.text(max_size=60))
def test_anything_can_be_asked(typed) -> None:
    asked = asked_words.question(typed, 1)
    assert all(mark.isalnum() for mark in asked.marks)
    assert bool(asked) == bool(list(word_marks.words_in(typed)))


@pytest.mark.parametrize("typed", ["", " ", '"', "😀", "'; DROP TABLE voice_search; --", "a" * 500, "\x00", "((( OR"])
def test_nothing_typed_breaks_it(cast, typed) -> None:
    said(cast, words=ROOM)
    assert found(cast, typed) == []


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("waits waited waiting wait", "wait"),
        ("stories story", "story"),
        ("stopped stops stopping", "stop"),
        ("used uses using", "use"),
        ("cares cared caring", "care"),
        ("told tells telling", "tell"),
        ("hoped hopes hoping", "hope"),
        ("changes changed changing", "change"),
        ("shares sharing shared", "share"),
        ("plays played playing", "play"),
        ("meetings", "meeting"),
        ("women", "woman"),
    ],
)
def test_endings_are_one_word(written, looked_for) -> None:
    assert {stem(word) for word in written.split()} == {stem(looked_for)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("organ", "organise"), ("care", "careful"), ("car", "caring"), ("us", "using"), ("hop", "hoping")],
)
def test_another_word_is_another_word(one, other) -> None:
    assert stem(one) != stem(other)


def test_the_newest_stand_first_and_no_more_than_can_be_read(cast, monkeypatch) -> None:
    rows = [said(cast, words=f"{ROOM} {n}") for n in range(4)]
    monkeypatch.setattr(searching, "MOST", 3)
    results = searching.search(cast.actor("manager"), "loud")
    assert results.pks == [row.pk for row in reversed(rows[1:])]
    assert results.more


def test_only_by_those_who_see_them(cast) -> None:
    said(cast, words=ROOM, unit=cast.units["services"], person=None, by=cast.actor("coordinator"))
    assert found(cast, "loud", "coordinator") == [ROOM]
    assert found(cast, "loud", "coordinator", cast.units["services"].code) == [ROOM]
    assert found(cast, "loud", "coordinator", cast.units["team"].code) == []
    for who in ("manager", "staff", "cora", "public"):
        assert found(cast, "loud", who) == []
        assert found(cast, "loud", who, cast.units["services"].code) == []


def test_another_organisation_finds_nothing(cast) -> None:
    said(cast, words=ROOM)
    stranger = cast.actor("stranger")
    assert searching.search(stranger, "loud").pks == []
    other = Organisation.objects.exclude(pk=cast.org.pk).first()
    assert word_marks.mark_of(cast.org.pk, "loud") != word_marks.mark_of(other.pk if other else 0, "loud")


def test_what_may_not_be_used_inside_is_found_by_those_who_answer(cast) -> None:
    said(cast, words=ROOM, uses=Uses(inside=False))
    assert found(cast, "loud", "manager") == [ROOM]
    assert found(cast, "loud", "board") == []


# The index follows the words through every verb.


def in_index(row: Contribution) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM voice_search WHERE rowid = %s", [row.pk])
        return bool(cursor.fetchone()[0])


def test_taken_back_is_gone(cast) -> None:
    row = said(cast, words=ROOM)
    assert in_index(row)
    services.withdraw(contribution=row, by=cast.actor("cora"))
    assert not in_index(row)
    assert found(cast, "loud") == []
    assert search_index.differing() == []


def test_what_is_raised_is_gone_until_it_is_given_back(cast) -> None:
    row = said(cast, words=ROOM)
    services.raise_concern(contribution=row, by=cast.actor("manager"))
    assert not in_index(row)
    lead, concern = cast.actor("safeguarding"), Concern.objects.get()
    services.look_at_concern(concern=concern, by=lead)
    services.release_concern(concern=concern, done="She is well.", by=lead)
    assert found(cast, "loud") == [ROOM]
    assert search_index.differing() == []


def test_what_is_a_risk_from_the_first_never_comes_in(cast) -> None:
    said(cast, words=ROOM, asks=Asks(risk=True))
    assert not in_index(Contribution.everything.get())


def test_handed_over_it_is_found_where_it_is_now(cast) -> None:
    row = said(cast, words=ROOM)
    services.hand_over(contribution=row, unit=cast.units["services"], by=cast.actor("coordinator"))
    assert found(cast, "loud", "coordinator", cast.units["services"].code) == [ROOM]
    assert found(cast, "loud", "coordinator", cast.units["team"].code) == []
    assert search_index.differing() == []


# What others said alike. In a long text with one word changed, so that chance has no say.

LONG = (
    "The waiting room is too loud to think in, the chairs stand in rows like a bus, and when my name is called I never "
    "hear it the first time."
)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (LONG, True),
        (LONG.upper().replace(",", " -"), True),
        (LONG.replace("too loud", "far too loud"), True),
        (LONG.replace("chairs", "seats"), True),
        (LONG.replace("like a bus, ", ""), True),
        (f"{LONG} Please do something.", True),
        ("The waiting room has no window.", False),
        (WORDS, False),
    ],
)
def test_near_copies_are_found(cast, other, alike) -> None:
    row, copy = said(cast, words=LONG), said(cast, words=other)
    others = searching.similar(cast.actor("manager"), row)
    assert [each.contribution for each in others] == ([copy] if alike else [])


def test_how_alike_and_in_which_words(cast) -> None:
    row = said(cast, words=LONG)
    said(cast, words=LONG.replace("chairs", "seats"))
    equal = said(cast, words=LONG.upper())
    first, second = searching.similar(cast.actor("manager"), row)
    assert (first.code, first.score, first.is_equal) == (equal.code, 1.0, True)
    assert 0.7 <= second.score < 1 and not second.is_equal
    assert second.shared[:6] == ("The", "waiting", "room", "is", "too", "loud")
    assert "seats" not in second.shared and "stand" in second.shared


def test_only_what_the_reader_may_read_is_alike(cast) -> None:
    row = said(cast, words=ROOM)
    hidden = said(cast, words=ROOM, uses=Uses(inside=False))
    elsewhere = said(cast, words=ROOM, unit=cast.units["services"], person=None, by=cast.actor("coordinator"))
    gone = said(cast, words=ROOM)
    services.raise_concern(contribution=gone, by=cast.actor("manager"))
    assert [each.contribution for each in searching.similar(cast.actor("manager"), row)] == [hidden]
    assert [each.contribution for each in searching.similar(cast.actor("board"), row)] == [elsewhere]
    assert searching.similar(cast.actor("cora"), row) == []


def test_what_has_no_words_is_like_nothing(cast) -> None:
    row = said(cast, words="😀")
    said(cast, words="😀")
    assert searching.similar(cast.actor("manager"), row) == []


def test_the_same_words_many_times(cast, monkeypatch) -> None:
    rows = [said(cast, words=ROOM) for _n in range(6)]
    monkeypatch.setattr(searching, "MOST_ALIKE", 3)
    others = searching.similar(cast.actor("manager"), rows[0])
    assert [each.contribution for each in others] == list(reversed(rows[3:]))


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=40))
def test_equal_texts_share_all_bands(words) -> None:
    text = " ".join(words)
    assert word_marks.of_words(text, 1) == word_marks.of_words(text.upper() + "!", 1)
    assert len(word_marks.of_words(text, 1)[1]) == 8


# Made anew, and compared.


def test_made_anew_it_is_the_same(cast) -> None:
    kept, dropped = said(cast, words=ROOM), said(cast, words=WORDS)
    search_index.drop([dropped.pk])
    search_index.put([search_index.Entry(kept.pk, kept.organisation_id, kept.unit_id, "Other words.")])
    search_index.put([search_index.Entry(999_999, kept.organisation_id, kept.unit_id, "Of nobody.")])
    assert search_index.differing() == [kept.pk, dropped.pk, 999_999]
    assert search_index.rebuild() == 2
    assert search_index.differing() == []
    assert found(cast, "loud") == [ROOM]


def test_no_word_stands_in_the_index(cast) -> None:
    said(cast, words="Zanzibar is loud.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM voice_search")
        assert "zanzibar" not in str(cursor.fetchall()).casefold()


def test_what_came_out_of_two_questions_to_many_is_not_alike(cast) -> None:
    for question in ("What should a letter be like?", "What should a letter of ours be like?"):
        ground = asked(cast, question=question)
        votes(cast, ground, together.shown_in(ground)[0], 3, 0)
        ground = close_ground(ground=ground, by=cast.actor("manager"))
    assert ground.result and searching.similar(cast.actor("manager"), ground.result) == []


@pytest.mark.parametrize(("newest", "first"), [(0, 0), (1, 0), (40, 0), (100, 39)])
def test_blocks_reach_from_what_an_import_may_have_begun_to_the_first(monkeypatch, newest, first) -> None:
    """Each once; what is older than all of them is asked for by its number."""
    monkeypatch.setattr(search_index, "newest", lambda: (newest << search_index.BLOCK) + 5)
    blocks = list(searching._newest_blocks())
    named = [int(token[1:]) for tokens, _before in blocks for token in tokens]
    assert sorted(named) == list(range(first, newest + searching.AHEAD + 1))
    assert [before for tokens, before in blocks if not tokens] == ([first << search_index.BLOCK] if first else [])
