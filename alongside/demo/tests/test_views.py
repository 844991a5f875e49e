"""Becoming somebody, with one click and no script; and becoming nobody but the cast."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.accounts.models import User
from alongside.demo import queries
from alongside.demo.path import STEPS
from alongside.demo.words import STORIES

pytestmark = pytest.mark.usefixtures("demonstration")


@pytest.fixture
def client() -> Client:
    return Client()


def test_the_first_page_leads_here(client: Client) -> None:
    first, landing = client.get("/"), client.get("/demo/")
    assert first.status_code == landing.status_code == 200
    assert "demo/landing.html" in [template.name for template in first.templates]


def test_the_first_page_offers_everybody_in_the_cast(client: Client) -> None:
    page = client.get("/demo/").content.decode()
    assert len(queries.everybody()) == sum(len(story.cast) for story in STORIES)
    for member in queries.everybody():
        assert f'action="/become/{member.code}/"' in page
        assert member.name.replace("'", "&#x27;") in page
    assert page.count("csrfmiddlewaretoken") >= len(queries.everybody()) + len(STEPS)


def test_the_first_page_asks_little(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        assert client.get("/demo/").status_code == 200


@pytest.mark.parametrize("place", range(sum(len(story.cast) for story in STORIES)))
def test_each_of_the_cast_can_be_become(client: Client, place: int) -> None:
    member = queries.everybody()[place]
    answer = client.post(f"/become/{member.code}/")
    assert (answer.status_code, answer["Location"]) == (303, "/me/")
    page = client.get("/me/", follow=True)
    assert page.status_code == 200
    assert f"You are looking as <b>{_shown(member)}</b>" in page.content.decode()


def _shown(member: queries.Member) -> str:
    return User.objects.get(code=member.code).get_full_name()


def test_nobody_else_can_be_become(client: Client) -> None:
    other = User.objects.get(email="carys.whitham@tenter-row.example.org")
    assert client.post(f"/become/{other.code}/").status_code == 404
    assert client.post("/become/0000000000/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_whoever_was_forgotten_is_not_in_the_cast_any_more(client: Client) -> None:
    mo = queries.everybody()[0]
    User.objects.filter(code=mo.code).update(is_active=False)
    page = client.get("/demo/").content.decode()
    assert mo.code not in page
    assert page.count('name="step"') == len([step for step in STEPS if step.who != mo.key])
    assert client.post(f"/become/{mo.code}/").status_code == 404


def test_a_link_alone_makes_nobody_anybody(client: Client) -> None:
    code = queries.everybody()[0].code
    assert client.get(f"/become/{code}/")["Location"] == "/demo/"
    assert client.get("/become/nobody/").status_code == 405
    assert Client(enforce_csrf_checks=True).post(f"/become/{code}/").status_code == 403
    assert "_auth_user_id" not in client.session


def test_one_becomes_somebody_else_and_then_nobody(client: Client) -> None:
    one, other = queries.everybody()[:2]
    client.post(f"/become/{one.code}/")
    client.post(f"/become/{other.code}/")
    assert _shown(other) in client.get("/demo/").content.decode()
    assert client.post("/become/nobody/")["Location"] == "/demo/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_each_step_of_the_path_opens_its_page(client: Client, number: int) -> None:
    who = STEPS[number - 1].who
    code = next((member.code for member in queries.everybody() if member.key == who), "nobody")
    answer = client.post(f"/become/{code}/", {"step": number}, follow=True)
    assert answer.status_code == 200, answer.redirect_chain
    assert answer.redirect_chain[0][0] == queries.address_of(number)


@pytest.mark.parametrize("step", ["0", "99", "-1", "//elsewhere.example", "٣٣٣", ""])
def test_a_step_that_is_none_leads_nowhere_else(client: Client, step: str) -> None:
    code = queries.everybody()[0].code
    answer = client.post(f"/become/{code}/", {"step": step})
    assert answer.status_code == 404 or answer["Location"] == "/me/"


def test_the_code_on_the_page_follows_what_was_said(client: Client) -> None:
    code = queries.code_to_follow()
    assert f"/tenter-row/follow/{code}/" in client.get("/demo/").content.decode()
    assert client.get(f"/tenter-row/follow/{code}/", follow=True).status_code == 200


def test_where_nothing_is_loaded_the_first_page_is_the_usual_one(client: Client, monkeypatch) -> None:
    monkeypatch.setattr(queries, "SLUGS", ["not-loaded"])
    assert "home/first.html" in [template.name for template in client.get("/").templates]
    assert client.get("/demo/").status_code == 404


def test_outside_a_demonstration_no_bar_is_shown(client: Client, settings) -> None:
    settings.DEMONSTRATION = False
    assert "You are looking as" not in client.get("/tenter-row/").content.decode()
