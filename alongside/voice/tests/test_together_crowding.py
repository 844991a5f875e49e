"""One question to many, and a script: what one place may add and begin, and what people at one wifi still can."""

from __future__ import annotations

from django.test import Client

from alongside.core import crowding
from alongside.core.forms import new_token
from alongside.core.models import Tally
from alongside.voice.models import Statement, Vote, Voter
from alongside.voice.queries import together as queries

from .together import asked

PLACE = "198.51.100.7"


def press(ground, client: Client | None = None, where: str = PLACE, choice: str = "1"):
    row = queries.shown_in(ground)[0]
    sent = {"statement": row.code, "choice": choice}
    return (client or Client()).post(f"/harbour/together/{ground.code}/", sent, REMOTE_ADDR=where)


def test_two_hundred_who_throw_their_cookie_away_are_not_two_hundred_people(cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 20
    ground, first = asked(cast), Client()
    assert press(ground, first).status_code == 303
    answers = [press(ground).status_code for _n in range(200)]
    assert answers.count(303) == 19 and Voter.objects.count() == Vote.objects.count() == 20
    page = press(ground)
    assert page.status_code == 409
    assert "is not counted yet" in page.content.decode() and "I agree" in page.content.decode()
    assert press(ground, first, choice="-1").status_code == 303  # whoever began goes on
    assert press(ground, where="198.51.100.8").status_code == 303
    assert press(asked(cast, question="Another question?")).status_code == 303


def test_a_button_that_is_pressed_all_the_time(cast, settings, monkeypatch) -> None:
    settings.MOST_FROM_ONE_PLACE = 2
    monkeypatch.setattr(crowding, "ANSWERS_EACH", 3)
    ground, client = asked(cast), Client()
    assert [press(ground, client).status_code for _n in range(8)] == [303] * 6 + [409] * 2


def test_no_limit_is_no_limit(cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 0
    ground = asked(cast)
    assert {press(ground).status_code for _n in range(30)} == {303}


def test_what_is_added_is_limited_with_all_that_is_said(cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 3
    ground, before = asked(cast), Statement.objects.count()

    def add(words: str) -> int:
        url = f"/harbour/together/{ground.code}/add/"
        return Client().post(url, {"once": new_token(), "words": words}, REMOTE_ADDR=PLACE).status_code

    assert [add(f"Chair number {n} is broken and stands there still.") for n in range(5)] == [303] * 3 + [422] * 2
    assert Statement.objects.count() == before + 3


def test_nothing_is_kept_of_the_place(cast) -> None:
    press(asked(cast))
    assert PLACE not in str(list(Tally.objects.values())) and Tally.objects.count() == 2
