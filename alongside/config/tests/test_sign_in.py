"""Signing in with a code: no password, no JavaScript, and nothing given away."""

import re
from smtplib import SMTPException

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from alongside.accounts.models import User

LOGIN, CODE = "/accounts/login/", "/accounts/login/code/"


@pytest.fixture(autouse=True)
def no_limits_from_before():
    cache.clear()


@pytest.fixture
def rosa(db) -> User:
    return User.objects.create_user("rosa@example.org", name="Rosa")


def ask(client: Client, email: str = "rosa@example.org", **more: str):
    return client.post(LOGIN, {"email": email, **more})


def code_in_mail() -> str:
    found = re.search(r"^\d{4}-\d{4}$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[0]


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_page_asks_for_an_address_and_nothing_else(client, db) -> None:
    page = client.get(LOGIN).content.decode()
    assert 'name="email"' in page
    assert "password" not in page.replace("no password", "")
    assert 'type="password"' not in page


@pytest.mark.parametrize("page", ["login/", "login/code/", "logout/", "signup/", "inactive/"])
def test_signing_in_and_out_is_in_our_look(client, rosa, page) -> None:
    if page == "login/code/":
        ask(client)
    if page == "logout/":
        client.force_login(rosa)
    response = client.get(f"/accounts/{page}")
    text = response.content.decode()
    assert response.status_code == 200
    assert "core/site.css" in text
    assert 'placeholder="' not in text
    assert text.count("<h1") == 1


def test_a_code_lets_one_in(client, rosa) -> None:
    response = ask(client)
    assert (response.status_code, response["Location"]) == (302, CODE)
    assert mail.outbox[0].to == ["rosa@example.org"]
    assert "Rosa" not in mail.outbox[0].body
    page = client.get(CODE).content.decode()
    assert "rosa@example.org" in page
    response = client.post(CODE, {"code": code_in_mail()})
    assert (response.status_code, response["Location"]) == (302, settings.LOGIN_REDIRECT_URL)
    assert settings.LOGIN_REDIRECT_URL == "/me/"
    assert signed_in(client)


@pytest.mark.parametrize("shape", ["{}{}", "{} {}", " {}-{} "])
def test_the_code_as_people_write_it(client, rosa, shape) -> None:
    ask(client)
    client.post(CODE, {"code": shape.format(*code_in_mail().split("-"))})
    assert signed_in(client)


def test_the_address_as_people_write_it(client, rosa) -> None:
    ask(client, " ROSA@Example.org ")
    client.post(CODE, {"code": code_in_mail()})
    assert signed_in(client)


def test_next_is_kept(client, rosa) -> None:
    response = ask(client, next="/harbour/desk/")
    assert response["Location"] == f"{CODE}?next=%2Fharbour%2Fdesk%2F"
    assert 'value="/harbour/desk/"' in client.get(response["Location"]).content.decode()
    response = client.post(CODE, {"code": code_in_mail(), "next": "/harbour/desk/"})
    assert response["Location"] == "/harbour/desk/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_next_never_leads_elsewhere(client, rosa, elsewhere) -> None:
    ask(client, next=elsewhere)
    response = client.post(CODE, {"code": code_in_mail(), "next": elsewhere})
    assert response["Location"] == "/me/"


def test_a_wrong_code(client, rosa) -> None:
    ask(client)
    response = client.post(CODE, {"code": "0000-0001"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "That is not the code we sent." in page
    assert "<title>Error:" in page.replace("\n", "")
    assert not signed_in(client)
    client.post(CODE, {"code": code_in_mail()})
    assert signed_in(client)


def test_three_wrong_codes_end_it(client, rosa) -> None:
    ask(client)
    for _attempt in range(2):
        client.post(CODE, {"code": "0000-0001"})
    response = client.post(f"{CODE}?next=/harbour/desk/", {"code": "0000-0001"})
    assert response["Location"] == f"{LOGIN}?next=%2Fharbour%2Fdesk%2F"
    page = client.get(response["Location"]).content.decode()
    assert "tried too often" in page
    assert "too old" not in page
    client.post(CODE, {"code": code_in_mail()})
    assert not signed_in(client)


def test_a_code_gets_old(client, rosa, time_machine) -> None:
    time_machine.move_to("2026-11-23 10:00:00+00:00")
    ask(client)
    time_machine.move_to("2026-11-23 10:16:00+00:00")
    response = client.post(f"{CODE}?next=/harbour/desk/", {"code": code_in_mail()})
    assert response["Location"] == f"{LOGIN}?next=%2Fharbour%2Fdesk%2F"
    assert "too old or was used" in client.get(response["Location"]).content.decode()
    assert not signed_in(client)


def test_a_code_of_somebody_elses_browser(client, rosa) -> None:
    ask(client)
    other = Client()
    other.post(CODE, {"code": code_in_mail()})
    assert not signed_in(other)


def test_another_address(client, rosa) -> None:
    ask(client, "roas@example.org", next="/harbour/desk/")
    page = client.get(f"{CODE}?next=/harbour/desk/").content.decode()
    assert 'name="next" value="/accounts/login/?next=%2Fharbour%2Fdesk%2F"' in page
    response = client.post("/accounts/logout/", {"next": "/accounts/login/?next=%2Fharbour%2Fdesk%2F"})
    assert response["Location"] == "/accounts/login/?next=%2Fharbour%2Fdesk%2F"
    assert 'value="/harbour/desk/"' in client.get(response["Location"]).content.decode()


def test_another_code(client, rosa) -> None:
    ask(client)
    first = code_in_mail()
    client.post(CODE, {"action": "resend"})
    assert code_in_mail() != first
    client.post(CODE, {"code": code_in_mail()})
    assert signed_in(client)


def test_an_unknown_address_looks_the_same(client, rosa) -> None:
    ask(client)
    known = client.get(CODE).content.decode()
    stranger = Client()
    response = ask(stranger, "nobody@example.org")
    assert (response.status_code, response["Location"]) == (302, CODE)
    unknown = stranger.get(CODE).content.decode()
    hidden = r'value="[A-Za-z0-9]{32,64}"'
    assert re.sub(hidden, "", unknown).replace("nobody@", "rosa@") == re.sub(hidden, "", known)
    assert stranger.post(CODE, {"code": "1234-5678"}).status_code == 422
    assert mail.outbox[-1].to == ["nobody@example.org"]
    assert "We do not know this address" in mail.outbox[-1].body
    assert not re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)


def test_somebody_switched_off_is_unknown(client, rosa) -> None:
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    ask(client)
    assert "We do not know this address" in mail.outbox[-1].body


@pytest.mark.parametrize("wrong", ["", "rosa", "rosa@", "a@b", "x" * 300 + "@example.org", "ro\x00sa"])
def test_what_is_no_address(client, rosa, wrong) -> None:
    response = ask(client, wrong)
    assert response.status_code == 422
    assert mail.outbox == []


def test_one_address_is_not_flooded(client, rosa) -> None:
    for _number in range(10):
        ask(Client())
    response = ask(Client())
    assert response.status_code == 422
    assert "tried too often" in response.content.decode()
    assert len(mail.outbox) == 10


def test_the_limits_live_in_the_database(client, rosa, settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}
    }
    call_command("createcachetable", verbosity=0)
    for _number in range(11):
        response = ask(Client())
    assert response.status_code == 422
    assert len(mail.outbox) == 10


@pytest.mark.parametrize("email", ["rosa@example.org", "nobody@example.org"])
def test_when_mail_is_down(client, rosa, email, monkeypatch, caplog) -> None:
    def broken(*args, **kwargs):
        raise SMTPException(f"cannot reach {email}")

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", broken)
    response = ask(client, email)
    assert response.status_code == 503
    assert "We cannot send e-mail now" in response.content.decode()
    assert "example.org" not in caplog.text


def test_signing_out(client, cast) -> None:
    client.force_login(cast.users["staff"])
    assert "Do you want to sign out?" in client.get("/accounts/logout/").content.decode()
    response = client.post("/accounts/logout/")
    assert (response["Location"], signed_in(client)) == ("/", False)


def test_nobody_signs_up(client, db) -> None:
    page = client.get("/accounts/signup/").content.decode()
    assert "Ask the person who works with you" in page
    client.post("/accounts/signup/", {"email": "new@example.org"})
    assert not User.objects.exists()


def test_what_the_library_brings_beside_it_is_not_there() -> None:
    routes = [str(pattern.pattern) for entry in get_resolver().url_patterns for pattern in _patterns(entry)]
    assert not [route for route in routes if "password" in route or "totp" in route or "email/" in route]
    for name in ("account_reset_password", "account_change_password", "account_set_password", "mfa_authenticate"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def _patterns(entry):
    return getattr(entry, "url_patterns", [entry])
