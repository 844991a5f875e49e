"""Casting a vote and counting them. The one place where something is done without an event of its own: an event for
each vote would say who voted when, and with the ballots beside it, how (docs/decisions/0008)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.audit import sealing
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.people.models import Person

from .. import counting, queries, rules
from ..events import SeatEvent as Event
from ..models import (
    COUNTED,
    ELECTED,
    ELECTION,
    NOT_ELECTED,
    Ballot,
    Candidate,
    Election,
    ElectionResult,
    ElectionStatus,
    Ended,
    PaperVoter,
    Phase,
    PutForward,
    Voted,
)
from .elections import locked_election, move_candidate, tell

shuffling = random.SystemRandom()


@transaction.atomic
def cast_vote(*, election: Election, ranking: Sequence[str], by: Actor) -> None:
    """The voter's own. `ranking`: codes of candidates, the first choice first."""
    election = locked_election(election, by)
    person = Person.objects.filter(pk=by.person_id or 0).first()
    rules.check_own_vote(by, person is not None and queries.votes_on_paper(election, person.pk))
    if person is not None:
        _cast(election, person, ranking)


@transaction.atomic
def cast_paper(*, election: Election, person: Person, ranking: Sequence[str], by: Actor) -> None:
    """One of the papers that came in, and one of the people who sent one: which paper was whose is not known."""
    election = locked_election(election, by)
    rules.check_can_keep_paper(by, election)
    rules.check_on_paper(queries.votes_on_paper(election, person.pk))
    _cast(election, person, ranking)


def _cast(election: Election, person: Person, ranking: Sequence[str]) -> None:
    today = timezone.localdate()
    queries.check_may_cast(election, person, today)
    rules.check_ranking(ranking, [each.code for each in queries.standing_in(election)])
    Voted.objects.create(election=election, person=person, on=today)
    _put_in_the_box(election, ranking)


def _put_in_the_box(election: Election, ranking: Sequence[str]) -> None:
    """All ballots are written anew, shuffled, so that the newest is not the last one, nor the one written just now."""
    box = [*Ballot.objects.filter(election=election).values_list("ranking", flat=True), list(ranking)]
    shuffling.shuffle(box)
    Ballot.objects.filter(election=election).delete()
    Ballot.objects.bulk_create(Ballot(election=election, ranking=each) for each in box)


@transaction.atomic
def vote_on_paper(*, election: Election, person: Person, by: Actor) -> PaperVoter:
    """Somebody asked for a ballot on paper. From now on they vote in no other way."""
    election = locked_election(election, by)
    rules.check_can_keep_paper(by, election)
    rules.check_may_vote(election, person, queries.members_of(election.voters, timezone.localdate()))
    rules.check_not_voted(queries.has_voted(election, person.pk))
    row, made = PaperVoter.objects.get_or_create(election=election, person=person, defaults=byline(by))
    if made:
        audit.record(Event.PAPER_ASKED, by=by, target=election, facts={"person": person.code})
    return row


@transaction.atomic
def vote_on_screen(*, election: Election, person: Person, by: Actor) -> None:
    """They want to vote here after all."""
    election = locked_election(election, by)
    rules.check_can_keep_paper(by, election)
    rules.check_not_voted(queries.has_voted(election, person.pk))
    if PaperVoter.objects.filter(election=election, person=person).delete()[0]:
        audit.record(Event.PAPER_TAKEN_BACK, by=by, target=election, facts={"person": person.code})


# Counting.


@transaction.atomic
def count_election(*, election: Election, by: Actor) -> ElectionResult:
    """After the last day, or as soon as there is nothing to vote about. The result is published as it is."""
    election = locked_election(election, by)
    standing = [each.code for each in queries.standing_in(election)]
    seats = len(queries.seats_of(election))
    rules.check_can_count(by, election, timezone.localdate(), len(standing), seats)
    box = queries.ballots_of(election)
    ballots = [ballot for ballot in counting.only(standing, box) if ballot]
    ended = _how_it_ends(standing, seats, ballots)
    counted = _count(election, ended, standing, ballots, seats)
    result = _keep(election, ended, counted, box, seats, by)
    _settle(election, standing, result, by)
    facts: dict[str, Any] = {
        "ended": str(ended),
        "ballots": len(box),
        "voted": result.voted,
        "could_vote": result.could_vote,
    }
    facts |= {"seal": result.seal, "seats": seats, "elected": result.elected}
    audit.record(Event.ELECTION_COUNTED, by=by, target=election, facts=facts)
    return result


