"""One vote each, on a screen or on paper, and nothing that joins a voter with a ballot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from alongside.audit.models import Content, Event
from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.core.models import Once
from alongside.decisions import queries, services
from alongside.decisions.models import Ballot, Election, PaperVoter, Voted
from alongside.people.models import Person
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

from . import factories


@pytest.fixture
def election(cast: Cast) -> Election:
    made = factories.election(cast, phase="voting")
    for who in ("cora", "dev", "noor"):
        factories.candidate(made, cast.people[who])
    return made


def codes(election: Election) -> list[str]:
    return [each.code for each in queries.standing_in(election)]


def test_a_person_votes_once(cast: Cast, election: Election) -> None:
    by = cast.actor("eoin")
    services.cast_vote(election=election, ranking=codes(election)[:2], by=by)
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=codes(election)[:1], by=by)
    assert Voted.objects.get().person == cast.people["eoin"] and Ballot.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Voted.objects.create(election=election, person=cast.people["eoin"])


@pytest.mark.parametrize(
    "ranking", [lambda own: [], lambda own: [own[0], own[0]], lambda own: ["nobody"], lambda own: [*own, "x"]]
)
def test_what_is_no_vote(cast: Cast, election: Election, ranking: Callable[[list[str]], list[str]]) -> None:
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=ranking(codes(election)), by=cast.actor("eoin"))
    assert not Voted.objects.exists() and not Ballot.objects.exists()


def test_who_may_not_vote(cast: Cast, election: Election) -> None:
    ranking = codes(election)
    told = cast.actor("coordinator").for_person(cast.people["eoin"].pk, Medium.PHONE)
    for by in (cast.actor("staff"), cast.actor("coordinator"), told):
        with pytest.raises(Refused):
            services.cast_vote(election=election, ranking=ranking, by=by)
    group = factories.forum(cast)
    factories.holder(factories.seat(group), person=cast.people["dev"])
    Election.objects.update(voters=group)
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=ranking, by=cast.actor("eoin"))
    services.cast_vote(election=election, ranking=ranking, by=cast.actor("dev"))
    Person.objects.filter(pk=cast.people["cora"].pk).update(state="left")
    Election.objects.update(voters=None)
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=ranking, by=cast.actor("cora"))


@pytest.mark.parametrize("phase", ["nominating", "between", "over"])
def test_days_on_which_nobody_can_vote(cast: Cast, phase: str) -> None:
    election = factories.election(cast, phase=phase)
    for who in ("cora", "dev"):
        factories.candidate(election, cast.people[who])
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=codes(election), by=cast.actor("eoin"))


def test_nobody_votes_where_there_is_nothing_to_choose(cast: Cast) -> None:
    election = factories.election(cast, phase="voting")
    factories.candidate(election, cast.people["cora"])
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=codes(election), by=cast.actor("eoin"))


def test_paper_and_screen_are_one_or_the_other(cast: Cast, election: Election) -> None:
    by, noor, ranking = cast.actor("coordinator"), cast.people["noor"], codes(election)
    with pytest.raises(Refused):
        services.cast_paper(election=election, person=noor, ranking=ranking, by=by)  # did not ask for it
    services.vote_on_paper(election=election, person=cast.people["eoin"], by=by)
    services.vote_on_paper(election=election, person=cast.people["eoin"], by=by)
    assert PaperVoter.objects.count() == 1 and Event.objects.filter(name="paper_ballot_asked").count() == 1
    with pytest.raises(Refused):
        services.cast_vote(election=election, ranking=ranking, by=cast.actor("eoin"))
    for wrong in ("cora", "board"):
        with pytest.raises(Refused):
            services.cast_paper(election=election, person=cast.people["eoin"], ranking=ranking, by=cast.actor(wrong))
    services.cast_paper(election=election, person=cast.people["eoin"], ranking=ranking, by=by)
    with pytest.raises(Refused):
        services.cast_paper(election=election, person=cast.people["eoin"], ranking=ranking, by=by)
    assert queries.paper_waiting(election) == []


def test_somebody_goes_back_to_the_screen(cast: Cast, election: Election) -> None:
    by, eoin = cast.actor("coordinator"), cast.people["eoin"]
    services.vote_on_paper(election=election, person=eoin, by=by)
    services.vote_on_screen(election=election, person=eoin, by=by)
    services.cast_vote(election=election, ranking=codes(election), by=cast.actor("eoin"))
    for verb in (services.vote_on_paper, services.vote_on_screen):
        with pytest.raises(Refused):
            verb(election=election, person=eoin, by=by)


# Nothing joins them.


def the_vote(cast: Cast, election: Election, number: int = 12) -> list[tuple[int, list[str]]]:
    """So many vote, each in a way of their own. Returns who voted how, in the order in which they did."""
    own, told = codes(election), []
    orders = [[own[n % 3], own[(n + 1 + n // 3) % 3]] if n % 2 else [own[n % 3]] for n in range(number)]
    for person, order in zip(factories.voters(cast, number), orders, strict=True):
        ranking = list(dict.fromkeys(order))
        services.cast_vote(election=election, ranking=ranking, by=factories.actor_of(cast, person))
        told.append((person.pk, ranking))
    return told


def test_the_tables_share_nothing_but_the_election(cast: Cast, election: Election) -> None:
    voted = {field.name: field for field in Voted._meta.concrete_fields}
    ballot = {field.name: field for field in Ballot._meta.concrete_fields}
    assert set(voted) == {"id", "election", "person", "on"} and set(ballot) == {"id", "election", "ranking"}
    for field in [*voted.values(), *ballot.values()]:
        assert not isinstance(field, models.DateTimeField | models.TimeField)
    assert type(voted["on"]) is models.DateField
    for model in (Voted, Ballot):  # nobody points at them either
        assert [relation.name for relation in model._meta.related_objects] == []


def test_no_number_and_no_order_says_whose_it_is(cast: Cast, election: Election) -> None:
    """The k-th voter's ballot stands at the k-th place no oftener than chance would put it there."""
    told = the_vote(cast, election)
    hits = 0
    for again in range(30):
        by_number = list(Ballot.objects.order_by("id").values_list("id", "ranking"))
        voters = list(Voted.objects.order_by("id").values_list("id", "person"))
        assert not {number for number, _row in by_number} & {number for number, _row in voters}
        assert [person for _number, person in voters] != [person for person, _ranking in told]
        hits += sum(
            ranking == dict(told)[person] for (_n, ranking), (_m, person) in zip(by_number, voters, strict=True)
        )
        if again < 29:
            person = factories.voters(cast, 1)[0]
            services.cast_vote(election=election, ranking=codes(election)[:1], by=factories.actor_of(cast, person))
            told.append((person.pk, codes(election)[:1]))
    assert hits < 0.75 * sum(12 + n for n in range(30))


