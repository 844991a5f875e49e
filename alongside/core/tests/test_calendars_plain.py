"""Calendars of programs that write little."""

import datetime as dt
import io

from alongside.core.calendars import read_calendar

CALCURSE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//calcurse//NONSGML v4.7.1//EN
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260327
SUMMARY:Budget due
END:VEVENT
BEGIN:VEVENT
DTSTART:20260310T180000
DURATION:P0DT2H0M0S
RRULE:FREQ=MONTHLY;UNTIL=20260610T180000
SUMMARY:Board of trustees
END:VEVENT
END:VCALENDAR
"""


def read():
    data = CALCURSE.replace("\n", "\r\n").encode()
    return read_calendar(io.BytesIO(data), "plain.ics", starts=dt.date(2026, 3, 1), ends=dt.date(2026, 4, 30))


def test_a_program_that_writes_no_uid():
    first, again = read(), read()
    assert [entry.title for entry in first.entries].count("Board of trustees") == 2
    assert first.problems == [] and "told apart by title and start" in first.notes[0]
    uids = [entry.uid for entry in first.entries]
    assert len(set(uids)) == len(uids) == 3
    assert uids == [entry.uid for entry in again.entries]
