import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest

from alongside.core import calendars
from alongside.core.calendars import CalendarError

LONDON = ZoneInfo("Europe/London")
SPRING = {"starts": dt.date(2026, 3, 1), "ends": dt.date(2026, 4, 30)}

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-MS-OLK-FORCEINSPECTOROPEN:TRUE
BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16011028T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0100
TZOFFSETTO:-0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:-0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CATEGORIES:Finance,Board
CLASS:PUBLIC
DESCRIPTION:Papers go out a week before.\\n\\nDecision: the transport bud
 get\\, year one.
DTEND;TZID="GMT Standard Time":20260324T160000
DTSTAMP:20260101T090000Z
DTSTART;TZID="GMT Standard Time":20260324T140000
LOCATION:Meeting Room 2; ground floor
RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU
SUMMARY;LANGUAGE=en-gb:Finance committee
UID:040000008200E00074C5B7101A82E008
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
END:VEVENT
BEGIN:VEVENT
DTEND;TZID="GMT Standard Time":20260401T113000
DTSTART;TZID="GMT Standard Time":20260401T100000
RECURRENCE-ID;TZID="GMT Standard Time":20260331T140000
SUMMARY:Finance committee (moved)
UID:040000008200E00074C5B7101A82E008
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID="GMT Standard Time":20260410T000000
DTEND;TZID="GMT Standard Time":20260412T000000
SUMMARY:Strategy days
UID:outlook-days
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
END:VEVENT
END:VCALENDAR
"""

GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Decisions 🗳
X-WR-TIMEZONE:Europe/London
BEGIN:VEVENT
DTSTART:20260328T233000Z
DTEND:20260329T003000Z
UID:late@google.com
SUMMARY:Late call
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20260302T093000
DTEND;TZID=Europe/London:20260302T103000
RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=MO
EXDATE;TZID=Europe/London:20260309T093000
RDATE;TZID=Europe/London:20260311T093000
UID:weekly@google.com
SUMMARY:ישיבת צוות
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260403
DTEND;VALUE=DATE:20260405
UID:days@google.com
SUMMARY:Away days
END:VEVENT
END:VCALENDAR
"""


def read(text, name="decisions.ics", **options):
    data = text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()
    return calendars.read_calendar(io.BytesIO(data), name, **(SPRING | options))


def calendar(*events, head=""):
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n"


def one(text, **options):
    found = read(text, **options)
    assert len(found.entries) == 1
    return found.entries[0]


def days(found):
    return [f"{entry.day:%d %b}" for entry in found.entries]


# Programs


def test_outlook():
    found = read(OUTLOOK)
    assert (found.notes, found.problems) == ([], [])
    first, moved, third, away = found.entries
    assert first.uid == "040000008200E00074C5B7101A82E008/20260324"
    assert first.title == "Finance committee"
    assert first.description == "Papers go out a week before.\n\nDecision: the transport budget, year one."
    assert first.place == "Meeting Room 2; ground floor"
    assert first.categories == ("Finance", "Board")
    assert first.starts == dt.datetime(2026, 3, 24, 14, tzinfo=LONDON)
    assert first.ends == dt.datetime(2026, 3, 24, 16, tzinfo=LONDON)
    assert first.recurring and not first.cancelled and not first.all_day
    assert (moved.uid, moved.title) == (first.uid[:-8] + "20260331", "Finance committee (moved)")
    assert moved.starts == dt.datetime(2026, 4, 1, 10, tzinfo=LONDON)
    assert third.starts.isoformat() == "2026-04-07T14:00:00+01:00"
    assert (away.uid, away.all_day) == ("outlook-days", True)
    assert (away.starts, away.ends) == (dt.date(2026, 4, 10), dt.date(2026, 4, 11))


def test_google():
    found = read(GOOGLE)
    assert (found.notes, found.problems) == ([], [])
    by_uid = {entry.uid: entry for entry in found.entries}
    late = by_uid["late@google.com"]
    assert (late.day, late.cancelled, late.recurring) == (dt.date(2026, 3, 28), True, False)
    away = by_uid["days@google.com"]
    assert (away.starts, away.ends, away.all_day) == (dt.date(2026, 4, 3), dt.date(2026, 4, 4), True)
    weekly = [entry for entry in found.entries if entry.title == "ישיבת צוות"]
    assert " ".join(f"{entry.day:%m%d}" for entry in weekly) == "0302 0311 0316 0323 0330 0406 0413 0420 0427"
    assert {entry.starts.hour for entry in weekly} == {9}  # over the change to summer time


@pytest.mark.parametrize("text", [OUTLOOK, GOOGLE])
@pytest.mark.parametrize(
    "dress",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
    ],
)
def test_line_ends_and_encodings(text, dress):
    assert read(dress(text)) == read(text)


def test_latin_1_is_said():
    found = read(calendar("UID:1\nDTSTART:20260327T140000\nSUMMARY:Café").encode("latin-1"))
    assert found.entries[0].title == "Café"
    assert found.notes == ["This file is not UTF-8. It was read as Windows text: check letters with accents."]


# Time zones


