"""The map: what stands in its cells, where it leads, what it looks like."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from alongside.core import periods
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.organisation.queries import settings_of
from alongside.reports import picture, queries
from alongside.reports.map_values import Cell, MapSheet, Presence, band_of
from alongside.reports.queries import Scope
from alongside.voice.tests.factories import said
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
YEAR = date(2026, 4, 1)
TODAY = date(2026, 11, 27)


def scope(cast: Cast, slug: str = "2026", today: date = TODAY) -> Scope:
    settings = settings_of(cast.org.pk)
    period = periods.read(slug, settings.year_starts_month)
    assert period
    return queries.whole(cast.org, settings, period, today)


def decided(cast: Cast, on: date, taken: str = "without", **values: Any) -> Any:
    number = 2 if taken == "with" else 0
    return make.decision(
        cast,
        **{
            "opened_on": on,
            "due_on": on,
            "decided_on": on,
            "state": "decided",
            "taken": taken,
            "people_count": number,
            **values,
        },
    )


def cell(sheet: MapSheet, level: str = "team", kind: str = "recruitment") -> Cell:
    return sheet.cell(level, kind)


@pytest.mark.parametrize(
    ("days", "band"),
    [(-1, "after"), (0, "after"), (1, "late"), (27, "late"), (28, "months"), (83, "months"), (84, "early")],
)
def test_how_early_is_early(days: int, band: str) -> None:
    assert band_of(days) == band


@pytest.mark.parametrize(
    ("there", "name"),
    [
        (Presence(), "empty"),
        (Presence(not_yet=1), "waits"),
        (Presence(without=1, not_yet=1), "nobody"),
        (Presence(excepted=1), "nobody"),
        (Presence(with_people=1, without=1), "some"),
        (Presence(with_people=1, not_yet=1), "all"),
    ],
)
def test_the_shape_of_a_box(there: Presence, name: str) -> None:
    assert picture.name_of(there) == name


def test_a_month_without_any_decision(cast: Cast) -> None:
    sheet = queries.count_map(scope(cast, "2026-05"), "noon")
    assert sheet.cells == () and sheet.presence == Presence()
    assert {level.slug for level in sheet.levels} >= {"board", "team"}  # an empty level can be seen
    assert "al-map" in picture.drawn(sheet)


def test_a_year_with_one(cast: Cast) -> None:
    decided(cast, date(2026, 4, 1))
    sheet = queries.count_map(scope(cast), "noon")
    assert cell(sheet).presence == Presence(without=1) and cell(sheet).never_asked == 1
    assert [then.presence.all for then in sheet.times] == [0, 0, 0, 0, 1]


def test_all_decisions_and_their_edges(cast: Cast) -> None:
    decided(cast, date(2026, 4, 1), "with")
    decided(cast, date(2027, 3, 31), "excepted")
    decided(cast, date(2026, 3, 31))  # the year before
    make.decision(cast, opened_on=YEAR, due_on=date(2027, 3, 31), raised_by=cast.people["cora"])
    make.decision(cast, opened_on=YEAR, due_on=date(2027, 4, 1))
    make.decision(cast, opened_on=YEAR, due_on=None)
    make.decision(cast, opened_on=YEAR, due_on=YEAR, state="dropped")
    sheet = queries.count_map(scope(cast), "noon")
    found = cell(sheet)
    assert found.presence == Presence(with_people=1, excepted=1, not_yet=1)
    assert found.before == Presence(without=1) and found.begun == 1 and sheet.no_day == 1
    assert MapSheet.of_plain(json.loads(json.dumps(sheet.as_plain()))) == sheet


def test_influence_beside_presence(cast: Cast) -> None:
    board = Forum.objects.create(organisation=cast.org, name="Panel", kind="panel", unit=cast.units["team"])
    for capacity, lived in (("chair", True), ("member", True), ("member", False)):
        Seat.objects.create(
            organisation=cast.org, forum=board, capacity=capacity, lived_experience=lived, filled_by="draw", since=YEAR
        )
    chair = board.seats.get(capacity="chair")
    SeatHolder.objects.create(
        organisation=cast.org, seat=chair, person=cast.people["cora"], filled_by="draw", since=YEAR
    )
    about = decided(cast, date(2026, 6, 30), "with", opened_on=YEAR, forum=board)
    at = make.opportunity(cast, about, opened_on=date(2026, 5, 1), state="done")
    make.place(cast, "cora", at, role=5, offered_on=date(2026, 5, 10))
    found = cell(queries.count_map(scope(cast), "noon"))
    assert found.asked == {"months": 1} and found.agreed == {5: 1}
    assert (found.seats, found.held, found.votes, found.chairs) == (2, 1, 1, 1)


def test_a_unit_is_counted_with_what_is_below_it(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(-1), unit=cast.units["other_team"])
    page = client_as("board").get("/harbour/map/").content.decode()
    assert 'class="al-map__box al-map__box--nobody"' in page
    own = client_as("manager").get("/harbour/map/").content.decode()
    assert 'class="al-map__box al-map__box--nobody"' not in own  # not one of their units
    code = cast.units["other_team"].code
    assert client_as("manager").get(f"/harbour/map/?unit={code}").status_code == 404
    assert client_as("board").get("/harbour/map/?unit=nothing").status_code == 404


def test_each_number_leads_to_what_was_counted(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(-1), title="The night rota")
    decided(cast, make.days(-1), title="The board's own", unit=cast.units["board"])
    decided(cast, make.days(-800), title="Long ago")
    client = client_as("board")
    page = client.get("/harbour/map/").content.decode()
    link = next(part for part in page.split('href="') if "standing=without" in part and "level=team" in part)
    found = client.get(link.split('"')[0].replace("&amp;", "&")).content.decode()
    assert "The night rota" in found and "The board&#x27;s own" not in found and "Long ago" not in found


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    for n in range(3):
        decided(cast, make.days(-n - 1), "with")
    said(cast)  # something has happened here, so that it is known when nothing did since
    client = client_as("board")
    with django_assert_max_num_queries(18):  # nothing is kept yet
        assert client.get("/harbour/map/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get("/harbour/map/").status_code == 200
