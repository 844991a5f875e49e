"""Posts of the function on a day, and hours worked in them, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from alongside.organisation import services
from alongside.organisation.models import FunctionPost
from tests import cast as casting
from tests.cast import Cast
from tests.make import days

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
POSTS, HOURS = "/harbour/posts/", "/harbour/posts/hours/"


@pytest.fixture
def posts(cast: Cast) -> dict[str, FunctionPost]:
    """One that is shared and not filled to its last hour, one that was left, one that was never held."""
    by = cast.actor("coordinator")
    made = {
        name: services.add_post(name=name, hours=Decimal(hours), since=days(since), by=by)
        for name, hours, since in (("Lead", "37.5", -90), ("Worker", "20", -90), ("Payments", "7.5", -10))
    }
    for who, hours in (("staff", "20"), ("manager", "10")):
        services.fill_post(post=made["Lead"], user=cast.users[who], hours=Decimal(hours), since=days(-60), by=by)
    left = services.fill_post(post=made["Worker"], user=cast.users["staff"], hours=Decimal(20), since=days(-50), by=by)
    services.leave_post(held=left, until=days(-20), by=by)
    services.note_time(post=made["Lead"], month=date(2026, 9, 1), hours=Decimal("120.5"), by=by)
    services.note_time(post=made["Lead"], month=date(2026, 10, 1), hours=Decimal(100), by=by)
    services.note_time(post=made["Worker"], month=date(2026, 10, 1), hours=Decimal("40.5"), by=by)
    return made


def text(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("on", "standing", "rows"),
    [
        (0, "", [("Lead", 30, None), ("Payments", 0, 10), ("Worker", 0, 20)]),
        (0, "filled", [("Lead", 30, None)]),
        (0, "vacant", [("Payments", 0, 10), ("Worker", 0, 20)]),
        (-21, "", [("Lead", 30, None), ("Worker", 20, None)]),
        (-21, "vacant", []),
        (-55, "", [("Lead", 30, None), ("Worker", 0, 35)]),
        (-91, "", []),
    ],
)
def test_a_post_on_a_day(client_as: As, posts: Any, on: int, standing: str, rows: Any) -> None:
    response = client_as("board").get(f"{POSTS}?on={days(on)}&standing={standing}")
    assert response.status_code == 200
    table = response.context["table"]
    assert [(row.post.name, row.held, table.cell_days(row)) for row in table.plain_rows] == rows


def test_what_they_are_together(client_as: As, posts: Any) -> None:
    board = client_as("board")
    today = text(board.get(POSTS))
    assert "Together: 65 hours a week, 30 of them filled, by 2 people." in today
    assert "Sam Okafor" in today and "Add a post" not in today
    then = text(board.get(f"{POSTS}?on={days(-21)}&standing=filled"))
    assert "Together: 57.5 hours a week, 50 of them filled, by 2 people." in then  # who holds two of them is one
    assert "27.5 hours a week, none of them filled." in text(board.get(f"{POSTS}?standing=vacant"))
    assert "Together" not in text(board.get(f"{POSTS}?on={days(-91)}"))
    assert "There was no such post" in text(board.get(f"{POSTS}?on={days(-21)}&standing=vacant"))
    assert "/harbour/settings/posts/" in text(client_as("coordinator").get(POSTS))


@pytest.mark.parametrize("asked", ["on=x", "on=2999-01-01", "on=%00", "standing=x", "standing=%00"])
def test_what_cannot_be_asked_is_left_alone(client_as: As, posts: Any, asked: str) -> None:
    assert "Together: 65 hours" in text(client_as("board").get(f"{POSTS}?{asked}"))


def test_hours_of_months(client_as: As, posts: Any, django_assert_max_num_queries: Any) -> None:
    board = client_as("board")
    with django_assert_max_num_queries(15):
        everything = text(board.get(HOURS))
    assert "Together: 261 hours." in everything and "September 2026" in everything
    october = text(board.get(f"{HOURS}?days=2026-10-01--2026-10-31"))
    assert "Together: 140.5 hours." in october and "September 2026" not in october
    none = text(board.get(f"{HOURS}?days=2025-10-01--2025-10-31"))
    assert "Nobody wrote down hours" in none and "Together" not in none
    assert "Together: 261 hours." in text(board.get(f"{HOURS}?days=x"))


def test_as_a_file(client_as: As, posts: Any) -> None:
    response = client_as("board").get(f"{POSTS}?file=csv&on={days(-21)}")
    rows = list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))  # type: ignore[attr-defined]
    assert [row[:3] for row in rows[1:]] == [["Lead", "37.5", "30"], ["Worker", "20", "20"]]


@pytest.mark.parametrize(
    ("who", "back"),
    [("board", "figures/#function"), ("coordinator", "figures/#function"), ("administrator", "settings/posts/")],
)
def test_back_is_a_page_that_they_may_open(client_as: As, posts: Any, who: str, back: str) -> None:
    client = client_as(who)
    for url in (POSTS, HOURS):
        assert client.get(url).context["back"][1] == f"/harbour/{back}"
    assert client.get(f"/harbour/{back}").status_code == 200


def test_they_are_of_no_part_of_the_organisation(cast: Cast, client_as: As, posts: Any) -> None:
    casting.member(cast.org, cast.users["manager"], "manager", cast.units["board"])
    for url in (POSTS, HOURS):
        assert client_as("manager").get(url).status_code == 404
