import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import dates

DAY = dt.date(2026, 3, 27)
any_day = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
near_days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
closed_days = st.frozensets(near_days, max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "27/03/2026",
        "27/3/26",
        "27-3-26",
        "27.03.2026",
        "27 03 2026",
        "2026-03-27",
        "2026/3/27",
        "27 March 2026",
        "27th March 2026",
        "27th of March 2026",
        "27 mar. 2026",
        "27-Mar-26",
        "27Mar2026",
        "March 27 2026",
        "March 27th, 2026",
        "Fri 27 Mar 2026",
        "Friday, 27 March 2026",
        "2026-03-27T23:30:00Z",
        "2026-03-27 09:15",
        "2026-03-27T00:00:00+13:00",
        "27/03/2026 14:30:00",
        "  27\u00a0March   2026 ",
    ],
)
def test_days_as_people_write_them(text):
    assert dates.read_day(text) == DAY


@pytest.mark.parametrize(
    "text, year", [("1/2/00", 2000), ("1/2/69", 2069), ("1/2/70", 1970), ("1/2/99", 1999), ("1 Sept 26", 2026)]
)
def test_two_figures_for_a_year(text, year):
    assert dates.read_day(text).year == year


def test_the_day_comes_first():
    assert dates.read_day("03/04/2026") == dt.date(2026, 4, 3)


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("31/02/2026", "There is no 31 February 2026. Write a date like 27 March 2026."),
        ("32/1/2026", "There is no 32 January 2026. Write a date like 27 March 2026."),
        ("29 Feb 2025", "There is no 29 February 2025."),
        ("0/1/2026", "There is no 0 January 2026."),
        ("2026-13-01", "There is no month 13."),
        ("03/27/2026", "There is no month 27. Write the day first, like 27 March 2026."),
        ("27 March 1899", "The year 1899 is not between 1900 and 2200."),
        ("1/1/2201", "The year 2201 is not between 1900 and 2200."),
        ("", "There is no date here."),
        (" \n", "There is no date here."),
        ("soon", "“soon” is not a date we can read. Write a date like 27 March 2026."),
        ("27/03", "is not a date we can read"),
        ("27 Mars 2026", "is not a date we can read"),
        ("46108", "is not a date we can read"),
        ("27/03-2026", "is not a date we can read"),
        ("٢٧/٠٣/٢٠٢٦", "is not a date we can read"),
        ("27 March 2026 or later", "is not a date we can read"),
        ("=HYPERLINK(1)", "is not a date we can read"),
    ],
)
def test_days_that_are_not_days(text, sentence):
    with pytest.raises(ValueError, match=re.escape(sentence)):
        dates.read_day(text)


def test_a_long_text_is_not_repeated():
    with pytest.raises(ValueError) as error:
        dates.read_day("x" * 10_000)
    assert "x" * 40 in str(error.value) and "x" * 41 not in str(error.value)


@given(any_day)
def test_what_we_write_we_can_read(day):
    assert dates.read_day(dates.long_day(day)) == day
    assert dates.read_day(day.isoformat()) == day
    assert dates.read_day(f"{day:%d/%m/%Y}") == day


@given(st.text(max_size=100))
def test_reading_a_day_gives_a_day_or_a_sentence(text):
    try:
        assert isinstance(dates.read_day(text), dt.date)
    except ValueError as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize(
    "text, time",
    [
        ("2pm", (14, 0)),
        ("2 PM", (14, 0)),
        ("2.30 pm", (14, 30)),
        ("2:30p.m.", (14, 30)),
        ("14:30", (14, 30)),
        ("14.30", (14, 30)),
        ("09:05:59", (9, 5)),
        ("12am", (0, 0)),
        ("12pm", (12, 0)),
        ("noon", (12, 0)),
        ("Midnight", (0, 0)),
    ],
)
def test_times_as_people_write_them(text, time):
    assert dates.read_time(text) == dt.time(*time)


@pytest.mark.parametrize("text", ["", "2", "25:00", "13pm", "0am", "14:60", "teatime", "2026-03-27"])
def test_times_that_are_not_times(text):
    with pytest.raises(ValueError, match="is not a time we can read. Write a time like 2.30pm or 14:30."):
        dates.read_time(text)


@pytest.mark.parametrize(
    "start, days, end",
    [
        ("2026-03-27", 0, "2026-03-27"),
        ("2026-03-27", 1, "2026-03-30"),  # Friday to Monday
        ("2026-03-28", 1, "2026-03-30"),
        ("2026-04-02", 1, "2026-04-07"),  # over Good Friday and Easter Monday
        ("2026-03-27", 20, "2026-04-28"),
    ],
)
def test_working_days_in_england(start, days, end):
    closed = dates.bank_holidays("england", [2026])
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert dates.add_working_days(first, days, closed) == last
    assert dates.working_days_between(first, last, closed) == days


