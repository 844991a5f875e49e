"""Elections: what somebody may see of one, who may stand and vote, and what waits for whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.people.models import ACTIVE, LEFT, Person

from .. import counting, rules
from ..models import (
    CALLED,
    CALLED_OFF,
    COUNTED,
    ELECTED,
    NOMINATED,
    STANDING,
    Ballot,
    Candidate,
    Election,
    ElectionResult,
    ElectionSeat,
    Forum,
    PaperVoter,
    Phase,
    PutForward,
    Seat,
    SeatHolder,
    Voted,
)
from .seats import holder_ids, url_of_seats


def url_of_election(slug: str, election: Election, *steps: str) -> str:
    return url_of_seats(slug, "elections", election.code, *steps)


def elections_for(actor: Actor) -> QuerySet[Election]:
    """Those that run, and those that were counted; for the coordinator also what was called off."""
    if not rules.may_see_seats(actor):
        return Election.objects.none()
    rows = Election.objects.filter(organisation=actor.organisation_id)
    if not rules.can_keep_seats(actor):
        rows = rows.exclude(state=CALLED_OFF)
    return rows.select_related("forum").order_by("-vote_until", "-id")


def election_for(actor: Actor, code: str) -> Election:
    rows = elections_for(actor).select_related("organisation", "forum", "forum__organisation", "standers", "voters")
    found = rows.filter(code=code).first()
    if found is None:
        raise NotYours
    return found


# Seats that it fills.


def seats_of(election: Election) -> list[Seat]:
    rows = ElectionSeat.objects.filter(election=election).select_related("seat").order_by("id")
    return [row.seat for row in rows]


def electable(forum: Forum, until: date) -> list[Seat]:
    """Seats that an election could fill, were it over on that day."""
    busy = busy_seats(forum, until)
    rows = Seat.objects.filter(forum=forum, closed_on__isnull=True, filled_by="election").order_by("id")
    return [seat for seat in rows if seat.pk not in busy]


def busy_seats(forum: Forum, until: date) -> set[int]:
    """Held beyond the day, or in an election that runs."""
    running = ElectionSeat.objects.filter(seat__forum=forum, election__state=CALLED).values_list("seat_id", flat=True)
    terms = SeatHolder.objects.filter(seat__forum=forum, ended_on__isnull=True)
    held = {term.seat_id for term in terms if term.until is None or term.until > until + timedelta(days=1)}
    return held | set(running)


# People.


def members_of(forum: Forum | None, on: date) -> set[int] | None:
    """Who an election is limited to; None when it is open to everybody active."""
    return None if forum is None else holder_ids(forum, on)


def electorate(election: Election, on: date) -> QuerySet[Person]:
    rows = Person.objects.filter(organisation=election.organisation_id, state=ACTIVE, erased_on__isnull=True)
    members = members_of(election.voters, on)
    return rows if members is None else rows.filter(pk__in=members)


def standing_in(election: Election) -> list[Candidate]:
    """In no order but that of their random codes. Whoever has left stands no longer."""
    rows = Candidate.objects.filter(election=election, state=STANDING, person__erased_on__isnull=True)
    return list(rows.exclude(person__state=LEFT).select_related("person", "recorded_by").order_by("code"))


def candidate_of(election: Election, person_id: int | None) -> Candidate | None:
    rows = Candidate.objects.filter(election=election, person=person_id or 0)
    return rows.select_related("person", "recorded_by").first()


def candidate_for(election: Election, code: str) -> Candidate:
    rows = Candidate.objects.filter(election=election, code=code).select_related("person")
    found = rows.first()
    if found is None:
        raise NotYours
    found.election = election
    return found


def asked_in(election: Election) -> list[Candidate]:
    """Asked whether they want to stand, and elected without having said yes: for the coordinator."""
    rows = Candidate.objects.filter(election=election, state__in=[NOMINATED, ELECTED]).select_related("person")
    return list(rows.order_by("code"))


def names_put_forward(election: Election) -> list[PutForward]:
    return list(PutForward.objects.filter(election=election).order_by("id"))


def has_voted(election: Election, person_id: int) -> bool:
    return Voted.objects.filter(election=election, person=person_id).exists()


def how_many_voted(election: Election) -> int:
    return Voted.objects.filter(election=election).count()


def votes_on_paper(election: Election, person_id: int) -> bool:
    return PaperVoter.objects.filter(election=election, person=person_id).exists()


def paper_waiting(election: Election) -> list[Person]:
    """Asked for paper and have not voted yet."""
    voted = Voted.objects.filter(election=election).values("person")
    rows = PaperVoter.objects.filter(election=election, person__erased_on__isnull=True).exclude(person__in=voted)
    return [row.person for row in rows.select_related("person").order_by("id")]


def check_can_vote(actor: Actor, election: Election, today: date) -> None:
    """May they vote now, on this page? Says why not."""
    person = Person.objects.filter(pk=actor.person_id or 0).first()
    if person is None:
        raise NotYours
    rules.check_own_vote(actor, votes_on_paper(election, person.pk))
    check_may_cast(election, person, today)


def can_vote(actor: Actor, election: Election, today: date) -> bool:
    if actor.person_id is None or election.state != CALLED or election.phase_on(today) != Phase.VOTING:
        return False
    return rules.allows(check_can_vote, actor, election, today)


def check_may_cast(election: Election, person: Person, today: date) -> None:
    """May a vote of theirs go into the box now, however it came?"""
    rules.check_voting(election, today)
    rules.check_may_vote(election, person, members_of(election.voters, today))
    rules.check_contested(len(standing_in(election)), ElectionSeat.objects.filter(election=election).count())
    rules.check_not_voted(has_voted(election, person.pk))


def check_can_stand(actor: Actor, election: Election, person: Person, today: date) -> None:
    members = members_of(election.standers, today)
    rules.check_can_stand(actor, election, person, members, candidate_of(election, person.pk), today)


def can_stand(actor: Actor, election: Election, today: date) -> bool:
    if actor.person_id is None or election.state != CALLED or election.phase_on(today) != Phase.NOMINATING:
        return False
    person = Person.objects.filter(pk=actor.person_id).first()
    return person is not None and rules.allows(check_can_stand, actor, election, person, today)


# The result.


@dataclass(frozen=True)
class Shown:
    """A result as its page shows it."""

    result: ElectionResult
    names: dict[str, str]  # by the candidate's code
    rounds: Sequence[counting.Round]
    winners: Sequence[Candidate]
    lots: Sequence[str]


def result_of(election: Election) -> Shown | None:
    if election.state != COUNTED:
        return None
    result = ElectionResult.objects.get(election=election)
    candidates = Candidate.objects.filter(election=election).select_related("person").order_by("code")
    by_code = {each.code: each for each in candidates}
    names = {code: name_of(each) for code, each in by_code.items()}
    rounds = [counting.round_of(each) for each in result.rounds]
    stood = [line.code for line in rounds[0].lines] if rounds else []
    winners = [by_code[code] for code in result.elected]
    return Shown(result, names, rounds, winners, counting.lots(election.tie_salt, stood))


def name_of(candidate: Candidate) -> str:
    """Whoever stands has agreed that those who belong here read their name."""
    return candidate.person.known_as or _("Somebody who has left")


def may_take_ballots(election: Election, result: ElectionResult) -> bool:
    """Under the threshold a file of ballots could show who voted how."""
    least = organisations.settings_of(election.organisation_id, result.counted_on).outside_threshold
    return result.ended == "voted" and result.ballots >= least


def ballots_of(election: Election) -> list[list[str]]:
    """In the order of what stands in them, never in the one in which they are kept."""
    return sorted(Ballot.objects.filter(election=election).values_list("ranking", flat=True))


# What waits.


@dataclass(frozen=True)
class Waiting:
    """Something about an election that waits for somebody: "answer", "take", "vote", "stand"."""

    what: str
    election: Election
    day: date
    own: str = ""  # the code under which they stand, or were asked to


def waiting_for(person_ids: Collection[int], today: date) -> list[Waiting]:
    """Across organisations, for somebody's own page. Most days there is none, and nothing else is asked."""
    here = Person.objects.filter(pk__in=person_ids, state=ACTIVE)
    elected = Candidate.objects.filter(person__in=list(person_ids), state=ELECTED)
    running = Q(state=CALLED, nominate_from__lte=today, vote_until__gte=today)
    concerned = Q(running, organisation__in=here.values("organisation")) | Q(pk__in=elected.values("election"))
    found = list(Election.objects.filter(concerned).order_by().values_list("pk", flat=True))
    return _waiting_in(found, person_ids, here, today) if found else []


