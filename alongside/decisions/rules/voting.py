"""Voting and counting: who may, and when. Days count whole, the last one included."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor, Kind
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.people.models import ACTIVE, Person

from ..models import (
    Election,
    Phase,
)
from .common import allows
from .elections import check_runs_still
from .seats import check_can_keep_seats


def check_may_vote(election: Election, person: Person, members: Collection[int] | None) -> None:
    if person.organisation_id != election.organisation_id or person.state != ACTIVE or person.erased_on:
        raise Refused(_("Only people who take part here now can vote. Talk to the coordinator."))
    if members is not None and person.pk not in members:
        raise Refused(_("Only members of the group that is named here can vote."))


def check_voting(election: Election, today: date) -> None:
    check_runs_still(election)
    phase = election.phase_on(today)
    if phase == Phase.OVER:
        raise Refused(_("Voting ended on %(day)s. A vote after that cannot be counted.") % _last(election))
    if phase != Phase.VOTING:
        raise Refused(_("Voting begins on %(day)s.") % {"day": long_day(election.vote_from)})


def _last(election: Election) -> dict[str, str]:
    return {"day": long_day(election.vote_until)}


def check_contested(standing: int, seats: int) -> None:
    if standing <= seats:
        raise Refused(_("Nobody has to vote: not more people stand than there are seats."))


def check_own_vote(actor: Actor, on_paper: bool) -> None:
    """Nobody votes for somebody else. Whoever asked for paper votes on paper."""
    if actor.person_id is None or actor.on_behalf_of is not None:
        raise Refused(_("Everybody votes for themselves."))
    if on_paper:
        raise Refused(_("You asked to vote on paper. Send us the paper, or ask the coordinator to change that."))


def check_not_voted(voted: bool) -> None:
    if voted:
        raise Refused(_("A vote was put in the box already. Each person has one, and it cannot be changed."))


def check_ranking(ranking: Sequence[str], standing: Collection[str]) -> None:
    if not ranking:
        raise Refused(_("Choose at least one person: give them number 1."))
    if len(set(ranking)) != len(ranking):
        raise Refused(_("The same person stands there twice. Give each person one number."))
    if not set(ranking) <= set(standing):
        raise Refused(_("Somebody no longer stands. Look at the names again, then vote."))


def check_can_keep_paper(actor: Actor, election: Election) -> None:
    check_can_keep_seats(actor, election.forum)
    check_runs_still(election)


def check_on_paper(on_paper: bool) -> None:
    if not on_paper:
        raise Refused(_("They did not ask for paper. Write that down first."), field="who")


# Counting.


def can_count(actor: Actor, election: Election, today: date, standing: int, seats: int) -> bool:
    return allows(check_can_count, actor, election, today, standing, seats)


def check_can_count(actor: Actor, election: Election, today: date, standing: int, seats: int) -> None:
    """`actor` may be the nightly task. Without a vote to wait for it is settled once nobody can stand any more."""
    if not may_count(actor, election):
        check_can_keep_seats(actor, election.forum)
    check_runs_still(election)
    phase = election.phase_on(today)
    settled = standing <= seats and phase in {Phase.BETWEEN, Phase.VOTING}
    if phase != Phase.OVER and not settled:
        raise Refused(_("The last day to vote is %(day)s. It is counted after that.") % _last(election))


def may_count(actor: Actor, election: Election) -> bool:
    return actor.kind == Kind.SYSTEM and actor.organisation_id == election.organisation_id