@given(near_days, st.integers(0, 60), closed_days)
def test_counting_undoes_adding(start, days, closed):
    end = dates.add_working_days(start, days, closed)
    assert dates.working_days_between(start, end, closed) == days
    assert days == 0 or dates.is_working_day(end, closed)


@given(near_days, near_days)
def test_there_are_never_fewer_than_no_working_days(start, end):
    assert 0 <= dates.working_days_between(start, end, ()) <= max(0, (end - start).days)


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError):
        dates.add_working_days(DAY, -1, ())


@pytest.mark.parametrize(
    "nation, day, closed",
    [
        ("england", "2026-04-06", True),  # Easter Monday
        ("scotland", "2026-04-06", False),
        ("scotland", "2026-01-02", True),
        ("wales", "2026-01-02", False),
        ("northern_ireland", "2026-03-17", True),
        ("england", "2027-12-27", True),  # Christmas Day falls on a Saturday
    ],
)
def test_bank_holidays_differ_by_nation(nation, day, closed):
    assert (dt.date.fromisoformat(day) in dates.bank_holidays(nation, range(2025, 2028))) is closed


def test_bank_holidays_of_nowhere():
    assert dates.bank_holidays("wales", []) == frozenset()
    with pytest.raises(ValueError, match="england, wales, scotland, northern_ireland"):
        dates.bank_holidays("France", [2026])


@pytest.mark.parametrize(
    "days, band",
    [(-1, "0-6"), (0, "0-6"), (41, "0-6"), (42, "6-12"), (83, "6-12"), (84, "over-12"), (900, "over-12")],
)
def test_age_bands(days, band):
    assert dates.age_band(DAY, DAY + dt.timedelta(days=days)) == band
    assert band in dates.AGE_BANDS


def test_age_bands_with_other_edges():
    assert dates.age_band(DAY, DAY + dt.timedelta(days=10), edges=(7, 14)) == "6-12"


@pytest.mark.parametrize(
    "first, last, words",
    [
        ("2026-03-27", "2026-03-27", "27 March 2026"),
        ("2026-03-03", "2026-03-07", "3 to 7 March 2026"),
        ("2026-03-27", "2026-04-02", "27 March to 2 April 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
    ],
)
def test_day_ranges(first, last, words):
    assert dates.day_range(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    "days, words",
    [
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (90, "12 weeks"),
        (91, "3 months"),
        (150, "5 months"),
        (729, "24 months"),
        (730, "2 years"),
        (-3, "3 days"),
    ],
)
def test_how_long(days, words):
    assert dates.how_long(days) == words


@given(any_day, st.integers(1, 12))
def test_every_day_is_in_its_year(day, starts_month):
    first, last = dates.year_bounds(dates.year_of(day, starts_month), starts_month)
    assert first <= day <= last


def test_the_financial_year():
    assert dates.year_of(dt.date(2026, 3, 31)) == 2025
    assert dates.year_bounds(2025) == (dt.date(2025, 4, 1), dt.date(2026, 3, 31))


@pytest.mark.parametrize(
    ("today", "coming"),
    [("2026-03-26", "2026"), ("2026-03-27", "2027"), ("2026-11-23", "2027"), ("2028-02-29", "2028")],
)
def test_an_example_is_a_day_that_is_still_to_come(today, coming):
    with time_machine.travel(f"{today}T12:00Z", tick=False):
        assert str(dates.for_example("Like %(day)s.")) == f"Like 27 March {coming}."


@pytest.mark.parametrize(
    ("day", "hour", "there"),
    [
        (dt.date(2027, 3, 28), 0, True),
        (dt.date(2027, 3, 28), 1, False),
        (dt.date(2027, 3, 28), 2, True),
        (dt.date(2026, 10, 25), 1, True),  # there is twice
        (dt.date(2026, 11, 27), 1, True),
    ],
)
def test_the_hour_that_clocks_leave_out(day, hour, there):
    for fold in (0, 1):
        at = dt.datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo("Europe/London"), fold=fold)
        assert dates.on_the_clock(at) is there


@pytest.mark.parametrize(
    "day, months, due",
    [
        (dt.date(2026, 1, 31), 6, dt.date(2026, 7, 31)),
        (dt.date(2025, 8, 31), 6, dt.date(2026, 2, 28)),
        (dt.date(2026, 12, 5), 12, dt.date(2027, 12, 5)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2026, 6, 30), 6, dt.date(2026, 12, 30)),
    ],
)
def test_so_many_months_later(day: dt.date, months: int, due: dt.date) -> None:
    assert dates.add_months(day, months) == due
