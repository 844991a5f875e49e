"""Which year is meant, and which stand beside it."""

from datetime import date

import pytest

from alongside.core.errors import NotYours
from alongside.core.years import Year

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("asked", "starts_month", "ahead", "number"),
    [
        ("", 4, 0, 2025),
        ("", 1, 0, 2026),
        ("2020", 4, 0, 2020),
        ("2015", 4, 0, 2015),
        ("2026", 4, 1, 2026),
    ],
)
def test_the_one_that_was_asked_for_or_the_present_one(asked, starts_month, ahead, number) -> None:
    assert Year.of(asked, TODAY, starts_month, ahead).number == number


@pytest.mark.parametrize(
    ("asked", "ahead"),
    [
        ("2014", 0),
        ("2026", 0),
        ("2027", 1),
        ("²", 0),
        ("٢٠٢٠", 0),
        ("-2020", 0),
        ("02020", 0),
        ("2020-10", 0),
        ("next", 0),
        (" ", 0),
        ("9" * 5000, 0),
    ],
)
def test_another_year_does_not_stand_in_for_what_is_none(asked, ahead) -> None:
    with pytest.raises(NotYours):
        Year.of(asked, TODAY, 4, ahead)


def test_what_it_is_called() -> None:
    assert Year.of("", TODAY, 1).name == "2026"
    assert Year.of("", TODAY, 4).name == "2025–26"


@pytest.mark.parametrize(
    ("asked", "ahead", "beside"),
    [("", 0, [2024]), ("", 1, [2024, 2026]), ("2015", 0, [2016]), ("2020", 0, [2019, 2021])],
)
def test_those_beside_it(asked, ahead, beside) -> None:
    assert [year.number for year in Year.of(asked, TODAY, 4, ahead).beside(TODAY, ahead)] == beside
