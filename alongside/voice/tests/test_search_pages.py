"""Looking for words on a page: marks are safe, what is shown is what may be read, and few questions are asked."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.voice import asked_words, found_words, services
from alongside.voice.queries import searching
from alongside.voice.shapes import Uses

from .factories import WORDS, said, told
from .test_searching import LONG

ROOM = "The waiting room is too loud to think in."
URL = "/harbour/voices/search/"


def page(client, **asked: str) -> str:
    return client.get(f"{URL}?{urlencode(asked)}").content.decode()


def test_from_the_ledger_to_what_was_found(client_as, cast) -> None:
    said(cast, words=ROOM)
    said(cast, words=WORDS)
    client = client_as("manager")
    assert 'action="/harbour/voices/search/"' in client.get("/harbour/voices/").content.decode()
    text = page(client, words="waits")
    assert "The <mark>waiting</mark> room is too loud" in text and "1 was found." in text
    assert WORDS not in text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Write a word above"),
        ("!?", "There is no word in that to look for."),
        ("giraffe", "Nobody said that in these words"),
        ("<script>alert(1)</script>", "Nobody said that in these words"),
        ("a" * 5_000, "Nobody said that in these words"),
    ],
)
def test_any_question_gets_a_plain_answer(client_as, cast, typed, answer) -> None:
    said(cast, words=ROOM)
    text = page(client_as("manager"), words=typed)
    assert answer in text and "<script>alert" not in text


def test_more_than_can_be_read(client_as, cast, monkeypatch) -> None:
    for n in range(4):
        said(cast, words=f"{ROOM} {n}")
    monkeypatch.setattr(searching, "MOST", 3)
    assert "More than 3 were found." in page(client_as("manager"), words="loud")


def test_a_unit_is_kept_with_the_words(client_as, cast) -> None:
    said(cast, words=ROOM)
    client, team, other = client_as("coordinator"), cast.units["team"].code, cast.units["services"].code
    assert "1 was found." in page(client, words="loud", unit=team)
    assert "Nobody said that" in page(client, words="loud", unit=other)
    assert "Nobody said that" in page(client, words="loud", unit="nonsense")


def test_scripts_in_what_was_said_stay_words(client_as, cast) -> None:
    said(cast, words='<img src=x onerror=alert(1)> loud & "quiet" <b>loud</b>')
    text = page(client_as("manager"), words="loud")
    assert "&lt;img src=x onerror=alert(1)&gt; <mark>loud</mark> &amp; &quot;quiet&quot; &lt;b&gt;<mark>loud" in text
    assert "<img src=x" not in text


def test_a_page_of_many_asks_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    for n in range(25):
        said(cast, words=f"{ROOM} {n}")
    client = client_as("coordinator")
    page(client, words="loud")
    with django_assert_max_num_queries(13):
        page(client, words="loud")


@given(text=st.text(max_size=300), typed=st.text(max_size=30))
def test_marks_change_nothing_but_spaces(text, typed) -> None:
    from html import unescape

    asked = asked_words.question(typed, 1)
    shown = found_words.beginning(text, 1, asked, length=len(text) + 200)
    plain = unescape(shown.replace("<mark>", "").replace("</mark>", "")).removeprefix("… ")
    folded = "".join(text.split())
    assert folded.endswith("".join(plain.split())) or "…" in plain


def test_a_long_text_shows_where_it_was_found() -> None:
    text = f"{'Before it nothing. ' * 40}Then the giraffe came. {'After it nothing. ' * 40}"
    shown = found_words.beginning(text, 1, asked_words.question("giraffe", 1))
    assert shown.startswith("… ") and shown.endswith(" …")
    assert "Then the <mark>giraffe</mark> came." in shown and len(shown) < 300


# Others who said the same.


def test_others_who_said_the_same_stand_on_the_page(client_as, cast) -> None:
    row, other = said(cast, words=LONG), said(cast, words=LONG.replace("chairs", "seats"))
    client, url = client_as("manager"), f"/harbour/voices/{row.code}/"
    text = client.get(url).content.decode()
    assert "Others said the same" in text and f"/harbour/voices/{other.code}/" in text
    text = client.get(f"{url}alike/").content.decode()
    assert "<mark>The waiting room is too loud to think in</mark>, <mark>the</mark> seats <mark>stand in" in text
    assert "Nearly the same words" in text


def test_later_a_link_leads_to_them(client_as, cast) -> None:
    row = told(cast)
    said(cast)
    client, url = client_as("manager"), f"/harbour/voices/{row.code}/"
    assert "Others said the same</h2>" not in client.get(url).content.decode()
    assert f'href="{url}alike/"' in client.get(url).content.decode()
    assert "The same words" in client.get(f"{url}alike/").content.decode()


def test_they_cost_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    rows = [said(cast, words=ROOM) for _n in range(20)]
    client, url = client_as("coordinator"), f"/harbour/voices/{rows[0].code}/"
    for address in (url, f"{url}alike/"):
        client.get(address)
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200


def test_they_are_answered_together(client_as, cast) -> None:
    row, other = said(cast, words=LONG), said(cast, words=LONG)
    text = client_as("manager").get(f"/harbour/voices/{row.code}/alike/").content.decode()
    assert 'id="choose" method="get" action="/harbour/voices/answer/"' in text
    assert f'type="hidden" name="codes" value="{row.code}"' in text
    assert f'name="codes" value="{other.code}" form="choose"' in text
    assert "&lt;mark&gt;" not in text
    text = client_as("board").get(f"/harbour/voices/{row.code}/alike/").content.decode()
    assert 'id="choose"' not in text


def test_nobody_else_is_said_plainly(client_as, cast) -> None:
    row = said(cast, words=ROOM)
    client, url = client_as("manager"), f"/harbour/voices/{row.code}/"
    assert "Others said the same" not in client.get(url).content.decode()
    assert "Nobody else has said this" in client.get(f"{url}alike/").content.decode()


def test_whoever_may_not_read_the_words_sees_nobody_like_them(client_as, cast) -> None:
    row = said(cast, words=ROOM, uses=Uses(inside=False))
    said(cast, words=ROOM)
    client, url = client_as("board"), f"/harbour/voices/{row.code}/"
    assert "Others said the same" not in client.get(url).content.decode()
    assert client.get(f"{url}alike/").status_code == 404


def test_taken_back_it_is_like_nobody(client_as, cast) -> None:
    row, other = said(cast, words=ROOM), said(cast, words=ROOM)
    services.withdraw(contribution=other, by=cast.actor("cora"))
    client, url = client_as("manager"), f"/harbour/voices/{row.code}/"
    assert other.code not in client.get(url).content.decode()
    assert "Nobody else has said this" in client.get(f"/harbour/voices/{other.code}/alike/").content.decode()
