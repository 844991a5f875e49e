from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.people.services.register import keep_tokens
from tests import make
from tests.cast import Cast

from . import factories

As = Callable[[str], Client]
ALIKE = {"number": "1", "lived_experience": "yes", "capacity": "member", "voting": "yes", "filled_by": "election"}


@pytest.fixture
def board(cast: Cast) -> Forum:
    return factories.forum(cast)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_from_nothing_to_a_seat_that_is_taken(cast: Cast, client_as: As) -> None:
    keep_tokens(cast.people["cora"])
    alma = client_as("coordinator")
    assert "No board, panel or group is written down here yet." in text(alma.get("/harbour/seats/"))
    said = {"name": "Quality group", "kind": "group", "unit": cast.units["board"].code, "standing": "yes"}
    page = alma.post("/harbour/seats/new/", said)["Location"]
    assert "No seat is written down yet." in text(alma.get(page))
    alone = alma.post(f"{page}seat/", ALIKE)
    assert alone.status_code == 422 and "easily overheard" in text(alone)
    assert alma.post(f"{page}seat/", {**ALIKE, "lone_reason": "The articles."}).status_code == 303
    assert "The articles." in text(client_as("cora").get(page))
    seat = f"{page}{Seat.objects.get().code}/"
    wrong = alma.post(f"{seat}fill/", {"who": "person", "name": "Nobody Here", "filled_by": "draw", "since": "today"})
    assert wrong.status_code == 422
    filled = {"who": "person", "name": "Cora Whitlock", "filled_by": "election", "since": make.days(0).isoformat()}
    assert alma.post(f"{seat}fill/", filled).status_code == 303
    assert "Cora" in text(alma.get(page)) and "Cora" not in text(client_as("board").get(page))
    term = SeatHolder.objects.get()
    assert client_as("cora").post(f"{seat}terms/{term.code}/end/", {"on": filled["since"]}).status_code == 303
    assert "Empty" in text(alma.get(seat))


def test_of_those_who_sign_in_only_those_who_work_here_are_offered_a_seat(cast: Cast, client_as: As) -> None:
    at = factories.forum(cast)
    seat = factories.seat(at, lived_experience=False, filled_by="appointed")
    page = text(client_as("coordinator").get(f"/harbour/seats/{at.code}/{seat.code}/fill/"))
    assert "Mo Haddad" in page and "Cora Whitlock" not in page


def test_the_law_about_trustees_stands_where_a_capacity_is_chosen(client_as: As, board: Forum) -> None:
    assert "do not represent the people" in text(client_as("coordinator").get(f"/harbour/seats/{board.code}/seat/"))


def test_a_body_without_a_seat_for_lived_experience_says_so(client_as: As, board: Forum) -> None:
    factories.seat(board, lived_experience=False, filled_by="appointed")
    page = text(client_as("cora").get(f"/harbour/seats/{board.code}/"))
    assert "No seat here is for somebody with lived experience." in page


def test_a_seat_filled_otherwise_than_it_is_meant_to_be_says_so(cast: Cast, client_as: As, board: Forum) -> None:
    of = factories.seat(board)
    factories.holder(of, person=cast.people["dev"], filled_by="appointed")
    page = text(client_as("board").get(f"/harbour/seats/{board.code}/{of.code}/"))
    assert "Not as the seat is meant to be filled" in page and "Dev" not in page


@pytest.mark.parametrize("who", ["coordinator", "cora"])
def test_pages_ask_the_database_seldom(
    cast: Cast, client_as: As, board: Forum, who: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        at = factories.forum(cast, name=f"Body {number}")
        for _each in range(3):
            factories.holder(factories.seat(at), person=cast.people["dev"])
            factories.seat(at)
    client = client_as(who)
    of = Seat.objects.filter(forum=at)[0]
    for url in ("/harbour/seats/", f"/harbour/seats/{at.code}/", f"/harbour/seats/{at.code}/{of.code}/"):
        with django_assert_max_num_queries(13):
            assert client.get(url).status_code == 200
