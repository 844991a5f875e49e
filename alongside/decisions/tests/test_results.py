"""Counting an election, taking the seat, and what waits for whom."""

from __future__ import annotations

import pytest

from alongside.core.actor import Medium, system
from alongside.core.errors import Refused
from alongside.decisions import personal, queries, rules, services
from alongside.decisions.models import (
    Ballot,
    Candidate,
    Election,
    ElectionResult,
    Ended,
    PaperVoter,
    SeatHolder,
    Voted,
)
from alongside.home.services import forgetting
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

from . import factories
from .electing import PEOPLE, contested, happened, move_to, vote

# Counting.


def counted(cast: Cast, election: Election) -> ElectionResult:
    return services.count_election(election=move_to(election, "over"), by=cast.actor("coordinator"))


def state_of(cast: Cast, election: Election, who: str) -> str:
    return Candidate.objects.get(election=election, person=cast.people[who]).state


def test_a_vote_is_counted_and_told(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora", "dev")
    vote(cast, election, "cora", "cora")
    vote(cast, election, "dev", "dev", "cora")
    result = counted(cast, election)
    assert (result.ended, result.voted, result.ballots, result.could_vote) == (Ended.VOTED, 3, 3, 4)
    assert [state_of(cast, election, who) for who in ("cora", "dev", "noor")] == ["elected", *["not_elected"] * 2]
    assert {message.to_person for message in Message.objects.all()} == {cast.people[who].pk for who in PEOPLE}
    assert happened("election_counted") == 1
    with pytest.raises(Refused):
        counted(cast, election)


def test_nobody_counts_before_the_last_day_is_over(cast: Cast) -> None:
    election = contested(cast)
    for by in (cast.actor("coordinator"), system(cast.org.pk)):
        with pytest.raises(Refused):
            services.count_election(election=election, by=by)
    move_to(election, "over")
    for by in (cast.actor("cora"), cast.actor("board")):
        with pytest.raises(Refused):
            services.count_election(election=election, by=by)


def test_with_nobody_or_too_few_there_is_no_vote(cast: Cast) -> None:
    nobody = factories.election(cast, phase="between")
    few = contested(cast, seats=2, people=("cora",))
    assert services.count_elections(organisation_id=cast.org.pk, by=system(cast.org.pk)) == 2
    assert ElectionResult.objects.get(election=nobody).ended == Ended.NOBODY_STOOD
    assert ElectionResult.objects.get(election=few).ended == Ended.UNOPPOSED
    assert state_of(cast, few, "cora") == "elected"


def test_what_another_machine_counted_meanwhile_is_not_counted_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    election = contested(cast, seats=2, people=("cora",))
    running = list(queries.running_everywhere(cast.org.pk))
    assert services.count_elections(organisation_id=cast.org.pk, by=system(cast.org.pk)) == 1
    monkeypatch.setattr(queries, "running_everywhere", lambda _pk: running)
    assert services.count_elections(organisation_id=cast.org.pk, by=system(cast.org.pk)) == 0
    assert ElectionResult.objects.get(election=election).ended == Ended.UNOPPOSED


def test_nobody_votes(cast: Cast) -> None:
    election = contested(cast)
    result = counted(cast, election)
    assert (result.ended, result.elected, result.rounds) == (Ended.NO_VOTES, [], [])
    assert state_of(cast, election, "cora") == "not_elected"


def test_somebody_withdraws_while_people_vote(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora", "dev")
    vote(cast, election, "noor", "cora")
    services.withdraw_candidate(candidate=queries.candidate_of(election, cast.people["cora"].pk), by=cast.actor("cora"))
    result = counted(cast, election)
    dev = Candidate.objects.get(election=election, person=cast.people["dev"])
    assert (result.ballots, result.elected) == (2, [dev.code])
    assert sum(line[1] for line in result.rounds[0][0]) == 1  # of the second ballot nothing is left


def test_whoever_is_forgotten_in_between_stands_no_longer(cast: Cast) -> None:
    election = contested(cast)
    Candidate.objects.update(statement="I care.")
    vote(cast, election, "cora", "cora")
    vote(cast, election, "eoin", "cora", "dev")
    assert personal.export(cast.people["cora"].pk)["stood_in"][0]["words"] == "I care."
    assert personal.export(cast.people["cora"].pk)["voted_in"][0]["on_paper"] is False
    by = cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.PHONE)
    forgetting.forget(person=cast.people["cora"], by=by)
    assert state_of(cast, election, "cora") == "withdrawn"
    assert Candidate.objects.get(election=election, person=cast.people["cora"]).statement == ""
    result = counted(cast, election)
    assert (result.voted, result.ballots) == (2, 2)  # that they voted stays, and so does what was in the box
    assert state_of(cast, election, "dev") == "elected"


def test_who_was_elected_and_forgotten_takes_no_seat(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora")
    counted(cast, election)
    by = cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.PHONE)
    forgetting.forget(person=cast.people["cora"], by=by)
    shown = queries.result_of(queries.election_for(cast.actor("board"), election.code))
    assert shown and "Cora" not in shown.names.values() and not SeatHolder.objects.exists()
    assert state_of(cast, election, "cora") == "stepped_back"


# Taking the seat.


def test_who_was_elected_says_yes_and_has_a_seat(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora")
    counted(cast, election)
    won = queries.candidate_of(election, cast.people["cora"].pk)
    assert won
    with pytest.raises(Refused):
        services.take_seat(candidate=won, takes=True, by=cast.actor("dev"))
    services.take_seat(candidate=won, takes=True, by=cast.actor("cora"))
    term = SeatHolder.objects.get()
    assert (term.person, term.filled_by, term.since) == (cast.people["cora"], "election", make.days(0))
    with pytest.raises(Refused):
        services.take_seat(candidate=won, takes=True, by=cast.actor("cora"))
    lost = queries.candidate_of(election, cast.people["dev"].pk)
    assert lost and not rules.can_take_seat(cast.actor("dev"), lost)


def test_who_was_elected_says_no_and_the_seat_stays_empty(cast: Cast) -> None:
    election = contested(cast)
    vote(cast, election, "eoin", "cora")
    counted(cast, election)
    won = queries.candidate_of(election, cast.people["cora"].pk)
    assert won
    services.take_seat(candidate=won, takes=False, by=cast.actor("cora"))
    assert state_of(cast, election, "cora") == "stepped_back" and not SeatHolder.objects.exists()


def test_a_seat_that_is_still_held_is_taken_on_the_day(cast: Cast) -> None:
    election = contested(cast)
    [seat] = queries.seats_of(election)
    factories.holder(seat, person=cast.people["eoin"], until=make.days(3))
    vote(cast, election, "eoin", "cora")
    counted(cast, election)
    won = queries.candidate_of(election, cast.people["cora"].pk)
    assert won
    with pytest.raises(Refused) as refused:
        services.take_seat(candidate=won, takes=True, by=cast.actor("cora"))
    assert "is held until" in refused.value.reason and state_of(cast, election, "cora") == "elected"


# What is told, and what waits.


def test_voters_are_told_once(cast: Cast) -> None:
    contested(cast)
    assert services.tell_voters(organisation_id=cast.org.pk) == 4
    assert services.tell_voters(organisation_id=cast.org.pk) == 0
    assert Message.objects.count() == 4


def test_what_waits_for_whom(cast: Cast) -> None:
    def waits(who: str) -> list[str]:
        return [each.what for each in queries.waiting_for([cast.people[who].pk], make.days(0))]

    election = factories.election(cast)
    factories.candidate(election, cast.people["dev"], "nominated")
    factories.candidate(election, cast.people["eoin"], "declined")
    assert [waits(who) for who in PEOPLE] == [["stand"], ["answer"], ["stand"], []]
    Candidate.objects.all().delete()
    move_to(election, "voting")
    assert waits("cora") == []  # nobody stands
    for who in ("dev", "eoin"):
        factories.candidate(election, cast.people[who])
    PaperVoter.objects.create(election=election, person=cast.people["noor"])
    vote(cast, election, "dev", "dev")
    assert [waits(who) for who in PEOPLE] == [["vote"], [], [], ["vote"]]
    counted(cast, election)
    assert [waits(who) for who in PEOPLE] == [[], ["take"], [], []]
    assert Voted.objects.count() == Ballot.objects.count() == 1
