"""What is written down after its month was closed: once, in the next close, with the month from which it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from alongside.core import periods
from alongside.core.actor import system
from alongside.core.periods import Period
from alongside.decisions.models import DecisionStatus
from alongside.reports.late_values import LateSheet
from alongside.reports.queries import closed_value
from alongside.voice.imports import run_import
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import said
from tests import make
from tests.cast import Cast

from . import closing

pytestmark = pytest.mark.django_db
Clock = Any


def month(slug: str) -> Period:
    found = periods.read(slug, 4)
    assert found
    return found


@pytest.fixture
def clock(cast: Cast) -> Iterator[Clock]:
    """Early in November, and October is to be closed; October is decided in September's close."""
    with time_machine.travel(datetime(2026, 11, 3, 10, tzinfo=UTC), tick=False) as traveller:
        closing.chosen(cast, until_day=date(2028, 1, 1))
        yield traveller


def late(cast: Cast, slug: str) -> LateSheet:
    found = closed_value(cast.org, month(slug), "late")
    assert found
    value: LateSheet = found.value
    return value


def lines(cast: Cast, slug: str) -> dict[tuple[str, str], int]:
    return {(line.period, line.kind): line.number for line in late(cast, slug).lines}


def decided(cast: Cast, on: date, taken: str = "without") -> None:
    row = make.decision(cast, state="decided", decided_on=on, taken=taken, opened_on=date(2026, 1, 1))
    DecisionStatus.objects.create(decision=row, state="decided", effective_on=on)


def heard(cast: Cast, on: date) -> None:
    row = said(cast)
    Contribution.objects.filter(pk=row.pk).update(received_on=on, said_on=on)


def test_the_first_close_of_all_has_nothing_late(cast: Cast, clock: Clock) -> None:
    closing.frozen(cast, month("2026-10"))
    assert late(cast, "2026-10") == LateSheet("2026-10", "", ())


