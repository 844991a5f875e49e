"""Days in an address."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.core import day_ranges


def test_two_days() -> None:
    asked = "2026-10-01--2026-10-31"
    assert day_ranges.read(asked) == (date(2026, 10, 1), date(2026, 10, 31))
    assert day_ranges.named(asked) == [(asked, "1 October 2026 to 31 October 2026")]


def test_a_day_that_is_a_range_by_itself() -> None:
    assert day_ranges.read("2026-10-01--2026-10-01") == (date(2026, 10, 1), date(2026, 10, 1))


@pytest.mark.parametrize(
    "asked", ["", "20261001", "2026-W40-4", "2026-10-1", "2026-02-30", "2026-10-01\n", "٢٠٢٦-10-01"]
)
def test_a_day_is_written_in_one_way(asked: str) -> None:
    assert day_ranges.read_day("2026-10-01") == date(2026, 10, 1)
    assert day_ranges.read_day(asked) is None


BAD = (
    *("", "2026-10", "2026-10-01", "2026-10-01--", "--2026-10-31", "2026-02-30--2026-03-01", "x--y", "\x00--\x00"),
    *("2026-10-31--2026-10-01", "20261001--20261031"),
)


@pytest.mark.parametrize("asked", BAD)
def test_what_is_no_days_narrows_nothing(asked: str) -> None:
    assert day_ranges.read(asked) is None and day_ranges.named(asked) == []
