from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.decisions import services
from alongside.decisions.models import Ballot, Candidate, Election, PutForward, Voted
from alongside.people.services.register import keep_tokens
from tests import make
from tests.cast import Cast

from . import factories
from .electing import contested, move_to, vote

As = Callable[[str], Client]


def page_of(election: Election, step: str = "") -> str:
    return f"/harbour/seats/elections/{election.code}/{step}"


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def ranked(election: Election, *numbers: str) -> dict[str, str]:
    codes = Candidate.objects.filter(election=election).order_by("code").values_list("code", flat=True)
    return {f"rank_{code}": number for code, number in zip(codes, numbers, strict=False)}


def test_a_vote_is_looked_at_before_it_goes_into_the_box(cast: Cast, client_as: As) -> None:
    election = contested(cast)
    eoin, url = client_as("eoin"), page_of(election, "vote/")
    assert "Give number 1 to the person you want most" in text(eoin.get(url))
    asked = eoin.post(url, ranked(election, "2", "1"))
    assert "Is this right?" in text(asked) and not Voted.objects.exists()
    changed = eoin.post(url, {**ranked(election, "2", "1"), "again": "yes"})
    assert "Is this right?" not in text(changed) and not Voted.objects.exists()
    assert eoin.post(url, {**ranked(election, "2", "1"), "sure": "yes"}).status_code == 303
    first, second = Candidate.objects.order_by("code")[:2]
    assert Ballot.objects.get().ranking == [second.code, first.code]
    again = eoin.post(url, {**ranked(election, "1"), "sure": "yes"})
    assert again.status_code == 422 and "A vote was put in the box already." in text(again)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("", "", ""), "give them number 1"),
        (("1", "1", ""), "You gave number 1 to more than one person."),
        (("9", "", ""), "That answer is not in the list."),
        (("x", "1", ""), "That answer is not in the list."),
    ],
)
def test_what_is_no_vote_comes_back(cast: Cast, client_as: As, numbers: tuple[str, ...], told: str) -> None:
    election = contested(cast)
    found = client_as("eoin").post(page_of(election, "vote/"), {**ranked(election, *numbers), "sure": "yes"})
    assert found.status_code == 422 and told in text(found) and not Voted.objects.exists()


def test_a_number_left_out_closes_up(cast: Cast, client_as: As) -> None:
    election = contested(cast)
    client_as("eoin").post(page_of(election, "vote/"), {**ranked(election, "3", "", "1"), "sure": "yes"})
    first, _second, third = Candidate.objects.order_by("code")
    assert Ballot.objects.get().ranking == [third.code, first.code]


def test_somebody_who_withdrew_meanwhile_is_not_voted_for(cast: Cast, client_as: As) -> None:
    election = contested(cast, people=("cora", "dev", "noor", "eoin"))
    sent = ranked(election, "1", "2", "3", "4")
    gone = Candidate.objects.get(election=election, person=cast.people["cora"])
    services.withdraw_candidate(candidate=gone, by=cast.actor("cora"))
    found = client_as("eoin").post(page_of(election, "vote/"), {**sent, "sure": "yes"})
    # their number is gone from the page; whoever had number 4 of four has a number that is no more
    assert found.status_code in {303, 422}
    assert all(gone.code not in each.ranking for each in Ballot.objects.all())


def test_nobody_sees_who_was_asked_or_named(cast: Cast, client_as: As) -> None:
    for person in cast.people.values():
        keep_tokens(person)
    election = factories.election(cast)
    cora = client_as("cora")
    for name in ("Dev Anand", "Somebody Unknown"):
        sent = cora.post(page_of(election, "forward/"), {"name": name})
        assert sent.status_code == 303
    seen = {who: text(client_as(who).get(page_of(election))) for who in ("cora", "board", "eoin", "coordinator")}
    assert PutForward.objects.count() == 1
    for who, page in seen.items():
        assert ("Somebody Unknown" in page) == (who == "coordinator")
        assert ("Dev:" in page) == (who == "coordinator")


def test_ballots_are_a_file_only_when_enough_have_voted(cast: Cast, client_as: As) -> None:
    small, large = contested(cast), contested(cast)
    codes = list(Candidate.objects.filter(election=large).order_by("code").values_list("code", flat=True))
    for number, person in enumerate(factories.voters(cast, 10)):
        ranking = [codes[number % 3], codes[(number + 1) % 3]]
        services.cast_vote(election=large, ranking=ranking, by=factories.actor_of(cast, person))
    vote(cast, small, "eoin", "cora")
    for election in (small, large):
        services.count_election(election=move_to(election, "over"), by=cast.actor("coordinator"))
    cora = client_as("cora")
    assert cora.get(page_of(small, "ballots.csv")).status_code == 404
    assert "So few people voted" in text(cora.get(page_of(small)))
    lines = list(csv.reader(io.StringIO(cora.get(page_of(large, "ballots.csv")).content.decode("utf-8-sig"))))
    assert lines[0] == ["Choice 1", "Choice 2"] and len(lines) == 11
    kept = [line.split("(")[1][:-1] for row in lines[1:] for line in row]
    ballots = Ballot.objects.filter(election=large).values_list("ranking", flat=True)
    assert kept == [code for ranking in sorted(ballots) for code in ranking]


def test_the_law_about_trustees_stands_on_the_election_too(cast: Cast, client_as: As) -> None:
    election = factories.election(cast)
    election.seats.get().seat.__class__.objects.update(capacity="trustee")
    assert "do not represent the people" in text(client_as("cora").get(page_of(election)))


def test_the_nightly_task_counts_and_the_page_says_how_it_ended(cast: Cast, client_as: As) -> None:
    from alongside.home.services.tasks import run_tasks

    found = {}
    for name, people in (("nobody", ()), ("few", ("cora",)), ("silent", ("cora", "dev"))):
        found[name] = move_to(contested(cast, people=people), "over")
    assert run_tasks()["elections counted"] == 3
    client = client_as("board")
    for name, told in (("nobody", "Nobody stood."), ("few", "There was no vote"), ("silent", "Nobody voted")):
        assert told in text(client.get(page_of(found[name])))


@pytest.mark.parametrize("who", ["coordinator", "cora"])
def test_pages_ask_the_database_seldom(cast: Cast, client_as: As, who: str, django_assert_max_num_queries: Any) -> None:
    voting, nominating, over = contested(cast), factories.election(cast), contested(cast)
    for person in factories.voters(cast, 6):
        for election in (voting, nominating, over):
            factories.candidate(election, person, statement="I care.")
    vote(cast, over, "eoin", "cora")
    services.count_election(election=move_to(over, "over"), by=cast.actor("coordinator"))
    client = client_as(who)
    steps = [page_of(voting), page_of(nominating), page_of(over), "/harbour/seats/"]
    steps += [page_of(voting, "vote/")] if who == "cora" else [page_of(voting, "paper/")]
    for url in steps:
        with django_assert_max_num_queries(15):
            assert client.get(url).status_code == 200
    assert make.days(0) <= voting.vote_until
