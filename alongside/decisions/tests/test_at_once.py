"""Two people in the same moment, on two connections."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.decisions import queries, services
from alongside.decisions.models import Ballot, SeatHolder, Voted
from tests import make
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from . import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


def test_the_same_person_on_two_machines_has_one_vote(cast: Cast) -> None:
    election = factories.election(cast, phase="voting")
    for who in ("cora", "dev"):
        factories.candidate(election, cast.people[who])
    ranking, by = [each.code for each in queries.standing_in(election)], cast.actor("eoin")

    def vote() -> str:
        services.cast_vote(election=election, ranking=ranking, by=by)
        return "in"

    found = at_once(vote, vote)
    assert found.count("in") == 1 and sum(isinstance(each, Refused) for each in found) == 1
    assert (Voted.objects.count(), Ballot.objects.count()) == (1, 1)


def test_two_who_vote_are_both_in_the_box(cast: Cast) -> None:
    election = factories.election(cast, phase="voting")
    for who in ("cora", "dev"):
        factories.candidate(election, cast.people[who])
    ranking = [each.code for each in queries.standing_in(election)]

    def votes(who: str):
        return lambda: services.cast_vote(election=election, ranking=ranking, by=cast.actor(who))

    assert at_once(votes("eoin"), votes("dev")) == [None, None]
    assert (Voted.objects.count(), Ballot.objects.count()) == (2, 2)


def test_one_seat_is_filled_once(cast: Cast) -> None:
    of, by = factories.seat(factories.forum(cast)), cast.actor("coordinator")

    def fills(who: str):
        person = cast.people[who]
        return lambda: services.fill_seat(seat=of, person=person, filled_by="nomination", since=make.days(0), by=by)

    found = at_once(fills("cora"), fills("dev"))
    assert sum(isinstance(each, SeatHolder) for each in found) == 1
    assert sum(isinstance(each, Refused) for each in found) == 1