def _waiting_in(
    found: Collection[int], person_ids: Collection[int], here: QuerySet[Person], today: date
) -> list[Waiting]:
    mine = Candidate.objects.filter(election=OuterRef("pk"), person__in=list(person_ids))
    rows = Election.objects.filter(pk__in=found).annotate(
        voted=Exists(Voted.objects.filter(election=OuterRef("pk"), person__in=list(person_ids))),
        on_paper=Exists(PaperVoter.objects.filter(election=OuterRef("pk"), person__in=list(person_ids))),
        own_state=Subquery(mine.values("state")[:1]),
        own_code=Subquery(mine.values("code")[:1]),
        standing=_number(Candidate.objects.filter(state=STANDING, person__erased_on__isnull=True)),
        places=_number(ElectionSeat.objects.all()),
    )
    elections = list(rows.select_related("organisation", "voters", "standers").order_by("vote_until", "id"))
    people = {person.organisation_id: person for person in here}
    waiting = (_waiting(election, people.get(election.organisation_id), today) for election in elections)
    return [each for each in waiting if each]


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many of these rows an election has."""
    counted = rows.filter(election=OuterRef("pk")).order_by().values("election").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)


def _waiting(election: Any, person: Person | None, today: date) -> Waiting | None:
    """What comes first of what they can do about it."""
    phase, own = election.phase_on(today), election.own_state
    if own == ELECTED:
        return Waiting("take", election, election.vote_until, election.own_code)
    if person is None:
        return None
    if phase == Phase.NOMINATING and own == NOMINATED:
        return Waiting("answer", election, election.nominate_until, election.own_code)
    if phase == Phase.NOMINATING and own is None and _is_for(election.standers, person, today):
        return Waiting("stand", election, election.nominate_until)
    contested = election.standing > election.places and not (election.voted or election.on_paper)
    if phase == Phase.VOTING and contested and _is_for(election.voters, person, today):
        return Waiting("vote", election, election.vote_until)
    return None


def _is_for(forum: Forum | None, person: Person, today: date) -> bool:
    members = members_of(forum, today)
    return members is None or person.pk in members


def running_everywhere(organisation_id: int) -> list[Election]:
    """For the nightly task."""
    rows = Election.objects.filter(organisation=organisation_id, state=CALLED)
    return list(rows.select_related("organisation", "forum__organisation", "standers", "voters").order_by("id"))
