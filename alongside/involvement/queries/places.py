from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import DECIDED
from alongside.organisation import queries as organisations
from alongside.people.models import Person

from .. import rules
from ..models import Attendance, Meeting, Opportunity, Place, PlaceRole, PlaceStatus
from ..models.places import ACCEPTED, DECLINED, OFFERED, WITHDRAWN

ROLES = Prefetch("roles", PlaceRole.objects.order_by("id"))


def _whole(rows: QuerySet[Place]) -> QuerySet[Place]:
    return rows.select_related(
        "organisation",
        "person",
        "person__facilitator",
        "opportunity",
        "opportunity__decision",
        "opportunity__organisation",
        "recorded_by",
    ).prefetch_related(ROLES)


def place_for(actor: Actor, code: str) -> Place:
    """Its own person sees it, and those who run involvement there."""
    found = _whole(Place.objects.filter(organisation=actor.organisation_id, code=code)).first()
    if found is None:
        raise NotYours
    if not (rules.own_act(actor, found.person_id) or rules.may_run(actor, found.opportunity.decision)):
        raise NotYours
    return found


def my_places(person_ids: Iterable[int]) -> QuerySet[Place]:
    """Across organisations, newest first."""
    return _whole(Place.objects.filter(person__in=list(person_ids))).order_by("-id")


def offered_or_took_part(person_ids: Iterable[int], *, begun: bool = False) -> QuerySet[Place]:
    """What somebody is offered first, then what they took part in, the newest first.

    `came`: to a session at least. `part`: the most that was agreed. Whoever said yes and was not written down as
    having come still hears what was decided. `begun`: what they have said yes to and is not decided, too.
    """
    rows = Place.objects.filter(person__in=list(person_ids)).annotate(
        came=Exists(Attendance.objects.filter(place=OuterRef("pk"), came=True)),
        part=Subquery(PlaceRole.objects.filter(place=OuterRef("pk")).order_by("-role").values("role")[:1]),
        waits=Case(When(state=OFFERED, then=0), default=1),
        newest=Coalesce("opportunity__decision__decided_on", "offered_on"),
    )
    shown = Q(waits=0) | Q(came=True) | Q(state=ACCEPTED, opportunity__decision__state=DECIDED)
    rows = rows.filter(shown | Q(state=ACCEPTED) if begun else shown)
    return rows.select_related("organisation", "opportunity__decision").order_by("waits", "-newest", "-id")


def who_took_part(decision_id: int) -> list[int]:
    """Everybody who came to a session about it, or has a place: those who are told what became of it."""
    came = Exists(Attendance.objects.filter(place=OuterRef("pk"), came=True))
    rows = Place.objects.filter(Q(state=ACCEPTED) | came, opportunity__decision=decision_id)
    return sorted(set(rows.values_list("person", flat=True)))


def my_place_in(actor: Actor, opportunity: Opportunity) -> Place | None:
    if actor.person_id is None:
        return None
    rows = opportunity.places.filter(person=actor.person_id)
    return rows.select_related("person", "person__facilitator").first()


def places_of(actor: Actor, opportunity: Opportunity) -> QuerySet[Place]:
    """With names: only for those who run it, or whose decision it is."""
    decision = opportunity.decision
    if not rules.may_hold(actor, decision):
        raise NotYours
    return _whole(opportunity.places.all()).order_by("id")


def accepted_places(opportunity: Opportunity) -> QuerySet[Place]:
    rows = Place.objects.filter(opportunity=opportunity, state=ACCEPTED)
    return rows.select_related("person", "organisation", "opportunity").order_by("id")


def has_accepted(opportunity: Opportunity, person_id: int) -> bool:
    return Place.objects.filter(opportunity=opportunity, person=person_id, state=ACCEPTED).exists()


def could_attend(meeting: Meeting) -> QuerySet[Place]:
    """Those who had a place on that day, also when they gave it back afterwards."""
    later = Q(state=WITHDRAWN, answered_on__isnull=False, withdrawn_on__gte=meeting.held_on)
    written = meeting.attendances.values("place")
    rows = Place.objects.filter(Q(state=ACCEPTED) | later | Q(pk__in=written), opportunity=meeting.opportunity_id)
    return rows.exclude(state=DECLINED).select_related("person").order_by("id")


def places_with_sessions_to_come(now: datetime) -> QuerySet[Place]:
    coming = Meeting.objects.filter(opportunity=OuterRef("opportunity"), starts_at__gt=now, cancelled_on__isnull=True)
    rows = Place.objects.filter(Exists(coming), state=ACCEPTED)
    return rows.select_related("person", "organisation", "opportunity").order_by("id")


def answer_by(place: Place) -> date:
    """As long to answer as the organisation takes itself to acknowledge what people say."""
    return organisations.clock_of(place.organisation).acknowledge_by(place.offered_on)


def latest_status(place: Place) -> PlaceStatus | None:
    """Who said the last word about it, and from what it was written down."""
    return place.statuses.select_related("recorded_by").order_by("-id").first()


def who_to_ask(actor: Actor, person: Person | None) -> User | None:
    """Somebody to ring: the one who looks after this person, or a coordinator. For strangers nobody is named."""
    if not actor.is_member:
        return None
    if person is not None and person.facilitator is not None:
        return person.facilitator
    return organisations.users_with(actor.organisation_id or 0, "coordinator").first()


def my_attendance(meeting: Meeting, place: Place | None) -> Attendance | None:
    """What was written down about whether this person came."""
    return meeting.attendances.filter(place=place).first() if place else None
