"""Two people in the same moment, on two connections."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.voice import services
from alongside.voice.models import Answer, Contribution
from tests.at_once import at_once, only_where_there_are_several_connections

from .factories import REASON, answered, said


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


@pytest.mark.django_db(transaction=True)
def test_one_answer_stands_and_the_other_writer_is_told(cast) -> None:
    contribution = said(cast)
    seen = contribution.version

    def answer(who: str, words: str):
        return lambda: answered(contribution, cast, by=cast.actor(who), reason=words, seen=seen)

    found = at_once(answer("staff", REASON), answer("manager", f"{REASON} From next week."))
    stood = [each for each in found if isinstance(each, Answer)]
    told = [each for each in found if isinstance(each, Refused)]
    assert len(stood) == len(told) == 1
    assert told[0].field == "seen"
    assert Answer.objects.get() == stood[0]


@pytest.mark.django_db(transaction=True)
def test_an_answer_and_taking_back_leave_one_of_two_orders(cast) -> None:
    """Whichever is first: nothing is half done, and nobody's words come back."""
    contribution = said(cast)
    answer, taken = at_once(
        lambda: answered(contribution, cast, by=cast.actor("staff"), seen=contribution.version),
        lambda: services.withdraw(contribution=contribution, by=cast.actor("cora")),
    )
    assert not isinstance(taken, Exception)
    assert Contribution.objects.get().withdrawn_on is not None
    assert isinstance(answer, Answer) == Answer.objects.exists()
    assert isinstance(answer, Answer | Refused)
