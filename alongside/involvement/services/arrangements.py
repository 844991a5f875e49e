"""An access need becomes a task with an owner and a day. Not met is an incident, and stays one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor, system
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.queries import Clock
from alongside.people import queries as people
from alongside.people.models import AccessNeed, Person

from .. import links, queries, rules
from ..events import InvolvementEvent as Event
from ..models import Arrangement, Meeting, Place
from ..models.meetings import ARRANGED, MET, NOT_MET, NOT_NEEDED, TO_DO
from .common import locked, tell_coordinators

DAYS_BEFORE = 2  # working days: time to find somebody else when the first one cannot


def arrange_for(place: Place, *, by: Actor, meetings: list[Meeting] | None = None) -> list[Arrangement]:
    """Every need in force becomes an arrangement of every session to come. Doing it again adds nothing."""
    coming = queries.sessions_to_come(place.opportunity) if meetings is None else meetings
    needs = list(people.needs_in_force(place.person)) if coming else []
    clock = organisations.clock_of(place.organisation) if needs else None
    return [
        found
        for meeting in coming
        for need in needs
        if clock and (found := _arrangement_for(meeting, place, need, clock, by))
    ]


def _arrangement_for(meeting: Meeting, place: Place, need: AccessNeed, clock: Clock, by: Actor) -> Arrangement | None:
    """The new one; None when there is one already. One that was not needed any more is taken up again."""
    owner_id = place.person.facilitator_id or place.recorded_by_id
    values = {"person_id": place.person_id, "what": need.words, "owner_id": owner_id, **byline(by)}
    values["due_on"] = due_before(meeting, clock)
    found, made = Arrangement.objects.get_or_create(meeting=meeting, need_id=need.pk, defaults=values)
    if not made and found.state == NOT_NEEDED:
        found.state = TO_DO
        found.save(update_fields=["state"])
    if made:
        audit.record(Event.ARRANGEMENT_ADDED, by=by, target=found, facts={"meeting": meeting.code})
    return found if made else None


def due_before(meeting: Meeting, clock: Clock) -> date:
    """Two working days before the session; today when that is over already."""
    day, left = meeting.held_on, DAYS_BEFORE
    while left:
        day -= timedelta(days=1)
        left -= clock.working_days_between(day - timedelta(days=1), day)
    return max(day, min(clock.today(), meeting.held_on))


def not_needed_for(place: Place) -> int:
    """They are not coming. Returns how many were booked already and must be undone."""
    rows = Arrangement.objects.filter(
        person=place.person_id, meeting__opportunity=place.opportunity_id, meeting__starts_at__gt=timezone.now()
    )
    booked = rows.filter(state=ARRANGED).count()
    rows.filter(state__in=[TO_DO, ARRANGED]).update(state=NOT_NEEDED)
    return booked


def move_days(meeting: Meeting, clock: Clock) -> None:
    """The session is on another day: what was arranged for the old one has to be arranged again."""
    rows = Arrangement.objects.filter(meeting=meeting, state__in=[TO_DO, ARRANGED])
    rows.update(state=TO_DO, due_on=due_before(meeting, clock))


def arrange_what_is_missing(now: datetime | None = None) -> int:
    """The daily task: needs that were told after a place was accepted or a session set. Safe to run twice."""
    made = 0
    for place in queries.places_with_sessions_to_come(now or timezone.now()):
        with transaction.atomic():
            made += len(arrange_for(place, by=system(place.organisation_id)))
    return made


@transaction.atomic
def add_arrangement(
    *, meeting: Meeting, person: Person, what: str, owner: User | None, due_on: date | None, by: Actor
) -> Arrangement:
    """Something for one session only, that is not on their list of needs."""
    meeting = locked(meeting, "opportunity__decision", "organisation")
    rules.check_can_arrange(by, meeting)
    if not queries.has_accepted(meeting.opportunity, person.pk):
        raise Refused(_("They have not accepted a place in this."))
    clock = organisations.clock_of(meeting.organisation)
    made = Arrangement.objects.create(
        meeting=meeting,
        person=person,
        what=what,
        owner_id=owner.pk if owner else by.user_id,
        due_on=due_on or due_before(meeting, clock),
        **byline(by),
    )
    audit.record(Event.ARRANGEMENT_ADDED, by=by, target=made, facts={"meeting": meeting.code})
    return made


def mark_arranged(*, arrangement: Arrangement, by: Actor) -> Arrangement:
    return _say(arrangement, ARRANGED, by)


def mark_to_do(*, arrangement: Arrangement, by: Actor) -> Arrangement:
    """What was booked fell through: it has to be arranged again."""
    return _say(arrangement, TO_DO, by)


def mark_met(*, arrangement: Arrangement, by: Actor) -> Arrangement:
    return _say(arrangement, MET, by)


def mark_not_met(*, arrangement: Arrangement, happened: str, by: Actor) -> Arrangement:
    """An incident. Staff write what happened; the person may, and need not."""
    if not happened.strip() and not rules.speaks_for(by, arrangement.person_id, arrangement.meeting.organisation_id):
        raise Refused(_("Write down what happened."), field="happened")
    return _say(arrangement, NOT_MET, by, happened)


@transaction.atomic
def _say(arrangement: Arrangement, to: str, by: Actor, happened: str = "") -> Arrangement:
    arrangement = locked(arrangement, "meeting__opportunity__decision", "meeting__organisation")
    rules.check_can_move_arrangement(by, arrangement, to, timezone.now())
    own_word = rules.speaks_for(by, arrangement.person_id, arrangement.meeting.organisation_id) and to in {MET, NOT_MET}
    arrangement.state = to
    arrangement.happened = happened or arrangement.happened
    arrangement.said_by_person = arrangement.said_by_person or own_word
    arrangement.save(update_fields=["state", "happened", "said_by_person"])
    if to == NOT_MET:
        _tell_not_met(arrangement)
    facts = {"to": to, "own_word": own_word}
    audit.record(Event.ARRANGEMENT_MOVED, by=by, target=arrangement, facts=facts)
    return arrangement


def _tell_not_met(arrangement: Arrangement) -> None:
    meeting = arrangement.meeting
    body = _("Something that was to be arranged for “%s” was not met. Find out what happened and put it right.")
    link = links.to(meeting.organisation, "sessions", meeting.code)
    subject = _("An arrangement was not met")
    tell_coordinators(meeting.organisation, "arrangement_not_met", subject, body % meeting.title, link)
