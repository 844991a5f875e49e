"""The pages of concerns: raising without an account, following, reading, and what the others do not find."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from alongside.candour.models import InvolvementConcern
from alongside.candour.services import concerns as verbs
from alongside.candour.views import concern_following, concern_reading
from tests.house.access import ROLES

from .concerning import WORDS, answered, chosen, holder, raised, reader, terms, told

pytestmark = pytest.mark.django_db
HERE = "/harbour/concerns/"


def fields(page: str) -> dict[str, str]:
    """The token of the form, so that sending it twice is seen."""
    return dict(re.findall(r'name="(once|seen)" value="([^"]*)"', page))


def sent(client: Client, url: str, **data: object):
    return client.post(url, {**fields(client.get(url).content.decode()), **data})


def as_reader(cast) -> Client:
    client = Client()
    client.force_login(cast.users["Rhoda Penhale"])
    return client


def raise_form(cast, **data: object) -> dict[str, object]:
    contact = chosen(cast)
    return {"contact": contact.code, "words": WORDS, "show": "page", **data}


def test_while_nobody_is_chosen_the_page_says_so_and_names_another_way(cast, client) -> None:
    terms(cast)
    for url in (HERE, f"{HERE}raise/"):
        page = client.get(url).content.decode()
        assert "Nobody is chosen to read concerns" in page
        assert "Healthwatch Harbour" in page
        assert 'name="words"' not in page


def test_while_not_even_another_way_is_named(cast, client) -> None:
    page = client.get(HERE).content.decode()
    assert "Nobody outside is named yet" in page


def test_raised_without_an_account_and_followed(cast, client) -> None:
    data = raise_form(cast)
    page = client.get(f"{HERE}raise/").content.decode()
    assert "Healthwatch Harbour" in page
    assert "risk" in page
    token = fields(page)
    for _twice in (1, 2):
        done = client.post(f"{HERE}raise/", {**token, **data})
        assert done.status_code == 303
    assert InvolvementConcern.objects.count() == 1
    shown = client.get(done["Location"]).content.decode()
    code = re.search(r'class="al-code"[^>]*>([^<]+)<', shown)[1]
    assert "al-code" not in client.get(done["Location"]).content.decode()
    entered = sent(client, f"{HERE}follow/", code=code.lower())
    own = client.get(entered["Location"])
    assert "Zanzibar" in own.content.decode()
    assert own["Cache-Control"] == "no-store"
    assert own["Referrer-Policy"] == "same-origin"
    assert sent(client, f"{entered['Location']}write/", words="It was the ninth of March.").status_code == 303
    read = as_reader(cast).get(f"{HERE}read/{InvolvementConcern.objects.get().code}/").content.decode()
    assert "ninth of March" in read
    assert sent(client, f"{entered['Location']}take-back/").status_code == 303
    assert "Zanzibar" not in client.get(entered["Location"]).content.decode()


def test_a_wrong_code_and_a_form_without_a_choice(cast, client) -> None:
    raised(cast)
    assert sent(client, f"{HERE}follow/", code="wrong").status_code == 422
    assert client.get(f"{HERE}follow/wrong/").status_code == 404
    wrong = sent(client, f"{HERE}raise/", words=WORDS, show="name")
    assert wrong.status_code == 422
    assert "Zanzibar" in wrong.content.decode()


def test_whoever_is_signed_in_and_is_nobody(cast, client_as) -> None:
    data = raise_form(cast, show="nobody")
    client = client_as("cora")
    done = sent(client, f"{HERE}raise/", **data)
    page = client.get(done["Location"]).content.decode()
    assert "There is no code" in page


def test_the_name_of_whoever_is_signed_in(cast, client_as) -> None:
    sent(client_as("cora"), f"{HERE}raise/", **raise_form(cast, show="name"))
    found = InvolvementConcern.objects.get()
    assert found.sealed_name.person == cast.people["cora"]
    rhoda, here = as_reader(cast), f"{HERE}read/{found.code}/"
    assert "Cora" not in rhoda.get(here).content.decode()
    assert "Cora" not in rhoda.get(f"{here}name/").content.decode()
    opened = rhoda.post(f"{here}name/", fields(rhoda.get(f"{here}name/").content.decode()))
    assert "Cora" in opened.content.decode()
    assert opened["Cache-Control"] == "no-store"


def test_written_down_by_staff_who_cannot_read_it_again(cast, client_as) -> None:
    client = client_as("staff")
    data = raise_form(cast, medium="phone", show="name", name="Rosa")
    done = sent(client, f"{HERE}raise/for/", **data)
    assert "Give this code to the one who said it" in client.get(done["Location"]).content.decode()
    assert client.get(f"{HERE}read/{InvolvementConcern.objects.get().code}/").status_code == 404


def test_the_reader_answers(cast) -> None:
    concern, _code = raised(cast)
    rhoda, here = as_reader(cast), f"{HERE}read/{concern.code}/"
    assert "Zanzibar" not in rhoda.get(f"{HERE}read/").content.decode()
    assert sent(rhoda, f"{here}acknowledge/").status_code == 303
    assert sent(rhoda, f"{here}answer/", kind="right", words="So it was.").status_code == 422
    good = {"kind": "right", "words": "So it was.", "different": "The group meets first."}
    assert sent(rhoda, f"{here}answer/", **good).status_code == 303
    assert rhoda.get(f"{here}answer/").status_code == 404
    assert rhoda.get(f"{here}name/").status_code == 404


def test_the_reader_finds_every_page_and_nothing_of_others(cast) -> None:
    concern, _code = raised(cast, show="name", name="Rosa")
    rhoda = as_reader(cast)
    assert rhoda.get("/me/")["Location"] == f"{HERE}read/"
    for step in concern_reading.PAGES:
        assert rhoda.get(f"{HERE}read/{concern.code}/{step}").status_code == 200, step
    other, _code = raised(cast, chosen(cast, "Olive Trent"))
    for step in concern_reading.PAGES:
        assert rhoda.get(f"{HERE}read/{other.code}/{step}").status_code == 404, step
    for url in ("contacts/", "contacts/new/", "contacts/terms/", "raise/for/"):
        assert rhoda.get(HERE + url).status_code == 404
    for url in ("/harbour/record/", "/harbour/outbox/", "/harbour/voices/", "/harbour/people/", "/harbour/board/"):
        assert rhoda.get(url).status_code == 404, url


def test_a_contributor_can_be_the_reader(cast, client_as) -> None:
    from tests import cast as casting

    casting.member(cast.org, cast.users["eoin"], "concerns_contact")
    contact = chosen(cast, user=cast.users["eoin"])
    concern, _code = raised(cast, contact)
    assert client_as("eoin").get(f"{HERE}read/{concern.code}/").status_code == 200


@pytest.mark.parametrize("step", list(concern_following.PAGES))
def test_each_page_of_the_code_comes_to_nothing_once_it_is_taken_back(cast, client, step: str) -> None:
    concern, code = told(cast)
    verbs.take_back_concern(concern=concern, by=holder(concern))
    found = client.get(f"{HERE}follow/{code}/{step}")
    assert found.status_code == (200 if step == "" else 404)
    assert "Zanzibar" not in found.content.decode()


def test_told_and_looked_at_first(cast, client, client_as) -> None:
    concern, code = answered(cast)
    mine = f"{HERE}follow/{code}/"
    looked = sent(client, f"{mine}tell/", words="They asked after it was decided.")
    assert looked["Location"] == f"{mine}tell/look/"
    assert "after it was decided" not in client.get(f"{HERE}told/").content.decode()
    assert "after it was decided" in client.get(looked["Location"]).content.decode()
    assert sent(client, looked["Location"]).status_code == 303
    one = f"{HERE}told/{concern.summary.code}/"
    for url in (HERE, f"{HERE}told/", one):
        assert "after it was decided" in client.get(url).content.decode(), url
    assert sent(client_as("board"), f"{one}reply/", words="It is so.", role="Chair").status_code == 303
    page = client.get(one).content.decode()
    assert "It is so." in page
    assert "after it was decided" in page
    assert WORDS not in page


def test_what_is_raised_stands_on_no_page_of_the_house(cast, client_as) -> None:
    concern, _code = raised(cast)
    verbs.acknowledge_concern(concern=concern, by=reader(cast))
    urls = (HERE, f"{HERE}told/", "/harbour/", "/harbour/record/", "/harbour/outbox/", "/harbour/board/")
    for who in ROLES:
        client = client_as(who)
        for url in (*urls, "/harbour/desk/", "/me/"):
            page = client.get(url).content.decode()
            assert "Zanzibar" not in page, (who, url)
            assert concern.code not in page, (who, url)
            assert "involvement_concern" not in page, (who, url)


def test_the_coordinator_writes_down_whom_contributors_chose(cast, client_as) -> None:
    from .concerning import outsider

    coordinator = client_as("coordinator")
    who = outsider(cast)
    assert "Name somebody outside first" in coordinator.get(f"{HERE}contacts/new/").content.decode()
    days = {"acknowledge_days": 3, "answer_days": 20, "late_days": 5}
    named = {"outside_name": "Healthwatch", "outside_how": "Ring them.", **days}
    assert sent(coordinator, f"{HERE}contacts/terms/", **{**named, "answer_days": 1}).status_code == 422
    assert sent(coordinator, f"{HERE}contacts/terms/", **named).status_code == 303
    asked = {f"name{n}": cast.people[key].code for n, key in ((1, "cora"), (2, "dev"))}
    data = {
        **asked,
        "user": who.code,
        "shown_as": "Rhoda, an advocate",
        "why_outside": "Works for a charity.",
        "how_chosen": "Hands up.",
        "from_day": "2026-01-01",
        "until_day": "2027-01-01",
        "agrees1": "yes",
        "agrees2": "yes",
    }
    assert sent(coordinator, f"{HERE}contacts/new/", **data).status_code == 422
    from tests import make

    data |= {"from_day": str(make.days(0)), "until_day": str(make.days(300))}
    assert sent(coordinator, f"{HERE}contacts/new/", **{**data, "agrees2": ""}).status_code == 422
    assert sent(coordinator, f"{HERE}contacts/new/", **data).status_code == 303
    assert "Rhoda, an advocate" in client_as("public").get(HERE).content.decode()
    assert "Rhoda, an advocate" in client_as("cora").get(HERE).content.decode()


def test_how_often_the_database_is_asked(cast, client, client_as, django_assert_max_num_queries) -> None:
    concern, code = told(cast)
    for _n in range(3):
        verbs.write_to_raiser(concern=concern, words="And when?", by=reader(cast))
        raised(cast)
    rhoda, board = as_reader(cast), client_as("board")
    for asks, url in (
        (client, HERE),
        (board, HERE),
        (client, f"{HERE}raise/"),
        (client, f"{HERE}follow/{code}/"),
        (client, f"{HERE}told/"),
        (rhoda, f"{HERE}read/"),
        (rhoda, f"{HERE}read/{concern.code}/"),
        (client_as("coordinator"), f"{HERE}contacts/"),
    ):
        with django_assert_max_num_queries(15):
            assert asks.get(url).status_code == 200
