"""Sheets that come late: for a quarter that is counted already, and again with other answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alongside.core import periods
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.people import queries, services
from alongside.people.models import EqualityAnswer
from tests.cast import Cast

pytestmark = pytest.mark.django_db
QUARTER = periods.of_day(periods.QUARTER, date(2026, 5, 1), 4)
NEXT = QUARTER.after


def count(cast: Cast, period: periods.Period) -> None:
    by = cast.actor("coordinator")
    services.count_make_up(organisation=cast.org, period=period, took_part=lambda _first, _last: set(), by=by)


# Sheets.


@pytest.mark.parametrize(("counted", "offered"), [(False, [NEXT, QUARTER]), (True, [NEXT])])
def test_a_sheet_is_for_a_quarter_that_is_not_counted(cast, sex, counted, offered):
    if counted:
        count(cast, QUARTER)
    settings = organisations.settings_of(cast.org.pk, NEXT.first)
    assert queries.quarters_to_choose(settings, NEXT.first + timedelta(days=40)) == offered


def test_a_year_that_is_counted_is_no_quarter(cast, sex):
    count(cast, periods.of_day(periods.YEAR, QUARTER.first, 4))
    assert not queries.is_counted(cast.org.pk, QUARTER.first)


def test_a_new_sheet_for_a_counted_quarter_is_refused(cast, sex, alma):
    count(cast, QUARTER)
    typed = {"code": "abcde12345", "given": {sex: "Male"}, "by": alma}
    with pytest.raises(Refused) as refused:
        services.type_in_equality_sheet(quarter=QUARTER.first, **typed)
    assert refused.value.field == "quarter" and "counted already" in str(refused.value)
    assert not EqualityAnswer.objects.exists()
    services.type_in_equality_sheet(quarter=NEXT.first, **typed)
    assert EqualityAnswer.objects.get().quarter == NEXT.first


def test_a_correction_stays_in_its_quarter(cast, sex, faith, alma):
    typed = {"code": "abcde12345", "by": alma}
    services.type_in_equality_sheet(quarter=QUARTER.first, given={sex: "Male", faith: None}, **typed)
    count(cast, QUARTER)
    services.type_in_equality_sheet(quarter=NEXT.first, given={sex: "Female", faith: "None"}, **typed)
    assert set(EqualityAnswer.objects.values_list("choice", "quarter")) == {
        ("Female", QUARTER.first),
        ("None", QUARTER.first),
    }
    services.type_in_equality_sheet(quarter=QUARTER.first, given={sex: "Male", faith: None}, **typed)
    assert EqualityAnswer.objects.get().quarter == QUARTER.first
