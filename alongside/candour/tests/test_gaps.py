"""The gap over time is made only of what each round shows by itself."""

from __future__ import annotations

import pytest

from alongside.candour import services
from alongside.candour.queries.gaps import begins, gaps
from tests import make

from .pulsing import ALL_NO, ALL_YES, answer, asked, close


def points(cast, who: str = "cora", unit=None):
    return gaps(cast.actor(who), unit, make.days(-40), make.days(0))


def one_round(cast, number: int, **values):
    pulse, who = asked(cast, number, **values)
    services.answer_as_staff(pulse=pulse, given=ALL_YES, words="", by=cast.actor("manager"))
    for n, person in enumerate(who):
        answer(cast, pulse, person, ALL_YES if n < 2 else ALL_NO)
    return pulse


@pytest.mark.parametrize(("number", "shown"), [(1, False), (4, False), (5, True), (6, True)])
def test_only_from_the_threshold_on(cast, number, shown) -> None:
    pulse = one_round(cast, number)
    assert points(cast) == {}  # while it is open neither side reads the other
    close(cast, pulse)
    found = points(cast)
    assert bool(found) == shown
    if shown:
        gap = found[begins(make.days(0))]
        assert gap.staff == (5, 5)
        assert (gap.lived.least, gap.lived.most, gap.lived.of) == (10, 10, 5 * number)


def test_a_road_of_one_unit(cast) -> None:
    close(cast, one_round(cast, 5))
    assert points(cast, unit=cast.units["services"]) and points(cast, unit=cast.units["team"])
    assert points(cast, unit=cast.units["other_team"]) == {}


@pytest.mark.parametrize("who", ["public", "stranger", "finance"])
def test_for_those_who_read_signs(cast, who) -> None:
    close(cast, one_round(cast, 5))
    assert points(cast, who) == {}


def test_one_where_all_say_the_same_is_a_least(cast) -> None:
    pulse, who = asked(cast, 5)
    for person in who:
        answer(cast, pulse, person, ALL_NO)
    close(cast, pulse)
    gap = points(cast)[begins(make.days(0))]
    assert (gap.staff, gap.lived.least, gap.lived.most) == ((0, 0), 0, 5)
