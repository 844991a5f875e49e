"""Posts of the function and a month that is closed: what is written down changes only what is counted today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from alongside.core import periods
from alongside.organisation import services
from alongside.organisation.models import FunctionPost
from tests.cast import Cast

from . import closing

pytestmark = pytest.mark.django_db
BEFORE = "The last month that is closed is October 2026. What was signed stays as it is."
AFTER = "This is only in its figures as they are counted today."
CLOSED = f"October 2026 is closed, and what was signed stays as it is. {AFTER}"
POSTS = "/harbour/settings/posts/"


@pytest.fixture
def post(cast: Cast) -> Iterator[FunctionPost]:
    with time_machine.travel(datetime(2026, 11, 3, 10, tzinfo=UTC), tick=False) as clock:
        closing.chosen(cast, until_day=date(2028, 1, 1))
        by = cast.actor("coordinator")
        made = services.add_post(name="Worker", hours=Decimal(30), since=date(2026, 9, 1), by=by)
        period = periods.read("2026-10", 4)
        assert period
        closing.frozen(cast, period)
        clock.shift(3600)
        yield made


def pages(cast: Cast, post: FunctionPost) -> list[tuple[str, str, dict[str, str]]]:
    """Each form: its address, where the day is in it, and the rest."""
    by, staff = cast.actor("coordinator"), cast.users["staff"]
    held = services.fill_post(post=post, user=cast.users["manager"], hours=Decimal(5), since=date(2026, 9, 1), by=by)
    here = f"{POSTS}{post.code}/"
    return [
        (f"{POSTS}add/", "since", {"name": "Lead", "hours": "20"}),
        (f"{here}fill/", "since", {"user": staff.code, "hours": "5"}),
        (f"{here}time/", "month", {"hours": "20"}),
        (here, "from_day", {"name": "Worker", "hours": "25"}),
        (f"/harbour/settings/post-holders/{held.code}/leave/", "until", {}),
    ]


def test_each_form_says_it_before_and_after(cast: Cast, post: FunctionPost, client_as: Any) -> None:
    client = client_as("administrator")
    for url, field, given in pages(cast, post):
        assert BEFORE in client.get(url).content.decode(), url
        assert CLOSED in client.post(url, {**given, field: "20/10/2026"}, follow=True).content.decode(), url
    assert BEFORE in client.get(f"{POSTS}{post.code}/").content.decode()


def test_of_a_day_after_it_nothing_is_said(cast: Cast, post: FunctionPost, client_as: Any) -> None:
    client = client_as("administrator")
    for url, field, given in pages(cast, post):
        page = client.post(url, {**given, field: "1/11/2026"}, follow=True).content.decode()
        assert "Saved." in page or "Added." in page, url
        assert AFTER not in page, url


def test_a_post_counts_in_each_month_after_its_first_and_hours_in_their_own(
    cast: Cast, post: FunctionPost, client_as: Any
) -> None:
    client = client_as("coordinator")
    given = {"name": "Lead", "hours": "20", "since": "1/8/2026"}
    assert CLOSED in client.post(f"{POSTS}add/", given, follow=True).content.decode()
    hours = {"hours": "20", "month": "1/8/2026"}
    assert AFTER not in client.post(f"{POSTS}{post.code}/time/", hours, follow=True).content.decode()


def test_where_none_is_closed_nothing_is_said(client_as: Any, cast: Cast) -> None:
    assert "is closed" not in client_as("coordinator").get(f"{POSTS}add/").content.decode()