def test_windows_names_without_a_definition():
    entry = one(calendar("UID:1\nDTSTART;TZID=W. Europe Standard Time:20260327T140000"))
    assert entry.starts == dt.datetime(2026, 3, 27, 13, tzinfo=LONDON)


CUSTOM = """BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""


def test_two_files_may_define_one_name_differently():
    event = "UID:1\nDTSTART;TZID=Our own:20260327T140000"
    for offset, hour in [("+0200", 12), ("+0500", 9)]:
        assert one(calendar(event, head=CUSTOM.format(offset=offset))).starts.hour == hour


def test_a_zone_that_nobody_knows():
    found = read(calendar("UID:1\nDTSTART;TZID=Mars/Base:20260327T140000\nRRULE:FREQ=WEEKLY;COUNT=2"))
    assert [entry.starts.hour for entry in found.entries] == [14, 14]
    assert found.notes == ["The time zone “Mars/Base” is not known. Its times were read as Europe/London."]


def test_a_zone_with_nothing_in_it():
    broken = "BEGIN:VTIMEZONE\nTZID:Broken\nEND:VTIMEZONE\n"
    found = read(calendar("UID:1\nDTSTART;TZID=Broken:20260327T140000", head=broken))
    assert found.entries[0].starts == dt.datetime(2026, 3, 27, 14, tzinfo=LONDON)
    assert len(found.notes) == 2 and "“Broken” is not known" in found.notes[1]


def test_a_calendar_zone_that_nobody_knows():
    found = read(calendar("UID:1\nDTSTART:20260327T140000Z", head="X-WR-TIMEZONE:Mars/Base\n"))
    assert len(found.entries) == 1
    assert found.notes == ["The calendar's time zone “Mars/Base” is not known. Check the times."]


def test_a_vendor_prefix():
    assert one(calendar("UID:1\nDTSTART;TZID=/example.org/Europe/Paris:20260327T140000")).starts.hour == 13


def test_days_are_days_of_the_zone_asked_for():
    text = calendar("UID:1\nDTSTART:20260327T233000Z")
    assert one(text).day == dt.date(2026, 3, 27)
    assert one(text, zone="Europe/Paris").day == dt.date(2026, 3, 28)


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;BYDAY=61SU;BYMONTH=10"])
def test_a_zone_that_would_take_for_ever(rule):
    zone = CUSTOM.format(offset="+0200").replace("TZOFFSETTO", f"RRULE:{rule}\nTZOFFSETTO")
    found = read(calendar("UID:1\nDTSTART;TZID=Our own:20260327T140000", head=zone))
    assert [entry.starts.hour for entry in found.entries] == [14]
    assert "“Our own” is not known" in found.notes[0]


# Repeats


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=MONTHLY;BYDAY=1WE", "FREQ=WEEKLY;UNTIL=20991231"])
def test_repeats_without_end_stay_in_the_window(rule):
    found = read(calendar(f"UID:1\nDTSTART;TZID=Europe/London:19970101T090000\nRRULE:{rule}"))
    assert found.entries and not found.problems
    assert all(SPRING["starts"] <= entry.day <= SPRING["ends"] for entry in found.entries)
    assert len({entry.uid for entry in found.entries}) == len(found.entries)


def test_repeats_at_both_ends_of_the_window():
    found = read(calendar("UID:1\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY"))
    assert (days(found)[0], days(found)[-1], len(found.entries)) == ("01 Mar", "30 Apr", 61)


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0"),
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
        "FREQ=SOMETIMES",
        "COUNT=3",
    ],
)
def test_rules_we_do_not_follow(rule):
    found = read(calendar(f"UID:1\nSUMMARY:Clock\nDTSTART:20260327T140000\nRRULE:{rule}"))
    assert [entry.uid for entry in found.entries] == ["1/20260327"]
    assert [problem.message for problem in found.problems] == [
        "“Clock” repeats in a way we cannot follow. Only its first date was read."
    ]


def test_repeats_that_last_for_centuries():
    found = read(calendar("UID:1\nDTSTART:19260327T140000\nDTEND:21260327T140000\nRRULE:FREQ=DAILY"))
    assert len(found.problems) == 1 and "repeats in a way we cannot follow" in found.problems[0].message


def test_a_great_many_repeats():
    found = read(calendar("UID:1\nSUMMARY:Daily\nDTSTART:20260101T090000\nRRULE:FREQ=DAILY"), ends=dt.date(2036, 1, 1))
    assert len(found.entries) == 2000
    assert found.notes == ["“Daily” repeats more than 2000 times. Later ones were left out."]


def test_two_repeats_on_one_day():
    found = read(calendar("UID:1\nDTSTART:20260327T090000\nRRULE:FREQ=DAILY;COUNT=2;BYHOUR=9,14"))
    assert [entry.uid for entry in found.entries] == ["1/20260327", "1/20260327T140000"]


def test_a_moved_repeat_without_its_series():
    entry = one(calendar("UID:1\nDTSTART:20260401T100000\nRECURRENCE-ID:20260331T140000"))
    assert (entry.uid, entry.recurring) == ("1/20260331", True)


def test_the_newest_of_two_versions():
    old = "UID:1\nSEQUENCE:1\nDTSTART:20260327T140000\nSUMMARY:Old"
    new = "UID:1\nSEQUENCE:2\nDTSTART:20260328T140000\nSUMMARY:New"
    assert one(calendar(new, old)).title == "New"


# Entries


@pytest.mark.parametrize(
    "event, message",
    [
        ("UID:1\nSUMMARY:Board", "“Board” has no date we can read."),
        ("UID:1\nDTSTART:00010101T000000", "“Entry 1” has no date we can read."),
        ("UID:1\nDTSTART:27 March", "“Entry 1” has no date we can read."),
        ("UID:1\nSUMMARY:Board\nDTSTART:20260327T140000\nDTEND:20260327T130000", "“Board” ends before it starts."),
        ("UID:1\nSUMMARY:Board\nDTSTART:20260327T140000\nDTEND:later", "“Board” has an end we cannot read."),
        (f"UID:1\nSUMMARY:{'x' * 10_000}", f"“{'x' * 40}” has no date we can read."),
        ("UID:1\nDTSTART:20260327T140000\nDTSTART:20260328T140000", "“Entry 1” has no date we can read."),
    ],
)
def test_one_bad_entry_does_not_spoil_the_rest(event, message):
    found = read(calendar(event, "UID:2\nDTSTART:20260327T140000\nSUMMARY:Good"))
    assert [entry.title for entry in found.entries] == ["Good"]
    assert [(one.row, one.message.startswith(message)) for one in found.problems] == [(1, True)]


@pytest.mark.parametrize(
    "times, ends",
    [
        ("DTSTART:20260327T140000", dt.datetime(2026, 3, 27, 14, tzinfo=LONDON)),
        ("DTSTART:20260327T140000\nDURATION:PT90M", dt.datetime(2026, 3, 27, 15, 30, tzinfo=LONDON)),
        ("DTSTART;VALUE=DATE:20260327", dt.date(2026, 3, 27)),
        ("DTSTART;VALUE=DATE:20260327\nDTEND;VALUE=DATE:20260327", dt.date(2026, 3, 27)),
        ("DTSTART;VALUE=DATE:20260327\nDURATION:P2D", dt.date(2026, 3, 28)),
    ],
)
def test_ends(times, ends):
    assert one(calendar(f"UID:1\n{times}")).ends == ends


def test_a_cancelled_calendar():
    assert one(calendar("UID:1\nDTSTART:20260327T140000", head="METHOD:CANCEL\n")).cancelled


def test_text_is_cleaned():
    event = "UID:1\nDTSTART:20260327T140000\nSUMMARY:=HYPERLINK(1) \u202e🙂\x07\nDESCRIPTION:\u2067שלום\u2069"
    entry = one(calendar(event))
    assert (entry.title, entry.description) == ("=HYPERLINK(1) 🙂", "\u2067שלום\u2069")


def test_fingerprints_change_with_what_is_said():
    base = "UID:1\nDTSTART:20260327T140000\nSUMMARY:Board"
    prints = {
        one(calendar(event)).fingerprint
        for event in (
            base,
            base + "\nDTSTAMP:20260101T000000Z",
            base.replace("14", "15"),
            base + "\nLOCATION:Hall",
            base + "\nSTATUS:CANCELLED",
            base + "\nCATEGORIES:a,b",
        )
    }
    assert len(prints) == 5


def test_two_calendars_in_one_file():
    event = "UID:{}\nDTSTART:20260327T140000"
    assert len(read(calendar(event.format(1)) + calendar(event.format(2))).entries) == 2


# Files


@pytest.mark.parametrize(
    "data, message",
    [
        (b"", "“decisions.ics” is empty."),
        (b"Name,Day\nAnn,27/03/2026\n", "This is not a calendar. Export the calendar as an .ics file"),
        (b"%PDF-1.7", "This looks like a PDF. Export the calendar as an .ics file and try again."),
        (b"PK\x03\x04", "This looks like a ZIP file."),
        (bytes(range(256)) * 9, "This is not a text file, or it is damaged."),
        (OUTLOOK.encode()[:-20], "This calendar stops before its end."),
        (OUTLOOK.encode()[:700], "This calendar stops before its end."),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "This calendar is damaged and cannot be read."),
        (b"x" * 2_000_000, "This file is 2 MB. The limit is 1 MB."),
    ],
)
def test_files_that_are_no_calendar(data, message):
    with pytest.raises(CalendarError) as error:
        read(data, max_bytes=1024 * 1024)
    assert error.value.message.startswith(message)


def test_a_line_of_rubbish():
    found = read(calendar("UID:1\nDTSTART:20260327T140000", head="hello\n"))
    assert len(found.entries) == len(found.notes) == 1


def test_a_path(tmp_path):
    path = tmp_path / "a.ics"
    path.write_text(GOOGLE, encoding="utf-8")
    assert calendars.read_calendar(path, "a.ics", **SPRING) == read(GOOGLE)


def test_nothing_in_the_window():
    assert read(calendar("UID:1\nDTSTART:20250327T140000")).entries == []
    assert read(calendar()) == calendars.Calendar([])
