"""A small round ends while others answer: their answers lie together, and each stays there once."""

from __future__ import annotations

import pytest

from alongside.candour.models import Pulse, PulseBox
from tests import make
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from .pulsing import ALL_NO, ALL_YES, answer, asked, close


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


@pytest.mark.django_db(transaction=True)
def test_what_was_put_together_is_there_once(cast: Cast) -> None:
    at = make.opportunity(cast)
    small = [asked(cast, 3, at=at) for _each in range(3)]
    ending, who = asked(cast, 6, at=at)
    for person in who[:2]:
        answer(cast, ending, person, ALL_NO, "Too long.")
    for pulse, there in small:
        answer(cast, pulse, there[0], ALL_YES)

    def answers(place: int):
        pulse, there = small[place]
        return lambda: [answer(cast, pulse, person, ALL_YES) for person in there[1:]] and None

    done = at_once(lambda: close(cast, ending) and None, *(answers(place) for place in range(3)))
    assert done == [None] * 4
    pool = PulseBox.objects.get(kind__isnull=False)
    assert Pulse.objects.filter(box=pool).count() == 2 + 9
