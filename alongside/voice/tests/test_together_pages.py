"""The pages of a question to many: without a script, without a name, and with no more than was asked."""

from __future__ import annotations

import csv
import io
from http import HTTPStatus

import pytest
from django.test import Client

from alongside.core.forms import new_token
from alongside.core.sheets import read_sheet
from alongside.voice.models import CommonGround, Statement, Vote
from alongside.voice.queries import together as queries

from .together import FIRST, asked, shown, votes


def public_page(ground: CommonGround, *steps: str) -> str:
    return "/".join([f"/harbour/together/{ground.code}", *steps, ""])


def kept_page(ground: CommonGround, *steps: str) -> str:
    return "/".join([f"/harbour/voices/together/{ground.code}", *steps, ""])


def press(client: Client, ground: CommonGround, statement: Statement, choice: str = "1"):
    return client.post(public_page(ground), {"statement": statement.code, "choice": choice})


def test_somebody_answers_one_after_the_other_and_sees_what_all_say(cast) -> None:
    ground, client = asked(cast), Client()
    for number in range(len(FIRST)):
        page = client.get(public_page(ground))
        assert f"{number} of {len(FIRST)}" in page.content.decode()
        assert press(client, ground, page.context["turn"].statement).status_code == 303
    assert "all that is here" in client.get(public_page(ground)).content.decode()
    assert queries.result_of(ground).took_part == 1
    assert "1 person took part" in client.get(public_page(ground, "so-far")).content.decode()


def test_a_button_pressed_twice_is_one_answer(cast) -> None:
    ground, client = asked(cast), Client()
    row = queries.shown_in(ground)[0]
    for choice in ("1", "1", "-1"):
        press(client, ground, row, choice)
    assert list(Vote.objects.values_list("choice", flat=True)) == [-1]


@pytest.mark.parametrize("choice", ["", "2", "yes", "1; drop"])
def test_a_broken_button_changes_nothing(cast, choice) -> None:
    ground = asked(cast)
    assert press(Client(), ground, queries.shown_in(ground)[0], choice).status_code == 303
    assert not Vote.objects.exists()


def test_a_statement_of_another_question_is_not_there(cast) -> None:
    ground, other = asked(cast), asked(cast, question="Another one?")
    assert press(Client(), ground, queries.shown_in(other)[0]).status_code == 404


def test_somebody_adds_and_takes_back_from_their_own_browser_alone(cast) -> None:
    ground, client = asked(cast), Client()
    form = {"once": new_token(), "words": "Put a clock on the wall."}
    assert client.post(public_page(ground, "add"), form).status_code == 303
    made = Statement.objects.get(words="Put a clock on the wall.")
    assert made.words in client.get(public_page(ground)).content.decode()
    assert made.words not in Client().get(public_page(ground)).content.decode()
    back = public_page(ground, "take-back", made.code)
    assert Client().post(back, {"once": new_token()}).status_code == 404
    assert client.post(back, {"once": new_token()}).status_code == 303
    assert "You took these words back" in client.get(public_page(ground)).content.decode()


def test_words_that_are_refused_come_back_in_their_box(cast) -> None:
    page = Client().post(public_page(asked(cast), "add"), {"once": new_token(), "words": FIRST[0]})
    assert page.status_code == 422
    assert FIRST[0] in page.content.decode()


def test_what_others_wrote_is_text_and_nothing_else(cast) -> None:
    ground = asked(cast, statements=["<script>alert(1)</script>", "=HYPERLINK(1)"])
    assert "<script>alert" not in Client().get(public_page(ground, "so-far")).content.decode()


def test_a_sheet_is_printed_and_typed_in(cast, client_as) -> None:
    ground, client = asked(cast), client_as("manager")
    assert all(words in client.get(kept_page(ground, "sheet")).content.decode() for words in FIRST)
    first = queries.shown_in(ground)[0]
    assert client.post(kept_page(ground, "type-in"), {"once": new_token(), first.code: "1"}).status_code == 303
    assert client.post(kept_page(ground, "type-in"), {"once": new_token()}).status_code == 422
    assert queries.result_of(ground).took_part == 1


def test_the_numbers_can_be_taken_out_and_no_cell_is_a_formula(cast, client_as) -> None:
    ground = asked(cast, statements=["=1+1", *FIRST])
    votes(cast, ground, queries.shown_in(ground)[0], 2, 1)
    client = client_as("manager")
    text = client.get(kept_page(ground, "numbers.csv").rstrip("/")).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1] == ["'=1+1", "2", "1", "0", "0"]
    sheet = read_sheet(io.BytesIO(client.get(kept_page(ground, "numbers.xlsx").rstrip("/")).content), "n.xlsx")
    assert next(iter(sheet.rows)).cells["Statement"] == "=1+1"


@pytest.mark.parametrize(
    ("who", "audience", "leads"),
    [("manager", "register", "voices/together"), ("board", "anyone", "together"), ("board", "register", None)],
)
def test_the_list_leads_where_its_reader_may_go(cast, client_as, who, audience, leads) -> None:
    ground = asked(cast, audience=audience)
    listed = client_as(who).get("/harbour/voices/together/").content.decode()
    assert ground.question in listed
    if leads is None:
        assert ground.code not in listed
        return
    address = f"/harbour/{leads}/{ground.code}/"
    assert f'href="{address}"' in listed and client_as(who).get(address).status_code == HTTPStatus.OK


def test_staff_open_read_and_close_it(cast, client_as) -> None:
    client = client_as("manager")
    form = {
        "once": new_token(),
        "question": "How should we ring you?",
        "use": "The team decides in May.",
        "unit": cast.units["team"].code,
        "audience": "anyone",
        "closes_on": "31/12/2099",
        "statements": "By phone.\nBy letter.",
    }
    done = client.post("/harbour/voices/together/new/", form)
    ground = CommonGround.objects.get(question="How should we ring you?")
    assert (done.status_code, done["Location"]) == (303, kept_page(ground))
    assert "Nobody has been asked" not in client.get("/harbour/voices/together/").content.decode()
    client.post(kept_page(ground, "close"), {"once": new_token()})
    ground.refresh_from_db()
    assert not ground.is_open


def test_a_page_asks_as_much_for_many_as_for_few(cast, client_as, django_assert_max_num_queries) -> None:
    ground = asked(cast, statements=[f"Statement number {n}." for n in range(60)])
    for number, row in enumerate(queries.shown_in(ground)[:30]):
        votes(cast, ground, row, 3, 2, start=number)
    shown(cast, ground)
    client, staff = Client(), client_as("manager")
    for who, page in ((client, public_page(ground)), (client, public_page(ground, "so-far"))):
        with django_assert_max_num_queries(6):
            assert who.get(page).status_code == 200
    for page in (kept_page(ground), "/harbour/voices/together/"):
        with django_assert_max_num_queries(15):
            assert staff.get(page).status_code == 200
