"""How early people were asked, decision by decision: as the figures count it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db.models import Q

from alongside.decisions.models import Decision
from alongside.involvement.queries.asked_early import EARLIER, NEVER, TOO_LATE, asked_so, decided_and_asked
from alongside.involvement.queries.asked_since import days_before
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)


def decided(cast: Cast, **values: Any) -> Decision:
    taken = {"state": "decided", "taken": "without", "decided_on": DAY, "due_on": DAY, "opened_on": date(2026, 8, 1)}
    return make.decision(cast, **{**taken, **values})


def world(cast: Cast) -> dict[str, Decision]:
    """One of each: by an opportunity, by a place before it, too late, by one that was called off, never."""
    found = {name: decided(cast, title=name) for name in ("opened", "offered", "late", "off", "never")}
    make.opportunity(cast, found["opened"], opened_on=date(2026, 9, 1))
    make.opportunity(cast, found["opened"], opened_on=date(2026, 9, 20))
    at = make.opportunity(cast, found["offered"], opened_on=None, state="draft")
    make.place(cast, "cora", at, offered_on=date(2026, 10, 1))
    make.opportunity(cast, found["late"], opened_on=DAY)
    make.opportunity(cast, found["off"], opened_on=date(2026, 9, 1), state="cancelled")
    make.decision(cast, title="not yet")
    decided(cast, title="elsewhere", unit=cast.units["other_team"])
    return found


def test_the_first_day_of_all_ways(cast: Cast) -> None:
    world(cast)
    rows = decided_and_asked(cast.actor("board"))
    assert {row.title: row.first_asked for row in rows} == {
        "opened": date(2026, 9, 1),
        "offered": date(2026, 10, 1),
        "late": DAY,
        "off": None,
        "never": None,
        "elsewhere": None,
    }
    days = sorted((row.decided_on - row.first_asked).days for row in rows if row.first_asked)
    assert days == days_before(Q(decision__organisation=cast.org))
    there = {how: {row.title for row in asked_so(rows, how)} for how in (NEVER, TOO_LATE, EARLIER)}
    assert there == {NEVER: {"off", "never", "elsewhere"}, TOO_LATE: {"late"}, EARLIER: {"opened", "offered"}}


def test_its_page(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    world(cast)
    client = client_as("board")
    with django_assert_max_num_queries(15):
        page = client.get("/harbour/involvement/asked/").content.decode()
    assert "44 days" in page and "14 days" in page and "Too late" in page and "Nobody was asked" in page
    assert "not yet" not in page
    own = client_as("manager").get("/harbour/involvement/asked/?how=never").content.decode()
    assert ">off<" in own and ">elsewhere<" not in own and ">opened<" not in own
    for asked in ("how=x", "days=x", "days=2026-02-30--x", "part=%00", "after=x"):
        assert client.get(f"/harbour/involvement/asked/?{asked}").status_code == 200
    assert client_as("cora").get("/harbour/involvement/asked/").status_code == 404
