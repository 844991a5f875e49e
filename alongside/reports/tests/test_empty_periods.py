"""Days in which nothing happened say so in a sentence; what cannot be asked for is no address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from alongside.core import periods
from alongside.reports.map_values import MapSheet, Presence, Then
from alongside.reports.values import Counted, Part, Row, Sheet
from tests import make
from tests.cast import Cast

from .test_map import decided

APRIL = 4


def times(*numbers: int) -> MapSheet:
    there = tuple(Then(f"{n}", f"{n}", Presence(without=number)) for n, number in enumerate(numbers))
    return MapSheet("2026", "", "", "", "", "", "", (), (), (), there, 0, 2)


@pytest.mark.parametrize(
    ("numbers", "known"),
    [((0, 0, 3, 0, 4), ["2", "3", "4"]), ((0, 0, 0), []), ((1, 0), ["0", "1"]), ((), [])],
)
def test_over_time_begins_with_the_first_record(numbers: tuple[int, ...], known: list[str]) -> None:
    assert [then.period for then in times(*numbers).times_known] == known


@pytest.mark.parametrize(
    ("row", "nothing"),
    [
        (Row("a", "", 0, 0), True),
        (Row("a", "", None), True),
        (Row("a", "", 0, step=10), True),
        (Row("a", "", 0, 5), False),
        (Row("a", "", 1), False),
    ],
)
def test_when_nothing_was_counted(row: Row, nothing: bool) -> None:
    sheet = Sheet("2026-10", "", "", "", "", "", "", "", ())
    assert sheet.nothing
    assert replace(sheet, parts=(Part("p", "", (Counted("f", "", "", (row,)),)),)).nothing == nothing


@pytest.mark.django_db
def test_an_empty_month_is_one_sentence(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(0), "with")
    client, empty = client_as("board"), f"{make.days(-1500):%Y-%m}"
    figures = client.get(f"/harbour/figures/?period={empty}").content.decode()
    assert figures.count("Nothing happened in these days") == 1 and "<table" not in figures
    drawn = client.get(f"/harbour/map/?period={empty}").content.decode()
    assert drawn.count("Nothing happened in these days") == 1 and "<h2" not in drawn and "<table" not in drawn
    now = client.get("/harbour/map/").content.decode()
    earlier = periods.of_day(periods.YEAR, make.days(0), APRIL).before
    assert "Nothing happened" not in now and f"?period={earlier.slug}&" not in now
    assert now.count('th scope="row"') == 2  # the one place, and this year


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["map", "figures", "figures/make-up", "evidence/4pi"])
@pytest.mark.parametrize("asked", ["2026-13", "abc", "9999", "1999", "%00"])
def test_what_is_no_period_is_no_address(client_as: Any, page: str, asked: str) -> None:
    assert client_as("board").get(f"/harbour/{page}/?period={asked}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["map", "figures"])
@pytest.mark.parametrize("years", [-10, 0])
def test_each_other_period_that_a_page_leads_to_is_there(cast: Cast, client_as: Any, page: str, years: int) -> None:
    client = client_as("board")
    today = make.days(0)
    waiting, seen = [f"?period={today.year + years}"], set[str]()
    if years:
        waiting.append(f"?period={today.year + years}-01")
    for url in waiting:
        response = client.get(f"/harbour/{page}/{url}")
        assert response.status_code == 200, url
        seen |= set(re.findall(r'href="(\?period=[\d\-q]+)"', response.content.decode()))
    assert seen and all(client.get(f"/harbour/{page}/{url}").status_code == 200 for url in seen)
