"""Calendars as Outlook, Google and others write them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.decisions import services
from alongside.decisions.models import Decision
from alongside.organisation.models import Kind
from tests import make

from .factories import decided
from .importing import calendar, entry


def near(days: int) -> str:
    return f"{make.days(days):%Y%m%d}"


def test_each_entry_is_a_planned_decision(cast, bring) -> None:
    report = bring.calendar(entry("a", "Board meeting", near(20)), entry("b", "Away day", near(-20)))
    assert (report.problems, report.counts["new"]) == ([], 2)
    first, second = Decision.objects.order_by("due_on")
    assert (first.title, first.due_on, first.opened_on) == ("Away day", make.days(-20), make.days(-20))
    assert (second.title, second.due_on, second.opened_on) == ("Board meeting", make.days(20), make.days(0))
    assert (second.kind.slug, second.unit, second.source, second.state) == (
        "policy",
        cast.units["board"],
        "ical",
        "planned",
    )


def test_the_same_calendar_twice(bring) -> None:
    entries = [entry("a", "Board", near(20), "RRULE:FREQ=MONTHLY;COUNT=3"), entry("b", "Away day", near(9))]
    bring.calendar(*entries)
    before = list(Decision.objects.order_by("id").values())
    report = bring.calendar(*entries)
    assert report.counts["unchanged"] == 4
    assert list(Decision.objects.order_by("id").values()) == before
    assert Event.objects.count() == 1


def test_a_meeting_without_end_stays_within_the_window(bring) -> None:
    bring.calendar(entry("a", "Board", near(-700), "RRULE:FREQ=WEEKLY"))
    days = list(Decision.objects.order_by("due_on").values_list("due_on", flat=True))
    assert make.days(-367) < days[0] < make.days(-358)
    assert make.days(540) < days[-1] < make.days(549)
    assert all(b - a == timedelta(days=7) for a, b in zip(days, days[1:], strict=False))


def test_a_moved_entry_moves_its_decision(bring) -> None:
    bring.calendar(entry("a", "Board", near(20)))
    report = bring.calendar(entry("a", "Board, extraordinary", near(10)))
    assert report.counts["changed"] == 1
    found = Decision.objects.get()
    assert (found.due_on, found.title) == (make.days(10), "Board, extraordinary")


def test_a_cancelled_entry_drops_what_was_brought_in(bring) -> None:
    bring.calendar(entry("a", "Board", near(20)), entry("b", "Away day", near(9)))
    bring.calendar(entry("a", "Board", near(20), "STATUS:CANCELLED"), entry("b", "Away day", near(9)))
    found = Decision.objects.get(title="Board")
    assert (found.state, [s.state for s in found.statuses.order_by("id")]) == ("dropped", ["planned", "dropped"])
    assert Decision.objects.get(title="Away day").state == "planned"


def test_a_cancelled_entry_that_was_never_here_is_nothing(bring) -> None:
    bring.calendar(entry("a", "Board", near(20), "STATUS:CANCELLED"), entry("b", "Away day", near(9)))
    assert Decision.objects.get().title == "Away day"


def test_a_cancelled_entry_does_not_undo_what_was_decided(cast, bring) -> None:
    bring.calendar(entry("a", "Board", near(-20)))
    decided(cast, Decision.objects.get())
    bring.calendar(entry("a", "Board", near(-20), "STATUS:CANCELLED"))
    assert Decision.objects.get().state == "decided"


def test_one_moved_away_from_a_dropped_entry(cast, bring) -> None:
    bring.calendar(entry("a", "Board", near(20)))
    services.drop_decision(decision=Decision.objects.get(), reason="No", seen=1, by=cast.actor("coordinator"))
    report = bring.calendar(entry("a", "Board", near(21)))
    assert Decision.objects.get().state == "dropped"
    assert "stays dropped" in " ".join(report.notes)


def test_times_are_days_here(bring) -> None:
    late = f"DTSTART:{near(20)}T233000Z"
    summer = "\r\n".join(["BEGIN:VEVENT", "UID:z", "DTSTAMP:20260101T000000Z", "SUMMARY:Late", late, "END:VEVENT"])
    bring.calendar(summer)
    assert Decision.objects.get().due_on in (make.days(20), make.days(21))


def test_a_broken_time_zone_is_said_and_read_as_ours(bring) -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Nowhere/Land\r\nBEGIN:STANDARD\r\nDTSTART:broken\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    odd = "\r\n".join(
        [
            *("BEGIN:VEVENT", "UID:z", "DTSTAMP:20260101T000000Z", "SUMMARY:Board"),
            *(f"DTSTART;TZID=Nowhere/Land:{near(20)}T100000", "END:VEVENT"),
        ]
    )
    report = bring.calendar(zone, odd)
    assert report.done
    assert Decision.objects.get().due_on == make.days(20)
    assert report.notes


def test_what_cannot_be_read_is_said_and_the_rest_comes_in(bring) -> None:
    report = bring.calendar(entry("a", "", near(3)), entry("b", "x" * 10_000, near(4)), entry("c", "Fine", near(5)))
    assert [d.title for d in Decision.objects.all()] == ["Fine"]
    assert sum("left out" in note for note in report.notes) == 2


def test_without_a_kind_and_a_unit_entries_are_other_and_of_the_top(bring, cast) -> None:
    report = bring(calendar(entry()), "file.ics")
    assert "Choose a kind" in report.problems[0].message  # this organisation knows no kind "other"
    other = Kind.objects.create(organisation=cast.org, slug="other", name="Other")
    report = bring(calendar(entry()), "file.ics")
    assert report.done and "“Other” of “Board”" in report.notes[0]
    assert (Decision.objects.get().kind, Decision.objects.get().unit) == (other, cast.units["board"])


def test_a_kind_and_a_unit_that_are_not_here_are_refused(bring) -> None:
    with pytest.raises(Refused, match="The kinds are"):
        bring.calendar(entry(), kind="nothing")
    with pytest.raises(Refused, match="no unit"):
        bring.calendar(entry(), unit="Nowhere")


def test_a_calendar_by_another_name(bring) -> None:
    assert bring(calendar(entry(day=near(3))), "calendar.txt", kind="policy", unit="Board").done


def test_a_calendar_with_nothing_in_the_window(bring) -> None:
    report = bring.calendar(entry("a", "Long ago", "20010101"))
    assert "nothing in this file" in report.problems[0].message


def test_right_to_left_and_emoji(bring) -> None:
    bring.calendar(entry("a", "اجتماع المجلس 🪴", near(3)))
    assert Decision.objects.get().title == "اجتماع المجلس 🪴"
