"""What is marked before words are shown further: as people in the UK write it. A table, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.voice.giveaways import ABOUT_OTHERS, Around, Kind, find, kinds, pieces

HERE = Around(
    staff=("Mo Haddad", "Alma Reyes", "Will Trent"), author=("Cora Whitlock",), unit="Crisis line", small=True
)
FOUND = [  # (words, what is marked in them, as what)
    ("It was on 12 March 2026 that she rang.", "12 March 2026", "date"),
    ("On the 3rd of May nobody came.", "the 3rd of May", "date"),
    ("on 3 May nobody came", "3 May", "date"),
    ("Tuesday 4th November was bad.", "Tuesday 4th November", "date"),
    ("the letter of 12/03/2026", "12/03/2026", "date"),
    ("the letter of 12.3.26", "12.3.26", "date"),
    ("I rang on 12/3 and again later", "12/3", "date"),
    ("2026-03-12 is in the letter", "2026-03-12", "date"),
    ("in March 2024 I was there", "March 2024", "date"),
    ("Sept 21st was worse", "Sept 21st", "date"),
    ("last Tuesday evening nobody answered", "last Tuesday evening", "date"),
    ("She fell on Boxing Day.", "Boxing Day", "date"),
    ("yesterday they moved me", "yesterday", "date"),
    ("They came at 2.30pm.", "2.30pm", "time"),
    ("They came at 10 a.m. and left", "10 a.m.", "time"),
    ("at 14:05 I rang", "14:05", "time"),
    ("I came at 9.15 and waited", "at 9.15", "time"),
    ("at half past three", "half past three", "time"),
    ("about seven o’clock", "seven o’clock", "time"),
    ("a bed at 0300 hours", "0300 hours", "time"),
    ("It closes at midnight.", "at midnight", "time"),
    ("Ring me on 07700 900123 please", "07700 900123", "phone"),
    ("07700900123", "07700900123", "phone"),
    ("my number is +44 7700 900 123", "+44 7700 900 123", "phone"),
    ("(0113) 496 0999", "(0113) 496 0999", "phone"),
    ("020 7946 0018 is the office", "020 7946 0018", "phone"),
    ("+44 (0)20 7946 0018", "+44 (0)20 7946 0018", "phone"),
    ("0044 113 496 0999", "0044 113 496 0999", "phone"),
    ("01632-960-118", "01632-960-118", "phone"),
    ("write to cora.w+1@example.org today", "cora.w+1@example.org", "email"),
    ("find me as @corawrites", "@corawrites", "email"),
    ("I live in LS7 4AB now", "LS7 4AB", "postcode"),
    ("SW1A 1AA", "SW1A 1AA", "postcode"),
    ("ec1a1bb", "ec1a1bb", "postcode"),
    ("people in LS7 cannot come", "LS7", "postcode"),
    ("I live at 12 Chapel Road with my cat", "12 Chapel Road", "place"),
    ("They dug up Chapel Allerton Lane again", "Chapel Allerton Lane", "place"),
    ("I was in room 12 by the door", "room 12", "place"),
    ("on Ward 7", "Ward 7", "place"),
    ("My NHS number is 943 476 5919.", "943 476 5919", "number"),
    ("QQ 12 34 56 C".replace("QQ", "AB"), "AB 12 34 56 C", "number"),
    ("I am 83, and alone", "I am 83", "age"),
    ("a 17-year-old girl", "17-year-old", "age"),
    ("aged 45", "aged 45", "age"),
    ("Dr Osei did not listen", "Dr Osei", "name"),
    ("Mrs. Ní Dhomhnaill was kind", "Mrs. Ní Dhomhnaill", "name"),
    ("my son Tom was there", "Tom", "name"),
    ("my sister, Kehinde, came", "Kehinde", "name"),
    ("a nurse called Bronagh", "Bronagh", "name"),
    ("the key worker Oluwaseun Ade", "Oluwaseun Ade", "name"),
    ("Then Sarah Jane Fox hit me", "Sarah Jane Fox", "name"),
    ("It was Mohammed’s room", "Mohammed’s", "name"),
    ("Mo said no", "Mo", "staff"),
    ("I asked Will.", "Will", "staff"),
    ("Haddad said no", "Haddad", "staff"),
    ("mo haddad said no", "mo haddad", "staff"),
    ("I asked Alma and Reyes", "Alma", "staff"),
    ("Cora here", "Cora", "own_name"),
    ("yours, cora whitlock", "cora whitlock", "own_name"),
    ("I am the only wheelchair user who comes", "the only wheelchair user", "role"),
    ("I am the only man in the group", "the only man", "role"),
    ("the head of nursing said so", "head of nursing", "role"),
    ("the ward manager laughed", "the ward manager", "role"),
    ("I was a trustee then", "I was a trustee", "role"),
    ("The crisis line never answers", "crisis line", "unit"),
]
HARMLESS = [
    "The bus does not stop there any more.",
    "The only thing I want is an answer.",
    "The only way is to ring, and that is the only problem.",
    "Somebody may be at risk, and it may 1 day be me.",
    "Open 24/7, they said. 50/50, I say.",
    "Version 1.5.2 of the form has 300 questions and costs 1,250.50.",
    "Will they march in and mark it? I will.",
    "Vitamin B12 and an A4 page.",
    "It was the 1st and 2nd time this happened, in 3 weeks.",
    "1234567890123456 is not a number of mine",
    "We need more English and Polish on the signs.",
    "They should sit down with us. We wait for 45 minutes.",
    "MUST DRIVE is in every advert!",
    "The Road is closed. Our House is cold.",
    "a ratio of 3:1, then 10:1",
    "",
    "   ",
    "🙂🙂",
]


@pytest.mark.parametrize(("words", "marked", "kind"), FOUND)
def test_what_could_give_somebody_away_is_marked(words: str, marked: str, kind: str | None) -> None:
    found = {words[one.start : one.end]: one.kind for one in find(words, HERE)}
    assert found.get(marked) == kind, found


@pytest.mark.parametrize("words", HARMLESS)
def test_what_gives_nobody_away_is_not(words: str) -> None:
    assert [words[one.start : one.end] for one in find(words, HERE)] == []


def test_what_is_not_known_is_not_found() -> None:
    assert find("Haddad of the Crisis line") == []
    assert find("The crisis line", Around(unit="Crisis line")) == []  # many have spoken to it


def test_a_text_with_several() -> None:
    words = "On 3 May Mrs Fox rang 07700 900123 from LS7 4AB. I am the only man there."
    found = find(words, HERE)
    assert [one.kind for one in found] == ["date", "name", "phone", "postcode", "role"]
    assert kinds(found) == [Kind.PHONE, Kind.POSTCODE, Kind.NAME, Kind.DATE, Kind.ROLE]
    assert {Kind.NAME} == {one.kind for one in found} & ABOUT_OTHERS


@given(st.text(max_size=300))
def test_marking_changes_nothing(words: str) -> None:
    found = find(words, HERE)
    assert all(0 <= one.start < one.end <= len(words) for one in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert "".join(piece.text for piece in pieces(words, found)) == words


@pytest.mark.parametrize(
    "unit", ["A", "Aa", "0", "0 ", "1/", "a@", "a.", "Aa ", "12 Aa ", "the only a-", "my son A", "é'"]
)
def test_no_text_takes_for_ever(unit: str) -> None:
    """A pattern that tries every way would not come to an end here."""
    words = (unit * 20_000)[:20_000]
    assert all(one.end <= len(words) for one in find(words, HERE))
