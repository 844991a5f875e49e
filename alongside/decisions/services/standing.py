"""Standing in an election, being put forward, and taking the seat."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.people import queries as people
from alongside.people.holding import hold_author
from alongside.people.models import ACTIVE, Person
from alongside.post import services as post

from .. import queries, rules
from ..events import SeatEvent as Event
from ..models import (
    DECLINED,
    ELECTED,
    NOMINATED,
    SEATED,
    STANDING,
    STEPPED_BACK,
    WITHDRAWN,
    Candidate,
    CandidateStatus,
    Election,
    Filled,
    PutForward,
    Seat,
)
from .elections import locked_election, move_candidate, tell
from .forums import locked_seat
from .seats import end_of_term, seat_somebody
from .steps import sealed


@transaction.atomic
def stand(*, election: Election, person: Person, statement: str, by: Actor) -> Candidate:
    """Somebody puts themselves forward, or says yes after all."""
    hold_author(by, person.pk)
    election = locked_election(election, by)
    queries.check_can_stand(by, election, person, timezone.localdate())
    rules.check_statement(statement)
    candidate = queries.candidate_of(election, person.pk)
    if candidate is None:
        candidate = Candidate.objects.create(
            election=election, person=person, state=STANDING, statement=statement.strip(), **byline(by)
        )
        begin(candidate, statuses=CandidateStatus, by=by)
    else:
        candidate.statement = statement.strip()
        move_candidate(candidate, STANDING, by, "statement")
    _record_standing(Event.STOOD, candidate, by)
    return candidate


@transaction.atomic
def change_statement(*, candidate: Candidate, statement: str, by: Actor) -> Candidate:
    """Until voting begins: nobody votes for words that change."""
    hold_author(by, candidate.person_id)
    candidate = _locked_candidate(candidate, by)
    rules.check_can_change_statement(by, candidate, timezone.localdate())
    rules.check_statement(statement)
    candidate.statement = statement.strip()
    candidate.save(update_fields=["statement"])
    _record_standing(Event.STATEMENT_CHANGED, candidate, by)
    return candidate


@transaction.atomic
def ask_to_stand(*, election: Election, person: Person, by: Actor, name: PutForward | None = None) -> Candidate:
    """The coordinator asks somebody on the register. Only they can say yes. `name` led here, and is settled."""
    election = locked_election(election, by)
    rules.check_can_ask(by, election, timezone.localdate())
    found = _asked(election, person, by)
    if name is not None:
        PutForward.objects.filter(pk=name.pk, election=election).delete()
    return found


def _asked(election: Election, person: Person, by: Actor) -> Candidate:
    """Asked once: whoever has answered is not asked again."""
    rules.check_may_stand(person, queries.members_of(election.standers, timezone.localdate()))
    candidate = queries.candidate_of(election, person.pk)
    if candidate is not None:
        return candidate
    candidate = Candidate.objects.create(election=election, person=person, **byline(by))
    begin(candidate, statuses=CandidateStatus, by=by)
    facts = {"title": election.title, "day": long_day(election.nominate_until)}
    told = _("Somebody put your name forward for “%(title)s”. Do you want to stand? Say yes or no by %(day)s.") % facts
    tell(election, person.pk, _("Do you want to stand?"), told)
    _record_standing(Event.ASKED_TO_STAND, candidate, by)
    return candidate


@transaction.atomic
def put_forward(*, election: Election, name: str, by: Actor) -> None:
    """One contributor names another. What they read afterwards is the same whether or not there is such a person:
    nobody may find out in this way who is on the register."""
    election = locked_election(election, by)
    rules.check_can_put_forward(by, election, timezone.localdate())
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Write their name."), field="name")
    here = Person.objects.filter(organisation=election.organisation_id, state=ACTIVE, erased_on__isnull=True)
    found = list(people.find(here, name, election.organisation_id)[:2])
    members = queries.members_of(election.standers, timezone.localdate())
    if len(found) == 1 and rules.allows(rules.check_may_stand, found[0], members):
        _asked(election, found[0], by)
        return
    row = PutForward.objects.create(election=election, name=name, **byline(by))
    slug = election.organisation.slug
    for user in organisations.users_with(election.organisation_id, "coordinator"):
        post.queue(
            "name_put_forward",
            organisation=election.organisation_id,
            subject=_("Somebody was put forward: find out who is meant"),
            body=_("A name was put forward that leads to nobody, or to more than one person. It is on the page."),
            to_user=user.pk,
            link=queries.url_of_election(slug, election),
        )
    audit.record(Event.NAME_PUT_FORWARD, by=by, target=election, facts={"row": row.code})


@transaction.atomic
def answer_nomination(*, candidate: Candidate, stands: bool, by: Actor, statement: str = "") -> Candidate:
    """Yes, in their own words if they like; or no, and nobody asks why."""
    candidate = _locked_candidate(candidate, by)
    rules.check_can_answer(by, candidate, timezone.localdate())
    rules.check_statement(statement)
    if stands:
        candidate.statement = statement.strip()
        move_candidate(candidate, STANDING, by, "statement")
    elif candidate.state == NOMINATED:
        move_candidate(candidate, DECLINED, by)
    _record_standing(Event.NOMINATION_ANSWERED, candidate, by)
    return candidate


@transaction.atomic
def withdraw_candidate(*, candidate: Candidate, by: Actor) -> Candidate:
    """Also while people vote: on the ballots that name them the next choice moves up."""
    candidate = _locked_candidate(candidate, by)
    rules.check_can_withdraw(by, candidate)
    move_candidate(candidate, WITHDRAWN, by)
    _record_standing(Event.CANDIDATE_WITHDREW, candidate, by)
    return candidate


def _locked_candidate(candidate: Candidate, by: Actor) -> Candidate:
    election = locked_election(candidate.election, by)
    found = Candidate.objects.select_for_update(of=("self",), no_key=True).select_related("person").get(pk=candidate.pk)
    found.election = election
    return found


# Taking the seat.


@transaction.atomic
def take_seat(*, candidate: Candidate, takes: bool, by: Actor) -> Candidate:
    """Who was elected says yes and holds a seat from that day, or says no and it stays empty."""
    candidate = _locked_candidate(candidate, by)
    rules.check_can_take_seat(by, candidate)
    move_candidate(candidate, SEATED if takes else STEPPED_BACK, by)
    if takes:
        seat, today = _free_seat(candidate.election, by), timezone.localdate()
        until = end_of_term(seat, today)
        seat_somebody(seat, by=by, person=candidate.person, filled_by=Filled.ELECTION, since=today, until=until)
    _record_standing(Event.SEAT_ANSWERED, candidate, by)
    return candidate


def _free_seat(election: Election, by: Actor) -> Seat:
    today = timezone.localdate()
    busy: list[date] = []
    for seat in queries.seats_of(election):
        terms = queries.terms_of(seat)
        ends = [term.over_on for term in terms if term.over_on is None or term.over_on > today]
        if not ends and seat.closed_on is None:
            return locked_seat(seat, by)
        busy += [day for day in ends if day]
    if busy:
        told = _("The seat is held until %(day)s. Say yes on that day or later.")
        raise Refused(told % {"day": long_day(min(busy))})
    raise Refused(_("There is no free seat any more. Talk to the coordinator."))


@transaction.atomic
def forget_candidacies(*, person_id: int, by: Actor) -> list[str]:
    """Of somebody who is forgotten: they stand no longer, take no seat, and their words go. Returns the codes."""
    found = list(Candidate.objects.filter(person=person_id).select_related("election").order_by("id"))
    ends = {NOMINATED: DECLINED, STANDING: WITHDRAWN, ELECTED: STEPPED_BACK}
    for candidate in found:
        locked_election(candidate.election, by)
        if candidate.state in ends:
            move_candidate(candidate, ends[candidate.state], by)
        candidate.statement = ""
        candidate.save(update_fields=["statement"])
    return [candidate.code for candidate in found]


def _record_standing(event: Event, candidate: Candidate, by: Actor) -> None:
    facts: dict[str, Any] = {"election": candidate.election.code, "state": candidate.state}
    audit.record(event, by=by, target=candidate, facts={**facts, "said": sealed(statement=candidate.statement)})
