"""Whoever begins with nothing finds the next thing to do, and sees what is done."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.accounts.models import User
from alongside.core import runs
from alongside.core.actor import system
from alongside.home.queries.daily import TASKS
from alongside.organisation import services
from alongside.people.models import Person
from alongside.post.models import Message
from tests import make

PAGE = "/harbour/first-steps/"


def steps(client: Client, page: str = PAGE) -> dict[str, str]:
    """What each step is called, and how it stands."""
    text = client.get(page).content.decode()
    return dict(re.findall(r'al-lines__title"[^>]*>([^<]+)</a>\s*<\w+[^>]*>([^<]+)<', text))


@pytest.fixture
def begun(db) -> Client:
    """An organisation with nothing in it but the one who made it."""
    made = services.make_organisation(
        name="Lantern Yard",
        slug="lantern-yard",
        nation="wales",
        administrator_email="ada@example.net",
        administrator_name="Ada Pryce",
        by=system(),
    )
    client = Client()
    client.force_login(User.objects.get(email="ada@example.net"))
    assert made.slug == "lantern-yard"
    return client


def test_with_nothing_there_nothing_is_done(begun) -> None:
    found = steps(begun, "/lantern-yard/first-steps/")
    assert len(found) == 5 and set(found.values()) == {"Not yet"}
    page = begun.get("/lantern-yard/first-steps/").content.decode()
    assert "Co-production coordinator, Safeguarding lead" in page and "somebody who answers" in page
    assert "Give yourself that role, too" in page and "Bring in the people you know" not in page
    assert "alongside send" in page


def test_every_step_of_the_coordinator_leads_somewhere(cast, client_as) -> None:
    client = client_as("coordinator")
    page = client.get(PAGE).content.decode()
    ways = re.findall(r'al-lines__title" dir="auto" href="([^"]+)"', page)
    assert len(ways) == 13
    assert [way for way in ways if client.get(way).status_code != 200] == []


DONE = [
    ("Put on the calendar what will be decided", lambda cast: make.decision(cast)),
    ("Bring in what people said already", lambda cast: make.contribution(cast)),
    ("See that letters go out and that daily tasks run", lambda cast: runs.end(TASKS)),
]


@pytest.mark.parametrize(("step", "do"), DONE, ids=[step for step, _do in DONE])
def test_a_step_is_done_when_what_it_is_about_is_there(cast, client_as, step, do) -> None:
    client = client_as("coordinator")
    assert steps(client)[step] == "Not yet"
    do(cast)
    assert steps(client)[step] == "Done"


def test_what_another_organisation_has_is_not_ours(cast, client_as) -> None:
    Person.objects.update(organisation=cast.other)
    assert steps(client_as("coordinator"))["Bring in the people you know"] == "Not yet"


def test_letters_that_nobody_sends_are_said(cast, client_as) -> None:
    runs.end(TASKS)
    message = Message.objects.create(
        organisation_number=cast.org.pk, kind="hello", to_user=1, subject="Hello", body="There is news."
    )
    client = client_as("administrator")
    assert "waited for more than an hour" not in client.get(PAGE).content.decode()
    ago = timezone.now() - timedelta(hours=2)
    Message.objects.filter(pk=message.pk).update(created_at=ago, not_before=ago)
    assert "waited for more than an hour" in client.get(PAGE).content.decode()


def test_it_costs_few_queries_and_pages_lead_to_it(cast, client_as, django_assert_max_num_queries) -> None:
    client = client_as("coordinator")
    with django_assert_max_num_queries(10):
        client.get(PAGE)
    for page in ("desk/", "settings/"):
        assert PAGE in client.get(f"/harbour/{page}").content.decode()
