"""Somebody's own account: name, roles in plain words, passkeys."""

import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache

from alongside.accounts.models import User
from alongside.organisation import services
from alongside.organisation.models import Settings
from tests import cast as casting


@pytest.fixture(autouse=True)
def no_limits_from_before():
    cache.clear()


@pytest.fixture
def signed_in(client, cast):
    """Signed in with a code just now, as people do."""
    client.post("/accounts/login/", {"email": "sam@example.org"})
    code = next(line for line in mail.outbox[-1].body.splitlines() if line[:4].isdigit())
    client.post("/accounts/login/code/", {"code": code})
    return client


def passkey(user: User, name: str = "My phone") -> Authenticator:
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": {}})


def test_an_account_says_what_one_may_do_where(cast, client_as) -> None:
    casting.member(cast.other, cast.users["staff"], "board")
    page = client_as("staff").get("/accounts/").content.decode()
    assert "Sam Okafor" in page
    assert "sam@example.org" in page
    assert "<b>Staff</b>, in Crisis line and the units below it." in page
    assert "Asks for involvement, answers what was said" in page
    assert page.index("Elsewhere") < page.index("Harbour House")
    assert "<b>Board member or chief executive</b>. Sees every decision" in page


def test_somebody_without_a_role(cast, client) -> None:
    client.force_login(User.objects.create_user("nobody@example.org"))
    page = client.get("/accounts/").content.decode()
    assert "You have no part in any organisation here now." in page
    assert "Nothing yet" in page


@pytest.mark.parametrize("path", ["/accounts/", "/accounts/name/", "/accounts/passkeys/add/"])
def test_it_is_for_those_who_signed_in(client, db, path) -> None:
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, f"/accounts/login/?next={path}")


def test_changing_ones_name(cast, client_as) -> None:
    client = client_as("staff")
    page = client.get("/accounts/name/").content.decode()
    assert 'value="Sam Okafor"' in page
    response = client.post("/accounts/name/", {"name": " Samira  Okafor ", "job": ""})
    assert (response.status_code, response["Location"]) == (303, "/accounts/")
    cast.users["staff"].refresh_from_db()
    assert (cast.users["staff"].name, cast.users["staff"].job) == ("Samira Okafor", "")
    assert client.post("/accounts/name/", {"name": ""}).status_code == 422
    assert client.post("/accounts/name/", {"name": "x" * 10_000}).status_code == 422


def test_the_page_costs_little(cast, client_as, django_assert_max_num_queries) -> None:
    for number in range(6):
        casting.member(casting.organisation(f"more-{number}", f"More {number}"), cast.users["staff"], "staff")
        passkey(cast.users["staff"], f"Key {number}")
    client = client_as("staff")
    with django_assert_max_num_queries(8):
        assert client.get("/accounts/").status_code == 200


# Passkeys.


def test_adding_one_asks_the_device_to_check_who_holds_it(signed_in) -> None:
    response = signed_in.get("/accounts/passkeys/add/")
    page = response.content.decode()
    chosen = response.context["js_data"]["creation_options"]["publicKey"]["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert 'id="passkey_add"' in page
    assert "style=" not in page
    assert "<script>" not in page


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", '{"id": 1}', '{"response": {}}', "{", "x" * 5000])
def test_what_is_no_passkey(signed_in, cast, credential) -> None:
    signed_in.get("/accounts/passkeys/add/")
    response = signed_in.post("/accounts/passkeys/add/", {"name": "Bad", "credential": credential})
    assert response.status_code == 422
    assert not Authenticator.objects.exists()


def test_removing_one(signed_in, cast) -> None:
    mine, theirs = passkey(cast.users["staff"]), passkey(cast.users["manager"])
    assert (
        "“My phone” can no longer sign you in"
        in signed_in.get(f"/accounts/passkeys/{mine.pk}/remove/").content.decode()
    )
    assert signed_in.post(f"/accounts/passkeys/{mine.pk}/remove/")["Location"] == "/accounts/"
    assert signed_in.post(f"/accounts/passkeys/{theirs.pk}/remove/").status_code == 404
    assert list(Authenticator.objects.all()) == [theirs]


def test_a_phone_that_lies_open_is_no_key(signed_in, cast) -> None:
    mine = passkey(cast.users["staff"])
    session = signed_in.session
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] = time.time() - 11 * 60
    session.save()
    for path in ("/accounts/passkeys/add/", f"/accounts/passkeys/{mine.pk}/remove/"):
        page = signed_in.get(path).content.decode()
        assert "Sign in once more" in page
        assert f'value="/accounts/login/?next={path}"' in page
        signed_in.post(path, {"name": "Thief", "credential": "{}"})
    assert Authenticator.objects.get() == mine
    again = signed_in.post("/accounts/logout/", {"next": "/accounts/login/?next=/accounts/passkeys/add/"})
    assert again["Location"] == "/accounts/login/?next=/accounts/passkeys/add/"


def test_a_passkey_never_stands_in_the_way_of_a_code(client, cast) -> None:
    passkey(cast.users["staff"])
    client.post("/accounts/login/", {"email": "sam@example.org"})
    code = next(line for line in mail.outbox[-1].body.splitlines() if line[:4].isdigit())
    assert client.post("/accounts/login/code/", {"code": code})["Location"] == "/me/"


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", '{"response": {"userHandle": "eA"}}', "{"])
def test_signing_in_with_what_is_no_passkey(client, cast, credential) -> None:
    response = client.post("/accounts/passkeys/login/", {"credential": credential})
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/")
    assert "_auth_user_id" not in client.session


def test_the_organisations_own_word_stands_for_whoever_takes_part(cast, client_as) -> None:
    Settings.objects.filter(organisation=cast.org).update(person_word="expert by experience")
    assert "<b>Expert by experience</b>" in client_as("cora").get("/accounts/").content.decode()
    page = client_as("administrator").get("/harbour/settings/roles/").content.decode()
    assert page.count("Expert by experience") >= 3  # in the list, in its filter, in what each role may do
    assert "Contributor" not in page


def test_a_name_from_another_organisation_is_not_shown(cast, client_as) -> None:
    """Whoever writes an e-mail address must not learn from it who that is."""
    services.give_role(email="stella@example.org", role="staff", by=cast.actor("administrator"))
    services.give_role(
        email="BEA@example.org", name="Bea from the board", role="finance", by=cast.actor("administrator")
    )
    page = client_as("administrator").get("/harbour/settings/roles/").content.decode()
    assert "stella@example.org" in page and "Bea from the board" in page
    assert "Stella" not in page and "Strange" not in page and "Coordinator elsewhere" not in page
