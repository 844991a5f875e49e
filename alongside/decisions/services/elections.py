"""Calling an election and calling it off, and what the verbs about one share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.post import services as post

from .. import counting, queries, rules
from ..events import SeatEvent as Event
from ..models import (
    CALLED_OFF,
    CANDIDATE,
    ELECTION,
    NOMINATED,
    STANDING,
    Candidate,
    CandidateStatus,
    Election,
    ElectionSeat,
    ElectionStatus,
    Forum,
    PutForward,
    Seat,
)
from ..rules import Days
from .forums import locked_forum
from .steps import sealed


def locked_election(election: Election, by: Actor) -> Election:
    """Held until the verb is done: votes, candidates and the count wait for each other here."""
    rows = Election.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("organisation", "forum__organisation", "standers", "voters")
    found = rows.filter(pk=election.pk, organisation=by.organisation_id).first()
    if found is None:
        raise NotYours
    return found


def move_candidate(candidate: Candidate, to: str, by: Actor, *changed: str) -> None:
    move(candidate, to, lifecycle=CANDIDATE, statuses=CandidateStatus, by=by, changed=changed)


@transaction.atomic
def call_election(
    *,
    forum: Forum,
    seats: Sequence[Seat],
    title: str,
    days: Days,
    by: Actor,
    about: str = "",
    standers: Forum | None = None,
    voters: Forum | None = None,
) -> Election:
    """For seats that are alike. Who comes first when votes are equal is settled now, before anybody stands."""
    forum, today = locked_forum(forum, by), timezone.localdate()
    rules.check_can_call(by, forum, today)
    rules.check_title_of_election(title)
    rules.check_election_days(days, today)
    rules.check_election_seats(forum, seats, queries.busy_seats(forum, days.vote_until), days.vote_until)
    for group in (standers, voters):
        if group and group.organisation_id != forum.organisation_id:
            raise Refused(_("That body is not here. Choose another one."))
    election = Election.objects.create(
        organisation=forum.organisation,
        forum=forum,
        title=title.strip(),
        about=about.strip(),
        standers=standers,
        voters=voters,
        **vars(days),
        **byline(by),
    )
    ElectionSeat.objects.bulk_create(ElectionSeat(election=election, seat=seat) for seat in seats)
    begin(election, statuses=ElectionStatus, by=by)
    facts: dict[str, Any] = {name: day.isoformat() for name, day in vars(days).items()}
    facts |= {"forum": forum.code, "lots": counting.seal_of(election.tie_salt), "seats": [seat.code for seat in seats]}
    audit.record(Event.ELECTION_CALLED, by=by, target=election, facts=facts)
    return election


@transaction.atomic
def call_off(*, election: Election, reason: str, by: Actor) -> Election:
    """Those who stand or were asked are told why. Votes that were given are never counted."""
    election = locked_election(election, by)
    rules.check_can_call_off(by, election)
    if not reason.strip():
        raise Refused(_("Say why. Those who stand read it."), field="reason")
    election.reason = reason.strip()
    move(election, CALLED_OFF, lifecycle=ELECTION, statuses=ElectionStatus, by=by, changed=("reason",))
    PutForward.objects.filter(election=election).delete()
    for candidate in Candidate.objects.filter(election=election, state__in=[NOMINATED, STANDING]):
        told = _("“%(title)s” was called off: %(reason)s") % {"title": election.title, "reason": election.reason}
        tell(election, candidate.person_id, _("An election was called off"), told)
    audit.record(Event.ELECTION_OFF, by=by, target=election, facts={"said": sealed(reason=election.reason)})
    return election


def tell(election: Election, person_id: int, subject: str, body: str, key: str | None = None) -> bool:
    """Whether there was anything new to tell: what has a key is told once."""
    queued = post.queue(
        "election",
        organisation=election.organisation_id,
        subject=subject,
        body=body,
        to_person=person_id,
        link=queries.url_of_election(election.organisation.slug, election),
        key=key,
    )
    return queued is not None