def test_counted_in_the_next_one_and_in_no_other(cast: Cast, clock: Clock) -> None:
    decided(cast, date(2026, 10, 20))  # in time
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    decided(cast, date(2026, 10, 31))
    decided(cast, date(2026, 10, 1))
    decided(cast, date(2026, 9, 30))  # a month that was never closed: it is in no one's way
    decided(cast, date(2026, 11, 2))  # its own month
    heard(cast, date(2026, 10, 31))
    change = make.changed(cast, said(cast), since=date(2026, 10, 2))
    assert change.recorded_at
    make.attended(make.meeting(cast, at := make.opportunity(cast), on=date(2026, 10, 5)), make.place(cast, "cora", at))
    clock.move_to(datetime(2026, 12, 2, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-11"))
    assert lines(cast, "2026-11") == {
        ("2026-10", "decisions_without"): 2,
        ("2026-10", "said"): 1,
        ("2026-10", "sessions"): 1,
        ("2026-10", "changes"): 1,
    }
    clock.shift(3600)
    decided(cast, date(2026, 10, 9))
    clock.move_to(datetime(2027, 1, 4, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-12"))
    assert lines(cast, "2026-12") == {("2026-10", "decisions_without"): 1}


def test_an_answer_from_a_file_is_late_like_any_other(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    path = tmp_path / "said.csv"
    reason = "A lighter door was put in, because nobody could open it."
    cells = f'The door is too heavy.,2026-09-20,"{reason}",adopted,2026-10-20,2026-11-02'
    path.write_text(f"Comment,Received on,Our answer,Answer kind,Answered on,Told on\n{cells}\n", encoding="utf-8")
    assert run_import(path, cast.org, system(cast.org.pk)).done
    clock.move_to(datetime(2026, 12, 2, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-11"))
    assert lines(cast, "2026-11") == {("2026-10", "answers"): 1}


def test_what_a_new_version_counts_is_not_late_any_more(cast: Cast, clock: Clock) -> None:
    close = closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    decided(cast, date(2026, 10, 31))
    clock.shift(3600)
    closing.anew(cast, close)
    clock.move_to(datetime(2026, 12, 2, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-11"))
    assert lines(cast, "2026-11") == {}


def test_before_the_safeguarding_lead_it_is_not_counted(cast: Cast, clock: Clock) -> None:
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    heard(cast, date(2026, 10, 30))
    Contribution.objects.update(restricted=True)
    clock.move_to(datetime(2026, 12, 2, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-11"))
    assert lines(cast, "2026-11") == {}


def test_the_page_of_a_decision_says_so(cast: Cast, clock: Clock, client_as: Any) -> None:
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    decided(cast, date(2026, 10, 31))
    planned = make.decision(cast, due_on=date(2026, 10, 30), opened_on=date(2026, 1, 1))
    client = client_as("manager")
    page = client.get(f"/harbour/decisions/{DecisionStatus.objects.get().decision.code}/").content.decode()
    assert "after October 2026 had been counted and closed. It is counted late" in page
    page = client.get(f"/harbour/decisions/{planned.code}/").content.decode()
    assert "What is written down as decided in it now is counted late" in page


def test_once_also_where_months_were_closed_in_another_order(cast: Cast, clock: Clock) -> None:
    """September is closed after October. Each of them counts what was late for August when it was counted, once."""
    closing.frozen(cast, month("2026-08"))
    clock.shift(3600)
    decided(cast, date(2026, 8, 1))
    clock.move_to(datetime(2026, 11, 5, 10, tzinfo=UTC))
    closing.frozen(cast, month("2026-10"))
    assert lines(cast, "2026-10") == {("2026-08", "decisions_without"): 1}
    clock.shift(3600)
    decided(cast, date(2026, 8, 20))
    decided(cast, date(2026, 8, 21))
    clock.move_to(datetime(2026, 11, 20, 10, tzinfo=UTC))
    september = closing.frozen(cast, month("2026-09"))
    assert lines(cast, "2026-09") == {("2026-08", "decisions_without"): 2}
    clock.move_to(datetime(2026, 12, 2, 10, tzinfo=UTC))
    decided(cast, date(2026, 9, 20))
    clock.shift(3600)
    closing.frozen(cast, month("2026-11"))
    assert lines(cast, "2026-11") == {("2026-09", "decisions_without"): 1}
    clock.shift(3600)
    closing.anew(cast, september)
    assert lines(cast, "2026-09") == {("2026-08", "decisions_without"): 2}


def test_writing_down_an_outcome_says_it_before_and_after(cast: Cast, clock: Clock, client_as: Any) -> None:
    row = make.decision(cast, kind=cast.kinds["policy"], opened_on=date(2026, 1, 1))
    client, url = client_as("manager"), f"/harbour/decisions/{row.code}/outcome/"
    assert "is closed" not in client.get(url).content.decode()
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    assert "The last month that is closed is October 2026." in client.get(url).content.decode()
    given = {"outcome": "We change it.", "reason": "People said so.", "decided_on": "30/10/2026", "seen": "1"}
    asked = client.post(url, {**given, "reason": ""})
    assert asked.status_code == 422 and "October 2026 is closed: this is counted late" in asked.content.decode()
    page = client.post(url, given, follow=True).content.decode()
    assert "Recorded. October 2026 is closed: this is counted late, with the next close." in page


def test_of_a_day_that_is_not_closed_it_says_nothing(cast: Cast, clock: Clock, client_as: Any) -> None:
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    row = make.decision(cast, kind=cast.kinds["policy"], opened_on=date(2026, 1, 1))
    given = {"outcome": "We change it.", "reason": "People said so.", "decided_on": "2/11/2026", "seen": "1"}
    page = client_as("manager").post(f"/harbour/decisions/{row.code}/outcome/", given, follow=True).content.decode()
    assert "Recorded." in page and "is closed" not in page


def test_who_came_to_a_session_of_a_closed_month(cast: Cast, clock: Clock, client_as: Any) -> None:
    at = make.opportunity(cast)
    place, session = make.place(cast, "cora", at), make.meeting(cast, at, on=date(2026, 10, 5))
    client, url = client_as("coordinator"), f"/harbour/sessions/{session.code}/attendance/"
    assert "is closed" not in client.get(url).content.decode()
    closing.frozen(cast, month("2026-10"))
    clock.shift(3600)
    assert "October 2026 is closed: this is counted late" in client.get(url).content.decode()
    page = client.post(url, {f"came_{place.code}": "yes"}, follow=True).content.decode()
    assert "Written down. October 2026 is closed: this is counted late, with the next close." in page
    assert "is closed" not in client.get(url).content.decode()  # that it is late was said once; a correction is none