@pytest.mark.one_database
def test_rows_lie_on_the_disk_in_the_order_of_their_random_numbers(cast: Cast, election: Election) -> None:
    the_vote(cast, election)
    with connection.cursor() as cursor:
        for model in (Voted, Ballot):
            cursor.execute(f"SELECT rowid, id FROM {model._meta.db_table}")  # noqa: S608
            assert all(rowid == number for rowid, number in cursor.fetchall())


def test_every_vote_writes_all_ballots_anew(cast: Cast, election: Election) -> None:
    the_vote(cast, election, 6)
    before = set(Ballot.objects.values_list("id", flat=True))
    services.cast_vote(election=election, ranking=codes(election), by=cast.actor("eoin"))
    assert not before & set(Ballot.objects.values_list("id", flat=True))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT xmin::text) FROM decisions_ballot")
            assert cursor.fetchone() == (1,)


def test_no_event_no_message_and_no_form_is_left_of_a_vote(cast: Cast, election: Election, client_as: Any) -> None:
    url = f"/harbour/seats/elections/{election.code}/vote/"
    said = {f"rank_{code}": str(number) for number, code in enumerate(codes(election), 1)}
    client = client_as("eoin")
    rows = (Event, Content, Message, Once)
    before = [model._default_manager.count() for model in rows]
    assert client.post(url, {**said, "sure": "yes"}).status_code == 303
    assert Voted.objects.count() == 1
    assert [model._default_manager.count() for model in rows] == before


def test_the_day_is_the_finest_that_is_kept(cast: Cast, election: Election) -> None:
    services.cast_vote(election=election, ranking=codes(election), by=cast.actor("eoin"))
    on = Voted.objects.get().on
    assert isinstance(on, date) and not isinstance(on, datetime)


def test_the_closing_event_seals_every_ballot_and_names_no_voter(cast: Cast, election: Election) -> None:
    told = the_vote(cast, election)
    for name, after in (("nominate_from", -9), ("nominate_until", -8), ("vote_from", -7), ("vote_until", -1)):
        setattr(election, name, make.days(after))
    election.save()
    result = services.count_election(election=election, by=cast.actor("coordinator"))
    facts = Content.objects.get(event__name="election_counted").facts
    assert (facts["ballots"], facts["voted"], facts["seal"]) == (12, 12, result.seal)
    for person, _ranking in told:
        assert Person.objects.get(pk=person).code not in str(facts)
