"""What is written down after its month was closed: once, in the next close, with the month from which it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine

from alongside.core import periods
from alongside.core.periods import Period
from alongside.decisions.models import DecisionStatus
from alongside.reports.late_values import LateSheet
from alongside.reports.queries import closed_value
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
