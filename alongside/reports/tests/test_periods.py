"""Months, quarters and years, wherever the year begins, and units that moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import periods
from alongside.core.errors import NotYours
from alongside.organisation import services as organisations
from alongside.organisation.queries.tree import tree_on
from tests.cast import Cast

APRIL, TODAY = 4, date(2026, 11, 27)


@pytest.mark.parametrize(
    ("asked", "first", "last", "name"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31), "October 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2026-q1", date(2026, 4, 1), date(2026, 6, 30), "April to June 2026"),
        ("2026-q4", date(2027, 1, 1), date(2027, 3, 31), "January to March 2027"),
        ("2026", date(2026, 4, 1), date(2027, 3, 31), "2026–27"),
    ],
)
def test_what_an_address_asks_for(asked: str, first: date, last: date, name: str) -> None:
    found = periods.read(asked, APRIL)
    assert found and (found.first, found.last, found.name, found.slug) == (first, last, name, asked)


def test_a_quarter_over_the_new_year() -> None:
    found = periods.read("2026-q1", 11)
    assert found and found.name == "November 2026 to January 2027"


@pytest.mark.parametrize(
    "asked", ["", "x", "2026-13", "2026-00", "2026-q5", "20261", "0000", "9999", "２０２６", "2026-1"]
)
def test_what_is_no_period_is_no_address(asked: str) -> None:
    assert periods.read(asked, APRIL) is None
    if asked:
        with pytest.raises(NotYours):
            periods.chosen(asked, periods.MONTH, TODAY, APRIL)
    else:
        assert periods.chosen(asked, periods.MONTH, TODAY, APRIL).slug == "2026-11"


@pytest.mark.parametrize("asked", ["2026-12", "2015-12", "2027", "2028-03"])
def test_neither_to_come_nor_too_long_ago(asked: str) -> None:
    with pytest.raises(NotYours):
        periods.chosen(asked, periods.MONTH, TODAY, APRIL)


@pytest.mark.parametrize(("asked", "ahead"), [("2016-12", 0), ("2026-11", 0), ("2028-03", 1), ("2027", 1)])
def test_what_can_be_asked_for(asked: str, ahead: int) -> None:
    assert periods.chosen(asked, periods.MONTH, TODAY, APRIL, ahead).slug == asked


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(min_value=1, max_value=12),
    st.sampled_from(list(periods.KINDS)),
)
def test_every_day_is_in_one_and_they_follow_each_other(day: date, starts: int, kind: str) -> None:
    found = periods.of_day(kind, day, starts)
    assert found.first <= day <= found.last
    assert periods.read(found.slug, starts) == found
    assert found.before.last + timedelta(days=1) == found.first
    assert found.before.after == found == found.after.before
    assert [each.kind for each in found.back(3)] == [kind] * 3


@pytest.mark.django_db
def test_the_tree_is_read_back_to_where_a_unit_stood(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    by, top = cast.actor("administrator"), cast.units["board"]
    at = {"now": datetime(2026, 3, 10, 12, tzinfo=UTC)}
    monkeypatch.setattr("alongside.audit.services.timezone.now", lambda: at["now"])
    moving = organisations.add_unit(name="Night line", level="team", parent=cast.units["team"].parent, by=by)
    at["now"] = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)  # half past midnight on 1 April: the clocks have changed
    organisations.change_unit(unit=moving, name="Night line", level="service", parent=top, by=by)
    march = tree_on(cast.org, date(2026, 3, 1), date(2026, 3, 31))
    april = tree_on(cast.org, date(2026, 4, 1), date(2026, 4, 30))
    assert march.by_code[moving.code].level == "team" and april.by_code[moving.code].level == "service"
    assert moving.pk in march.below(cast.units["team"].parent.code)
    assert april.by_code[moving.code].parent == top.code
    assert not march.moved and [each.on for each in april.moved] == [date(2026, 4, 1)]
