"""The first page of an installation, and the making of its first organisation."""

import stat
import threading
from contextlib import suppress

import pytest
from django.db import OperationalError, connection
from django.test import Client

from alongside.core.actor import system
from alongside.core.errors import Refused
from alongside.home import start_code
from alongside.organisation import services
from alongside.organisation.models import Membership, Organisation

GOOD = {
    "name": "Lantern Yard",
    "slug": "",
    "nation": "wales",
    "administrator_name": "Ada Pryce",
    "administrator_email": "Ada@Example.org",
    "once": "0" * 32,
}


@pytest.fixture
def data(tmp_path, settings):
    settings.DATA = tmp_path
    return tmp_path


# The first page.


def test_an_empty_installation_leads_to_the_start(client, db) -> None:
    assert client.get("/")["Location"] == "/start/"
    page = client.get("/start/").content.decode()
    assert "Make your organisation" in page
    assert 'name="code"' not in page  # at home nobody is asked for it


def test_the_first_page_names_who_uses_it(cast, client_as) -> None:
    page = client_as("public").get("/").content.decode()
    assert page.index("Elsewhere") < page.index("Harbour House")
    assert 'href="/harbour/"' in page
    assert 'href="/harbour/say/"' in page
    assert 'href="/accounts/login/"' in page
    signed_in = client_as("staff").get("/").content.decode()
    assert "You have signed in here before?" not in signed_in


def test_the_first_page_costs_little(cast, client_as, django_assert_max_num_queries) -> None:
    for number in range(8):
        Organisation.objects.create(slug=f"more-{number}", name=f"More {number}")
    with django_assert_max_num_queries(3):
        assert client_as("public").get("/").status_code == 200


# Making the first organisation.


def test_the_first_organisation(client, data, db) -> None:
    response = client.post("/start/", GOOD)
    assert (response.status_code, response["Location"]) == (303, "/lantern-yard/first-steps/")
    made = Organisation.objects.get()
    assert (made.slug, made.name, made.nation) == ("lantern-yard", "Lantern Yard", "wales")
    membership = Membership.objects.get()
    assert (membership.role, membership.user.email) == ("administrator", "ada@example.org")
    assert client.session["_auth_user_id"] == str(membership.user_id)
    assert client.get(response["Location"]).status_code == 200


def test_the_same_form_twice_makes_one(client, data, db) -> None:
    client.post("/start/", GOOD)
    again = Client().post("/start/", GOOD)
    assert again["Location"] == "/lantern-yard/first-steps/"
    assert Organisation.objects.count() == 1


def test_nobody_makes_a_second_one_here(cast, client_as, data) -> None:
    assert client_as("public").get("/start/").status_code == 404
    response = client_as("public").post("/start/", GOOD)
    assert response.status_code == 422
    assert "Somebody else has just made the first organisation" in response.content.decode()
    assert not Organisation.objects.filter(slug="lantern-yard").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Fill in “Name of the organisation”."),
        ({"name": "الفانوس"}, "Use 3 to 40 small letters"),
        ({"slug": "Lantern Yard"}, "Use 3 to 40 small letters"),
        ({"slug": "accounts"}, "a word that the product uses itself"),
        ({"nation": "france"}, "That answer is not in the list."),
        ({"administrator_email": "ada"}, "Write an e-mail address"),
        ({"administrator_name": ""}, "Fill in “Your name”."),
        ({"name": "x" * 10_000}, "can have 200 characters"),
    ],
)
def test_what_has_to_be_put_right(client, data, db, change, said) -> None:
    response = client.post("/start/", {**GOOD, **change})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Organisation.objects.exists()
    assert "_auth_user_id" not in client.session


# The start code.


def test_in_production_only_with_the_code(client, data, db, settings) -> None:
    settings.PRODUCTION = True
    assert 'name="code"' in client.get("/start/").content.decode()
    code = start_code.make_start_code()
    for wrong in ("", "0000-0000-0000", "x" * 4000, "é"):
        assert client.post("/start/", {**GOOD, "code": wrong}).status_code == 422
    assert not Organisation.objects.exists()
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".upper()
    assert client.post("/start/", {**GOOD, "code": typed}).status_code == 303
    assert not (data / "start-code").exists()


def test_without_a_code_nothing_fits(client, data, db, settings) -> None:
    settings.PRODUCTION = True
    assert client.post("/start/", {**GOOD, "code": ""}).status_code == 422
    assert not start_code.is_start_code("")
    assert not start_code.is_start_code("anything")


def test_the_code_is_made_once_and_kept_safe(data) -> None:
    code = start_code.make_start_code()
    assert start_code.make_start_code() == code
    assert len(code) == 12
    assert stat.S_IMODE((data / "start-code").stat().st_mode) == 0o600
    assert start_code.is_start_code(code)
    start_code.forget_start_code()
    start_code.forget_start_code()
    assert not start_code.is_start_code(code)


# Two at once.


def _make(number: int) -> str:
    try:
        services.make_first_organisation(
            name=f"Number {number}",
            slug=f"number-{number}",
            nation="england",
            administrator_email=f"ada{number}@example.org",
            administrator_name="Ada",
            by=system(),
        )
    except Refused:
        return "refused"
    return "made"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one() -> None:
    ready, outcomes = threading.Barrier(2), []

    def make(number: int) -> None:
        ready.wait()
        outcome = ""
        while not outcome:  # SQLite in memory does not wait its turn, as it does in a file
            with suppress(OperationalError):
                outcome = _make(number)
        outcomes.append(outcome)
        connection.close()

    threads = [threading.Thread(target=make, args=[number]) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made", "refused"]
    assert Organisation.objects.count() == 1
