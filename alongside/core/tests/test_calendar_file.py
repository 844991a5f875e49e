"""A calendar as it is written: read back by a library that others use, and by our own reader."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.calendar_file import Event, folded, written
from alongside.core.calendars import read_calendar

LONDON = ZoneInfo("Europe/London")
MADE = datetime(2026, 9, 1, 12, tzinfo=UTC)


def event(**values: object) -> Event:
    starts = datetime(2026, 10, 20, 10, 30, tzinfo=LONDON)
    return Event(
        **{
            "uid": "session-abc@alongside",
            "title": "Interview day",
            "starts": starts,
            "ends": starts + timedelta(hours=3),
            "written": MADE,
            **values,
        }  # type: ignore[arg-type]
    )


def read(*events: Event) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(written("Mine", "About", events)).walk("VEVENT"))


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)])
def test_summer_time(day: date) -> None:
    """The days before and on which the clocks change: whoever reads it in London sees the hour that is on the wall."""
    starts = datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)
    (found,) = read(event(starts=starts, ends=starts + timedelta(hours=1)))
    assert found["DTSTART"].dt == starts.astimezone(UTC) and found["DTSTART"].dt.astimezone(LONDON).hour == 10
    assert found["DTEND"].dt.astimezone(LONDON).hour == 11


def test_the_hour_that_there_is_twice() -> None:
    for at in (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)):
        (found,) = read(event(starts=at, ends=at + timedelta(minutes=20)))
        assert found["DTSTART"].dt == at


def test_a_whole_day_and_one_without_an_end() -> None:
    whole, endless = read(event(starts=date(2026, 12, 31), ends=None), event(uid="b", ends=None))
    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert "DTEND" not in endless


def test_called_off_and_moved() -> None:
    first, off = read(event(), event(uid="b", cancelled=True, changed=3))
    assert (first["STATUS"], first["SEQUENCE"], off["STATUS"], off["SEQUENCE"]) == ("CONFIRMED", 0, "CANCELLED", 3)
    assert off["TRANSP"] == "TRANSPARENT"


def test_our_own_reader_reads_it() -> None:
    data = written("Mine", "About", [event(title="Lunch; bread, soup\\tea", place="Room 2\nUpstairs")])
    (found,) = read_calendar(io.BytesIO(data), "a.ics", starts=date(2026, 10, 1), ends=date(2026, 11, 1)).entries
    assert (found.title, found.place) == ("Lunch; bread, soup\\tea", "Room 2\nUpstairs")


def test_the_same_events_give_the_same_bytes_and_none_is_a_calendar() -> None:
    assert written("Mine", "About", [event()]) == written("Mine", "About", [event()])
    assert read() == []


@given(st.text(max_size=400))
def test_nothing_that_is_written_makes_another_line(text: str) -> None:
    data = written("Mine", text, [event(title=text, place=text, about=text)])
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and b"\n" not in data.replace(b"\r\n", b"")
    assert sum(line.startswith(b"BEGIN:VEVENT") for line in lines) == 1 and lines[-2] == b"END:VCALENDAR"
    data.decode()


@given(st.text(min_size=1, max_size=300).filter(lambda text: "\r" not in text and "\n" not in text))
def test_a_folded_line_is_the_same_line(text: str) -> None:
    assert folded(text).replace("\r\n ", "") == text
