"""The pages: what is typed is not lost, few questions, and nothing for those who may not read it."""

from __future__ import annotations

import pytest

from alongside.journey.models import Aim, Entry, PromptAway
from tests import make

from .factories import BUMP, aim, learned, of_both

MOST_QUERIES = 15


def text(response) -> str:
    return response.content.decode()


def send(client, url: str, **data):
    return client.post(url, {"on": make.days(-1).isoformat(), **data})


def test_writing_about_a_decision(cast, client_as) -> None:
    about = make.decision(cast)
    url = f"/harbour/journey/entries/write/?decision={about.code}&when=middle"
    assert "You are in the middle of this" in text(client_as("cora").get(url))
    wrong = send(client_as("cora"), url, audience="members", stage="middle")
    assert wrong.status_code == 422 and "A few words are enough" in text(wrong)
    done = send(client_as("cora"), url, bump="No chair for me", audience="members", stage="middle")
    made = Entry.objects.get()
    assert done.status_code == 303 and done["Location"] == f"/harbour/journey/entries/{made.code}/"
    assert (made.decision, made.stage, made.unit) == (about, "middle", about.unit)
    page = text(client_as("manager").get(f"/harbour/decisions/{about.code}/"))
    assert "No chair for me" in page and "By those who take part" in page


def test_those_i_choose_come_next(cast, client_as) -> None:
    client = client_as("cora")
    done = send(client, "/harbour/journey/entries/write/", about="me", tried="A lift", audience="some")
    made = Entry.objects.get()
    assert done["Location"] == f"/harbour/journey/entries/{made.code}/who/?some=yes" and made.audience == "private"
    none = client.post(done["Location"], {"audience": "some"})
    assert none.status_code == 422 and "at least one person" in text(none)
    user = cast.users["coordinator"]
    assert client.post(done["Location"], {"audience": "some", "users": [user.code]}).status_code == 303
    assert made.readers.get().user == user
    assert "A lift" in text(client_as("coordinator").get(f"/harbour/journey/entries/{made.code}/"))
    assert client_as("manager").get(f"/harbour/journey/entries/{made.code}/").status_code == 404


def test_staff_choose_by_e_mail_or_name(cast, client_as) -> None:
    entry = learned(cast, "coordinator", audience="private")
    url, client = f"/harbour/journey/entries/{entry.code}/who/", client_as("coordinator")
    assert client.post(url, {"audience": "some", "name": "nobody@example.org"}).status_code == 422
    assert client.post(url, {"audience": "some", "name": "sam@example.org"}).status_code == 303
    assert entry.readers.get().user == cast.users["staff"]
    assert client.post(url, {"audience": "some", "name": cast.people["cora"].code}).status_code == 303
    assert entry.readers.get().person == cast.people["cora"]


def test_changing_taking_back_and_putting_away(cast, client_as) -> None:
    entry, client = learned(cast), client_as("cora")
    base = f"/harbour/journey/entries/{entry.code}/"
    assert send(client, f"{base}change/", bump="Better words", seen="1").status_code == 303
    page = text(client.get(base))
    assert "Better words" in page and BUMP in page  # what stood there before, for her
    assert BUMP not in text(client_as("coordinator").get(base))
    assert client.post(f"{base}take-back/").status_code == 303
    assert "Its words are gone" in text(client.get(base))
    assert client_as("coordinator").get(base).status_code == 404
    about = make.decision(cast)
    assert client.post(f"/harbour/journey/questions/{about.code}/start/").status_code == 303
    assert PromptAway.objects.get().decision == about


def test_nobody_has_a_name_on_a_page_for_everybody(cast, client_as) -> None:
    entry = learned(cast, audience="public", named=True)
    url = f"/harbour/journey/entries/{entry.code}/"
    assert "Cora" in text(client_as("manager").get(url))
    for page in (url, "/harbour/journey/", "/harbour/journey/entries/"):
        found = text(client_as("public").get(page))
        assert "Cora" not in found and "papers came the night before" in found, page


def test_a_name_only_where_its_author_wants_it(cast, client_as) -> None:
    entry = learned(cast, "manager")
    assert "Mo Haddad" not in text(client_as("cora").get(f"/harbour/journey/entries/{entry.code}/"))


def test_of_another_organisation(cast, client_as) -> None:
    elsewhere = make.decision(cast, organisation=cast.other, kind=cast.kinds["elsewhere"], unit=cast.units["elsewhere"])
    url = f"/harbour/journey/entries/write/?decision={elsewhere.code}"
    assert client_as("cora").get(url).status_code == 404
    assert client_as("coordinator").get("/harbour/journey/?unit=nowhere").status_code == 404


def test_an_aim_from_page_to_page(cast, client_as) -> None:
    client = client_as("coordinator")
    values = {"what": "More votes", "unit": "whole", "with_whom": f"{cast.people['cora'].code}\nNobody At All"}
    wrong = client.post("/harbour/journey/aims/write/", {**values, "sign": "Four of nine"})
    assert wrong.status_code == 422 and "Nobody At All" in text(wrong) and not Aim.objects.exists()
    no_sign = client.post("/harbour/journey/aims/write/", {**values, "sign": ""})
    assert no_sign.status_code == 422
    values["with_whom"] = cast.people["cora"].code
    assert client.post("/harbour/journey/aims/write/", {**values, "sign": "Four of nine"}).status_code == 303
    made = Aim.objects.get()
    page = f"/harbour/journey/aims/{made.code}/"
    assert "The organisation’s own aim" in text(client.get(page))
    assert client_as("cora").post(f"{page}agree/", {"agrees": "yes"}).status_code == 303
    assert "An aim of both" in text(client.get(page))
    for who in ("coordinator", "cora"):
        assert client_as(who).post(f"{page}say/reached/", {"words": "They have four."}).status_code == 303
    found = text(client.get(page))
    assert "what is the next bit more?" in found and f"/harbour/journey/aims/write/?after={made.code}" in found


@pytest.fixture
def many(cast):
    for number in range(3):
        about = make.decision(cast, title=f"Decision {number}")
        for who in ("cora", "manager", "coordinator"):
            learned(cast, who, about, named=True)
            learned(cast, who, named=True, words={"tried": "Something"})
        of_both(cast, what=f"Aim {number}")
        aim(cast, "cora", what=f"Ours {number}")
    return about


@pytest.mark.parametrize("who", ["public", "cora", "manager", "coordinator"])
def test_few_questions(cast, client_as, many, who, django_assert_max_num_queries) -> None:
    entry, an_aim = Entry.objects.filter(audience="members").first(), Aim.objects.first()
    pages = ["entries/", "aims/", "entries/write/", f"entries/{entry.code}/", f"aims/{an_aim.code}/", ""]
    client = client_as(who)
    for page in pages:
        with django_assert_max_num_queries(MOST_QUERIES):
            response = client.get(f"/harbour/journey/{page}")
        assert response.status_code == (404 if who == "public" and page not in ("", "entries/") else 200), page


def test_asking_costs_few_questions(cast, client_as, many, django_assert_max_num_queries) -> None:
    client, url = client_as("coordinator"), f"/harbour/ask/{make.decision(cast).code}/"
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(url).status_code == 200
