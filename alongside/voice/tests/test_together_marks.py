"""Those who took part have the last word on the answer: without names and times, and a tenth of them opens the debt."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.voice import queries as voices
from alongside.voice import services as verbs
from alongside.voice.models import Challenge, CommonGround, GroundMark, Voter
from alongside.voice.queries import together, together_marks
from alongside.voice.rules.together_marks import is_questioned
from alongside.voice.services import together as services
from alongside.voice.services.together_marks import mark_answer, question_answers

from .factories import REASON, fresh
from .together import asked, nobody, token, votes

ANSWER = {"kind": "adapted", "reason": REASON, "role": "Team manager"}


def over(cast, people: int = 20) -> CommonGround:
    """So many answered, it is over, and there is an answer."""
    ground = asked(cast)
    votes(cast, ground, together.shown_in(ground)[0], people, 0)
    ground = services.close_ground(ground=ground, by=cast.actor("manager"))
    verbs.answer(contribution=ground.result, by=cast.actor("manager"), **ANSWER)
    return fresh(ground)


def say(cast, ground: CommonGround, number: int, kind: str) -> None:
    digest = together.voter_digest(ground, nobody(cast), token(number))
    mark_answer(ground=ground, kind=kind, digest=digest, by=nobody(cast))


@pytest.mark.parametrize(
    ("took_part", "marks", "questioned"),
    [
        (20, {}, False),
        (20, {"answers_me": 20}, False),
        (20, {"not_an_answer": 1}, False),
        (20, {"not_an_answer": 1, "not_true": 1}, True),
        (20, {"not_an_answer": 2, "answers_me": 18}, True),
        (3, {"not_true": 1}, True),
        (0, {}, False),
    ],
)
def test_a_tenth_is_enough(took_part, marks, questioned) -> None:
    assert is_questioned(took_part, marks) is questioned


def test_each_has_one_word_and_can_change_it(cast) -> None:
    ground = over(cast)
    say(cast, ground, 0, "answers_me")
    say(cast, ground, 0, "not_true")
    say(cast, ground, 1, "answers_me")
    counts = together_marks.marks_of(together.answer_to(ground))
    assert {kind: number for kind, number in counts.items() if number} == {"answers_me": 1, "not_true": 1}


def test_whoever_did_not_take_part_has_no_word(cast) -> None:
    ground = over(cast)
    with pytest.raises(Refused):
        say(cast, ground, 99, "not_true")
    with pytest.raises(Refused):
        mark_answer(ground=ground, kind="not_true", digest="", by=nobody(cast))


def test_without_an_answer_there_is_nothing_to_say(cast) -> None:
    ground = asked(cast)
    votes(cast, ground, together.shown_in(ground)[0], 3, 0)
    with pytest.raises(Refused):
        say(cast, ground, 0, "answers_me")
    ground = services.close_ground(ground=ground, by=cast.actor("manager"))
    with pytest.raises(Refused):
        say(cast, ground, 0, "answers_me")


def test_no_word_can_be_put_to_a_person_or_a_time(cast) -> None:
    ground = over(cast)
    before = Event.objects.count()
    say(cast, ground, 0, "not_true")
    assert Event.objects.count() == before
    assert {field.name for field in GroundMark._meta.concrete_fields} == {"id", "voter", "answer", "kind"}


def test_once_a_day_a_tenth_opens_the_debt_again(cast) -> None:
    ground = over(cast)
    due = ground.result.answer_by
    say(cast, ground, 0, "not_an_answer")
    say(cast, ground, 5, "answers_me")
    assert question_answers(cast.org.pk) == 0
    say(cast, ground, 1, "not_true")
    assert fresh(ground.result).state == "answered"  # not by the press of a button
    assert question_answers(cast.org.pk) == 1
    said = fresh(ground.result)
    assert (said.state, said.disputed, said.is_owed, said.answer_by) == ("challenged", True, True, due)
    made = Challenge.objects.get()
    assert (made.kind, made.person, made.recorded_by) == ("not_an_answer", None, None)
    assert "20 people took part." in made.words and "1: “That is not true”" in made.words
    assert question_answers(cast.org.pk) == 0  # safe to run twice
    assert list(voices.broken_seals(cast.org.pk)) == []


def test_a_new_answer_begins_anew(cast) -> None:
    ground = over(cast)
    for number in range(3):
        say(cast, ground, number, "not_true")
    question_answers(cast.org.pk)
    verbs.answer(contribution=fresh(ground.result), by=cast.actor("manager"), **{**ANSWER, "reason": f"{REASON} Now."})
    assert question_answers(cast.org.pk) == 0
    assert not any(together_marks.marks_of(together.answer_to(fresh(ground))).values())
    say(cast, fresh(ground), 0, "answers_me")


def test_staff_cannot_question_in_their_name(cast) -> None:
    ground = over(cast)
    with pytest.raises(Refused):
        verbs.challenge(contribution=ground.result, kind="not_true", by=cast.actor("manager"))


def test_on_the_page(cast) -> None:
    ground, client = asked(cast), Client()
    url = f"/harbour/together/{ground.code}/"
    row = together.shown_in(ground)[0]
    client.post(url, {"statement": row.code, "choice": "1"})
    ground = services.close_ground(ground=ground, by=cast.actor("manager"))
    assert client.get(f"{url}mark/").status_code == 404
    verbs.answer(contribution=ground.result, by=cast.actor("manager"), **ANSWER)
    assert "is that an answer?" in client.get(f"{url}so-far/").content.decode()
    assert "is that an answer?" not in Client().get(f"{url}so-far/").content.decode()
    assert Client().get(f"{url}mark/").status_code == 404
    for wrong in ({}, {"kind": "wonderful"}):
        assert client.post(f"{url}mark/", {"once": new_token(), **wrong}).status_code == 422
    done = client.post(f"{url}mark/", {"once": new_token(), "kind": "not_an_answer"}, follow=True)
    page = done.content.decode()
    assert "You said:" in page and "That is not an answer: <b>1</b>" in page
    assert Voter.objects.count() == GroundMark.objects.count() == 1
    other = Client().get(f"{url}so-far/").content.decode()
    assert "That is not an answer: <b>1</b>" in other and "You said:" not in other
    question_answers(cast.org.pk)
    assert "a new one is owed" in Client().get(f"{url}so-far/").content.decode()
