"""Days in an address."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.core import day_ranges


def test_two_days() -> None:
    asked = "2026-10-01--2026-10-31"
    assert day_ranges.read(asked) == (date(2026, 10, 1), date(2026, 10, 31))
    assert day_ranges.named(asked) == [(asked, "1 October 2026 to 31 October 2026")]


BAD = ("", "2026-10", "2026-10-01", "2026-10-01--", "--2026-10-31", "2026-02-30--2026-03-01", "x--y", "\x00--\x00")


@pytest.mark.parametrize("asked", BAD)
def test_what_is_no_days_narrows_nothing(asked: str) -> None:
    assert day_ranges.read(asked) is None and day_ranges.named(asked) == []
