"""Two people in the same moment, on two connections."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.voice import services
from alongside.voice.models import Answer, Contribution, Sighting, Verdict
from alongside.voice.shapes import Recheck
from tests import make
from tests.at_once import at_once, meeting_at, only_where_there_are_several_connections

from .factories import REASON, answered, new_file, said, told


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


@pytest.mark.django_db(transaction=True)
def test_a_unit_that_looks_and_an_author_who_denies_wait_for_each_other(cast) -> None:
    """Both take the words before the change: in two orders PostgreSQL would have to end one of them."""
    contribution, manager = told(cast), cast.actor("manager")
    change = make.changed(cast, contribution)
    day = services.plan_checks(change=change, recheck=Recheck(make.days(1)), by=manager)
    with meeting_at("alongside.voice.rules.check_look", "alongside.voice.services.changes.locked"):
        looked, denied = at_once(
            lambda: services.look(
                check_day=day, result="gone", words="The list is not on the wall any more.", role="Manager", by=manager
            ),
            lambda: services.give_verdict(
                change=change, contribution=contribution, kind="challenged", by=cast.actor("cora")
            ),
        )
    assert isinstance(looked, Sighting) and isinstance(denied, Verdict), (looked, denied)


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_taken_away_while_the_words_are(cast) -> None:
    contribution, cora = said(cast), cast.actor("cora")
    file = services.attach(contribution=contribution, file=new_file(), by=cora)
    with meeting_at("alongside.voice.rules.check_remove_file", "alongside.voice.services.last_word.forget_mail"):
        found = at_once(
            lambda: services.remove_file(attachment=file, by=cora),
            lambda: services.withdraw(contribution=contribution, by=cora),
        )
    assert not isinstance(found[1], Exception), found
    assert isinstance(found[0], Refused | type(file)), found
