"""Which year is meant, and which stand beside it."""

from datetime import date

import pytest

from alongside.core.years import Year

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("asked", "starts_month", "ahead", "number"),
    [
        ("", 4, 0, 2025),
        ("", 1, 0, 2026),
        ("2020", 4, 0, 2020),
        ("2015", 4, 0, 2015),
        ("2014", 4, 0, 2025),
        ("2026", 4, 0, 2025),
        ("2026", 4, 1, 2026),
        ("2027", 4, 1, 2025),
        ("²", 4, 0, 2025),
        ("٢٠٢٠", 4, 0, 2025),
        ("-2020", 4, 0, 2025),
        ("next", 4, 0, 2025),
        ("9" * 5000, 4, 0, 2025),
    ],
)
def test_the_one_that_was_asked_for_or_the_present_one(asked, starts_month, ahead, number) -> None:
    assert Year.of(asked, TODAY, starts_month, ahead).number == number


def test_what_it_is_called() -> None:
    assert Year.of("", TODAY, 1).name == "2026"
    assert Year.of("", TODAY, 4).name == "2025–26"


@pytest.mark.parametrize(
    ("asked", "ahead", "beside"),
    [("", 0, [2024]), ("", 1, [2024, 2026]), ("2015", 0, [2016]), ("2020", 0, [2019, 2021])],
)
def test_those_beside_it(asked, ahead, beside) -> None:
    assert [year.number for year in Year.of(asked, TODAY, 4, ahead).beside(TODAY, ahead)] == beside