def _how_it_ends(standing: Sequence[str], seats: int, ballots: Sequence[Sequence[str]]) -> Ended:
    if not standing:
        return Ended.NOBODY_STOOD
    if len(standing) <= seats:
        return Ended.UNOPPOSED
    return Ended.VOTED if ballots else Ended.NO_VOTES


def _count(
    election: Election, ended: Ended, standing: list[str], ballots: Sequence[Sequence[str]], seats: int
) -> counting.Count:
    order = counting.lots(election.tie_salt, standing)
    if ended == Ended.VOTED:
        return counting.count(order, ballots, seats)
    return counting.Count(quota=0, rounds=(), elected=tuple(order) if ended == Ended.UNOPPOSED else ())


def _keep(
    election: Election, ended: Ended, counted: counting.Count, box: list[list[str]], seats: int, by: Actor
) -> ElectionResult:
    salt = sealing.new_salt()
    return ElectionResult.objects.create(
        election=election,
        ended=ended,
        seats=seats,
        could_vote=queries.electorate(election, election.vote_until).count(),
        voted=queries.how_many_voted(election),
        ballots=len(box),
        quota=counted.quota,
        rounds=[each.as_plain() for each in counted.rounds],
        elected=list(counted.elected),
        ballot_salt=salt,
        seal=sealing.commitment(salt, sealing.canonical(box)),
        **byline(by),
    )


def _settle(election: Election, standing: list[str], result: ElectionResult, by: Actor) -> None:
    move(election, COUNTED, lifecycle=ELECTION, statuses=ElectionStatus, by=by)
    PutForward.objects.filter(election=election).delete()
    stood = Candidate.objects.filter(election=election, code__in=standing).order_by("code")
    for candidate in stood:
        won = candidate.code in result.elected
        move_candidate(candidate, ELECTED if won else NOT_ELECTED, by)
        _tell_candidate(election, candidate.person_id, won)
    candidates = {candidate.person_id for candidate in stood}
    told = _("The result of “%(title)s” is out. You can see how it was counted.") % {"title": election.title}
    for person_id in queries.electorate(election, timezone.localdate()).values_list("pk", flat=True):
        if person_id not in candidates:
            tell(election, person_id, _("The result is out"), told, key=f"result {election.code} {person_id}")


def _tell_candidate(election: Election, person_id: int, won: bool) -> None:
    words = {"title": election.title}
    if won:
        told = _("You were elected: “%(title)s”. Do you take the seat? Say yes or no on the page.") % words
        tell(election, person_id, _("You were elected"), told)
        return
    told = _("“%(title)s” was counted. You were not elected this time. You can see how it was counted.") % words
    tell(election, person_id, _("The result is out"), told)


def count_elections(*, organisation_id: int, by: Actor) -> int:
    """What the nightly task does when they are over. Twice does no harm."""
    counted, today = 0, timezone.localdate()
    for election in queries.running_everywhere(organisation_id):
        standing, seats = len(queries.standing_in(election)), len(queries.seats_of(election))
        if not rules.can_count(by, election, today, standing, seats):
            continue
        try:
            count_election(election=election, by=by)
        except Refused:  # another machine counted it meanwhile
            continue
        counted += 1
    return counted


def tell_voters(*, organisation_id: int) -> int:
    """What the nightly task does when voting has begun. Twice does no harm."""
    today = timezone.localdate()
    running = queries.running_everywhere(organisation_id)
    return sum(_tell_voters(each, today) for each in running if each.phase_on(today) == Phase.VOTING)


@transaction.atomic
def _tell_voters(election: Election, today: date) -> int:
    """Each of them once, also whoever came since the first night."""
    words = {"title": election.title, "day": long_day(election.vote_until)}
    told = _("You can vote now: “%(title)s”. The last day is %(day)s. Nobody can see how you vote.") % words
    people = queries.electorate(election, today).values_list("pk", flat=True)
    return sum(tell(election, pk, _("You can vote now"), told, key=f"vote {election.code} {pk}") for pk in people)
