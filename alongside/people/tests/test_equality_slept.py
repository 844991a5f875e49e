"""What the daily tasks slept through is counted when they run again."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.people import services
from alongside.people.models import EqualityCount
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def run(cast: Cast, today: date) -> list[str]:
    before = set(EqualityCount.objects.values_list("period", flat=True))
    done = services.run_make_up(
        organisation=cast.org, took_part=lambda _first, _last: set(), today=today, by=cast.actor("coordinator")
    )
    new = EqualityCount.objects.exclude(period__in=before).order_by("number")
    found = list(new.values_list("period", flat=True))
    assert len(found) == done
    return found


@pytest.fixture
def asked_since(sex):
    def since(day: date) -> None:
        sex.wordings.update(from_day=day)

    return since


def test_what_the_tasks_slept_through_is_counted_the_oldest_first(cast, asked_since):
    asked_since(date(2026, 4, 1))
    assert run(cast, date(2026, 7, 29)) == ["2025", "2026-q1"]
    assert run(cast, date(2027, 5, 1)) == ["2026", "2026-q2", "2026-q3", "2026-q4"]
    assert run(cast, date(2027, 5, 1)) == []


def test_no_further_back_than_eight_quarters_and_two_years(cast, asked_since):
    asked_since(date(2020, 1, 1))
    found = run(cast, date(2026, 7, 29))
    assert found == [
        *("2024", "2025"),
        *(f"2024-q{n}" for n in (2, 3, 4)),
        *(f"2025-q{n}" for n in (1, 2, 3, 4)),
        "2026-q1",
    ]


def test_nothing_is_counted_of_when_nothing_was_asked(cast, asked_since):
    """But for the last one: people who took part then may have answered since."""
    asked_since(date(2026, 7, 1))
    assert run(cast, date(2026, 7, 29)) == ["2025", "2026-q1"]
