"""Calling an election and standing in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries, rules, services
from alongside.decisions.models import (
    Candidate,
    Election,
    Phase,
    PutForward,
)
from alongside.people.models import Person
from alongside.people.services.register import keep_tokens
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

from . import factories
from .electing import contested, happened, vote


def days(*numbers: int) -> rules.Days:
    return rules.Days(*map(make.days, numbers))


# Calling one.


def called(cast: Cast, **values: Any) -> Election:
    at = values.pop("forum", None) or factories.forum(cast)
    seats = values.pop("seats", None) or [factories.seat(at), factories.seat(at)]
    fine = {"forum": at, "seats": seats, "title": "Two seats on the board", "days": days(0, 9, 13, 27)}
    return services.call_election(**{**fine, "by": cast.actor("coordinator"), **values})


def test_an_election_is_called(cast: Cast) -> None:
    election = called(cast)
    assert election.phase_on(make.days(0)) == Phase.NOMINATING and len(queries.seats_of(election)) == 2
    assert happened("election_called") == 1
    for who in ("board", "manager", "cora"):
        with pytest.raises(Refused):
            called(cast, by=cast.actor(who))
    with pytest.raises(NotYours):
        called(cast, by=cast.actor("stranger"))


@pytest.mark.parametrize(
    ("when", "field"),
    [
        ((-1, 9, 13, 27), "nominate_from"),
        ((3, 2, 13, 27), "nominate_until"),
        ((0, 9, 9, 27), "vote_from"),
        ((0, 9, 13, 12), "vote_until"),
    ],
)
def test_days_in_the_wrong_order(cast: Cast, when: tuple[int, ...], field: str) -> None:
    with pytest.raises(Refused) as refused:
        called(cast, days=days(*when))
    assert refused.value.field == field
    if when[0] >= 0:
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.election(cast, **vars(days(*when)))


def test_seats_that_cannot_be_elected(cast: Cast) -> None:
    at, other = factories.forum(cast), factories.forum(cast)
    held, until_then = factories.seat(at), factories.seat(at)
    factories.holder(held, person=cast.people["cora"])
    factories.holder(until_then, person=cast.people["dev"], until=make.days(28))
    wrong = (
        [factories.seat(other)],
        [held],
        [factories.seat(at, filled_by="draw")],
        [factories.seat(at), factories.seat(at, voting=False)],
        [factories.seat(at, closed_on=make.days(0))],
    )
    for seats in wrong:
        with pytest.raises(Refused) as refused:
            called(cast, forum=at, seats=seats)
        assert refused.value.field == "seats"
    called(cast, forum=at, seats=[until_then])  # free on the day after the vote
    with pytest.raises(Refused):
        called(cast, forum=at, seats=[until_then])  # in another election
    with pytest.raises(Refused):
        called(cast, title=" ")


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (-1, "before"),
        (0, "nominating"),
        (9, "nominating"),
        (10, "between"),
        (13, "voting"),
        (27, "voting"),
        (28, "over"),
    ],
)
def test_days_count_whole_the_last_one_too(day: int, phase: str) -> None:
    found = Election(**vars(days(0, 9, 13, 27)))
    assert found.phase_on(make.days(day)) == phase


def test_it_is_called_off_with_a_reason_that_candidates_read(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora")
    by = cast.actor("coordinator")
    with pytest.raises(Refused):
        services.call_off(election=election, reason=" ", by=by)
    services.call_off(election=election, reason="The seat is closed.", by=by)
    assert Message.objects.filter(kind="election").count() == 3 and happened("election_called_off") == 1
    with pytest.raises(Refused):
        services.call_off(election=election, reason="Again", by=by)
    with pytest.raises(Refused):
        vote(cast, election, "dev", "cora")
    with pytest.raises(NotYours):
        queries.election_for(cast.actor("cora"), election.code)


# Standing.


def test_somebody_stands_in_their_own_words(cast: Cast) -> None:
    election = factories.election(cast)
    stood = services.stand(election=election, person=cast.people["cora"], statement=" I care. ", by=cast.actor("cora"))
    assert (stood.state, stood.statement) == ("standing", "I care.") and happened("stood_in_election") == 1
    with pytest.raises(Refused):
        services.stand(election=election, person=cast.people["cora"], statement="", by=cast.actor("cora"))
    with pytest.raises(Refused):
        services.stand(election=election, person=cast.people["dev"], statement="", by=cast.actor("cora"))
    services.change_statement(candidate=stood, statement="I care a lot.", by=cast.actor("cora"))
    assert queries.standing_in(election)[0].statement == "I care a lot."


def test_the_coordinator_writes_it_down_for_somebody(cast: Cast) -> None:
    election, noor = factories.election(cast), cast.people["noor"]
    by = cast.actor("coordinator").for_person(noor.pk, Medium.PHONE)
    stood = services.stand(election=election, person=noor, statement="", by=by)
    assert stood.medium == "phone"
    with pytest.raises(Refused):
        services.stand(election=election, person=cast.people["dev"], statement="", by=cast.actor("coordinator"))


@pytest.mark.parametrize("phase", ["before", "between", "voting", "over"])
def test_days_on_which_nobody_can_stand(cast: Cast, phase: str) -> None:
    election = factories.election(cast, phase=phase)
    with pytest.raises(Refused):
        services.stand(election=election, person=cast.people["cora"], statement="", by=cast.actor("cora"))


def test_who_may_not_stand(cast: Cast) -> None:
    group = factories.forum(cast)
    factories.holder(factories.seat(group), person=cast.people["dev"])
    election = factories.election(cast, standers=group)
    services.stand(election=election, person=cast.people["dev"], statement="", by=cast.actor("dev"))
    with pytest.raises(Refused):
        services.stand(election=election, person=cast.people["cora"], statement="", by=cast.actor("cora"))
    Person.objects.filter(pk=cast.people["eoin"].pk).update(state="paused")
    cast.people["eoin"].refresh_from_db()
    with pytest.raises(Refused):
        services.stand(
            election=factories.election(cast), person=cast.people["eoin"], statement="", by=cast.actor("eoin")
        )


def test_somebody_put_forward_is_asked_and_only_they_can_say_yes(cast: Cast) -> None:
    for person in cast.people.values():
        keep_tokens(person)
    election = factories.election(cast)
    services.put_forward(election=election, name="dev anand", by=cast.actor("cora"))
    services.put_forward(election=election, name="Dev Anand", by=cast.actor("eoin"))  # asked once
    asked = Candidate.objects.get()
    assert asked.state == "nominated" and queries.standing_in(election) == []
    assert [message.to_person for message in Message.objects.all()] == [cast.people["dev"].pk]
    with pytest.raises(Refused):
        services.answer_nomination(candidate=asked, stands=True, by=cast.actor("cora"))
    services.answer_nomination(candidate=asked, stands=False, by=cast.actor("dev"))
    services.put_forward(election=election, name="Dev", by=cast.actor("cora"))  # said no: not asked again
    assert Message.objects.count() == 1
    services.answer_nomination(candidate=asked, stands=True, statement="After all.", by=cast.actor("dev"))
    assert queries.standing_in(election)[0].statement == "After all."
    with pytest.raises(Refused):
        services.answer_nomination(candidate=asked, stands=True, by=cast.actor("dev"))


def test_a_name_that_leads_to_nobody_looks_the_same_from_outside(cast: Cast) -> None:
    for person in cast.people.values():
        keep_tokens(person)
    election = factories.election(cast)
    services.put_forward(election=election, name="Nobody Known", by=cast.actor("cora"))
    assert not Candidate.objects.exists() and PutForward.objects.get().name == "Nobody Known"
    message = Message.objects.get()
    assert message.to_user == cast.users["coordinator"].pk and "Nobody" not in message.subject + message.body
    services.ask_to_stand(
        election=election, person=cast.people["noor"], by=cast.actor("coordinator"), name=PutForward.objects.get()
    )
    assert not PutForward.objects.exists() and Candidate.objects.get().person == cast.people["noor"]
    with pytest.raises(Refused):
        services.ask_to_stand(election=election, person=cast.people["dev"], by=cast.actor("cora"))


def test_somebody_withdraws_without_a_reason_and_stands_again(cast: Cast) -> None:
    election = factories.election(cast)
    stood = factories.candidate(election, cast.people["cora"])
    services.withdraw_candidate(candidate=stood, by=cast.actor("cora"))
    assert queries.standing_in(election) == []
    services.stand(election=election, person=cast.people["cora"], statement="", by=cast.actor("cora"))
    assert len(queries.standing_in(election)) == 1
