"""Pages on which something is taken down, and those on which it is read."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alongside.reports.models import AccountReply, PackPiece
from tests.cast import Cast, user

from .accounting import here, published
from .packing import base, issued, month
from .taking_down import SAID, piece_down, reply_down

pytestmark = pytest.mark.django_db
YES = {"read_back": "on", "agreed": "on"}
FIRST = SAID.split("\n", maxsplit=1)[0]


def text(client: Any, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture(autouse=True)
def account(cast: Cast) -> None:
    published(cast)


def test_a_reply_from_the_phone_to_the_page_and_back(cast: Cast, client_as: Any) -> None:
    runs, public, page = client_as("coordinator"), client_as("public"), here("taken-down")
    assert page in text(runs, here()) and "taken-down" not in text(client_as("manager"), here())
    assert f'href="{page}new/"' in text(runs, page)
    asked = {"person": cast.people["noor"].code, "medium": "phone", "words": SAID, "name": "N."}
    for wrong in ({}, {"read_back": "on"}, {"agreed": "on"}):
        assert runs.post(f"{page}new/", {**asked, **wrong}).status_code == 422
    for person in ("Nobody", "Cora Whitlock"):
        wrong_person = runs.post(f"{page}new/", {**asked, **YES, "person": person})
        assert wrong_person.status_code == 422 and FIRST in wrong_person.content.decode()
    runs.post(f"{page}new/", {**asked, **YES})
    reply = AccountReply.objects.get()
    one = f"{page}{reply.code}/"
    shown = text(runs, one)
    assert FIRST in shown and "Written down by Alma Reyes" in shown and "They want anybody to read it" in shown
    for url in (here(), here("replies")):
        stranger, member = text(public, url), text(client_as("staff"), url)
        assert FIRST in stranger and "Written down by the co-production coordinator on" in stranger
        assert "Written down by Alma Reyes" not in stranger and "phone" not in stranger
        assert "Written down by Alma Reyes" in member
    form = text(runs, f"{one}anew/")
    assert form.count(FIRST) == 1 and "cannot change a word" in form  # to read, and in no box
    runs.post(f"{one}anew/", {"medium": "letter", "words": "Somebody rang me.", "seen": "1", **YES})
    assert "Somebody rang me." in text(public, here()) and FIRST not in text(public, here())
    assert runs.post(f"{one}back/", {}).status_code == 422
    runs.post(f"{one}back/", {"medium": "phone"})
    assert "Somebody rang me." not in text(public, here("replies")) and runs.get(one).status_code == 404


def test_a_piece_from_paper_to_the_pack_and_back(cast: Cast, client_as: Any) -> None:
    runs, page = client_as("coordinator"), f"{base(month())}taken-down/"
    assert "taken-down/" in text(runs, base(month())) and f"{month().slug}/taken-down/" in text(runs, "/harbour/packs/")
    assert "taken-down" not in text(client_as("board"), base(month()))
    runs.post(f"{page}new/", {"person": cast.people["noor"].code, "medium": "paper", "words": SAID, **YES})
    piece = PackPiece.objects.get()
    one, read = f"{page}{piece.code}/", f"{base(month())}contributors/"
    board = text(client_as("board"), read)
    assert FIRST in board and "Written down by Alma Reyes" in board and "a paper form" in board and "Noor" not in board
    assert "Written down by Alma Reyes" in text(client_as("safeguarding"), f"/harbour/packs/pieces/{piece.code}/")
    issued(cast)
    assert "anew/" not in text(runs, one) and "new/" not in text(runs, page).split("</main>")[0].split("<main")[1]
    for step in ("new/", f"{piece.code}/anew/"):
        assert runs.get(f"{page}{step}").status_code == 409
    runs.post(f"{one}back/", {"medium": "phone"})
    assert FIRST not in text(client_as("board"), read) and runs.get(one).status_code == 404


def test_whoever_has_an_account_by_now_reads_it_on_their_own_pages(cast: Cast, client_as: Any) -> None:
    reply, piece = reply_down(cast), piece_down(cast)
    for row in (reply, piece):  # Cora said it on the phone before she could sign in
        type(row)._default_manager.filter(pk=row.pk).update(person=cast.people["cora"])
    cora, runs = client_as("cora"), client_as("coordinator")
    for url in (here("reply"), f"{base(month())}piece/"):
        assert "Written down by Alma Reyes" in text(cora, url)
    for url in (here("taken-down", reply.code), f"{base(month())}taken-down/{piece.code}/"):
        assert "anew/" not in text(runs, url) and runs.get(f"{url}anew/").status_code == 409


def test_bad_addresses(cast: Cast, client_as: Any) -> None:
    reply, piece, runs = reply_down(cast), piece_down(cast), client_as("coordinator")
    missing = (
        *(here("taken-down", "aaaaaaaaaa"), here("taken-down", piece.code), here("taken-down", reply.code, "edit")),
        *(f"{base(month())}taken-down/{reply.code}/", f"{base(month(2))}taken-down/{piece.code}/"),
        *(
            "/harbour/account/1999/taken-down/",
            "/harbour/packs/2999-01/taken-down/",
            "/harbour/packs/x/taken-down/new/",
        ),
    )
    for url in missing:
        assert runs.get(url).status_code == 404, url
    for url in (here("taken-down"), here("taken-down", reply.code), f"{base(month())}taken-down/{piece.code}/back/"):
        assert client_as("stranger").get(url.replace("harbour", "elsewhere")).status_code == 404, url
        assert "no-store" in runs.get(url)["Cache-Control"], url


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    for number in range(4):
        person = type(cast.people["noor"]).objects.create(
            organisation=cast.org, name=f"Ann {number}", called="Ann", state="active", joined_on="2025-01-01"
        )
        by = cast.actor("coordinator").for_person(person.pk, "phone")
        reply_down(cast, by=by)
        piece_down(cast, by=by)
    user("Spare")
    runs = client_as("coordinator")
    reply, piece = AccountReply.objects.latest("pk"), PackPiece.objects.latest("pk")
    urls = {
        here("taken-down"): 9,
        here("taken-down", "new"): 8,
        here("taken-down", reply.code): 10,
        here("taken-down", reply.code, "anew"): 9,
        f"{base(month())}taken-down/": 9,
        f"{base(month())}taken-down/{piece.code}/": 10,
    }
    for url, most in urls.items():
        with django_assert_max_num_queries(most):
            runs.get(url)
