"""Only whoever may sign for contributors is told that a close waits for them."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.people.models import Person
from alongside.reports.queries.closes_waiting import closes_waiting
from alongside.reports.queries.signers import signers_on
from tests import cast as casting
from tests import make
from tests.cast import Cast

from .closing import checked, chosen

pytestmark = pytest.mark.django_db


def waits(cast: Cast) -> bool:
    today = make.days(0)
    found = bool(list(closes_waiting([cast.people["cora"].pk], today)))
    assert found == signers_on(cast.org.pk, today).exists()
    return found


@pytest.fixture(autouse=True)
def a_close(cast: Cast) -> None:
    chosen(cast)
    checked(cast)


def test_it_waits_for_whom_contributors_chose(cast: Cast) -> None:
    assert waits(cast)


@pytest.mark.parametrize("role", ["staff", "board", "administrator"])
def test_not_for_somebody_who_joined_the_team(cast: Cast, role: str) -> None:
    casting.member(cast.org, cast.users["cora"], role)
    assert not waits(cast)


def test_work_elsewhere_is_no_matter_here(cast: Cast) -> None:
    casting.member(cast.other, cast.users["cora"], "staff")
    assert waits(cast)


def test_not_for_somebody_who_left(cast: Cast) -> None:
    Person.objects.filter(pk=cast.people["cora"].pk).update(state="left")
    assert not waits(cast)


def test_my_page_asks_no_more_for_it(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    client = client_as("cora")
    client.get("/me/")
    with django_assert_max_num_queries(15):
        assert "/harbour/periods/" in client.get("/me/").content.decode()
