from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import PLANNED, Audience

from .. import rules
from ..models import Attendance, Draw, Interest, InvolvementRequest, Meeting, Opportunity, Place
from ..models.draws import DRAWN, NOT_NEEDED, UNDER_WAY
from ..models.opportunities import CLOSED, LIVE, OPEN
from ..models.places import ACCEPTED, DECLINED, OFFERED, WITHDRAWN
from .common import how_many, within


@dataclass(frozen=True)
class Seats:
    """How far the places of an opportunity are."""

    accepted: int
    offered: int

    @property
    def held(self) -> int:
        return self.accepted + self.offered


def opportunities_for(actor: Actor) -> QuerySet[Opportunity]:
    """For staff: with how many are interested, offered, accepted, and the next session. No names."""
    interests = Interest.objects.filter(opportunity=OuterRef("pk"), withdrawn_on__isnull=True)
    places = Place.objects.filter(opportunity=OuterRef("pk"))
    coming = Meeting.objects.filter(
        opportunity=OuterRef("pk"), cancelled_on__isnull=True, starts_at__gt=timezone.now()
    ).order_by("starts_at")
    rows = Opportunity.objects.filter(within(actor, Permission.SEE_DECISIONS, "decision__unit"))
    return rows.select_related("decision").annotate(
        interested=how_many(interests, "opportunity"),
        offered=how_many(places.filter(state=OFFERED), "opportunity"),
        accepted=how_many(places.filter(state=ACCEPTED), "opportunity"),
        next_session=Subquery(coming.values("starts_at")[:1]),
        drawing=Exists(Draw.objects.filter(opportunity=OuterRef("pk"), state__in=UNDER_WAY)),
    )


def live_opportunities(actor: Actor) -> QuerySet[Opportunity]:
    """Of the decision no more than the list shows."""
    own = [field.name for field in Opportunity._meta.concrete_fields]
    return opportunities_for(actor).filter(state__in=LIVE).only(*own, "decision__state")


def opportunities_about(actor: Actor, decision_id: int) -> QuerySet[Opportunity]:
    return opportunities_for(actor).filter(decision=decision_id).order_by("id")


def opportunity_for(actor: Actor, code: str) -> Opportunity:
    rows = opportunities_for(actor).select_related("organisation", "request", "decision__unit", "training_needed")
    found = rows.filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def opportunity_to_run(actor: Actor, code: str) -> Opportunity:
    found = opportunity_for(actor, code)
    if not rules.may_run(actor, found.decision):
        raise NotYours
    return found


def open_to(actor: Actor) -> QuerySet[Opportunity]:
    """What anybody may read about and contributors may take part in. Those that close soonest come first."""
    now = timezone.localtime()
    closed = Q(closes_on=now.date(), closes_at__lte=now.time())
    return (
        Opportunity.objects.filter(~closed, organisation=actor.organisation_id, state=OPEN, closes_on__gte=now.date())
        .filter(decision__state=PLANNED)
        .exclude(decision__audience=Audience.STAFF)
        .select_related("organisation", "decision")
        .order_by("closes_on", "id")
    )


def advert_for(actor: Actor, code: str) -> Opportunity:
    """One that was opened once. Its page stays when it closes, and says so."""
    rows = Opportunity.objects.filter(organisation=actor.organisation_id, opened_on__isnull=False, code=code)
    rows = rows.exclude(decision__audience=Audience.STAFF)
    found = rows.select_related("organisation", "decision", "decision__unit").first()
    if found is None:
        raise NotYours
    return found


def open_but_over(today: date) -> list[Opportunity]:
    """Open on the record, although its last day is over or the decision was taken. In every organisation."""
    over = Q(closes_on__lt=today) | ~Q(decision__state=PLANNED) | Q(closes_on=today, closes_at__isnull=False)
    rows = Opportunity.objects.filter(over, state=OPEN).select_related("decision", "organisation").order_by("id")
    now = timezone.now()
    return [row for row in rows if row.closes_on != today or not rules.still_open(row, now)]


def seats_of(opportunity: Opportunity) -> Seats:
    found = opportunity.places.aggregate(
        accepted=Count("pk", filter=Q(state=ACCEPTED)), offered=Count("pk", filter=Q(state=OFFERED))
    )
    return Seats(**found)


def is_interested(opportunity: Opportunity, person_id: int) -> bool:
    return opportunity.interests.filter(person=person_id, withdrawn_on__isnull=True).exists()


def my_interest(actor: Actor, opportunity: Opportunity) -> Interest | None:
    """What the signed-in contributor said, if it stands."""
    if actor.person_id is None:
        return None
    return opportunity.interests.filter(person=actor.person_id, withdrawn_on__isnull=True).first()


def interest_for(actor: Actor, opportunity: Opportunity, person_code: str) -> Interest:
    """For those who run it, to take it back when somebody asks them to."""
    rows = interested_in(actor, opportunity).filter(person__code=person_code)
    found = rows.first()
    if found is None:
        raise NotYours
    return found


def my_interests(person_ids: Iterable[int]) -> QuerySet[Interest]:
    """Where somebody is interested and has not heard yet."""
    place = Place.objects.filter(opportunity=OuterRef("opportunity"), person=OuterRef("person"))
    told = Draw.objects.filter(opportunity=OuterRef("opportunity"), state__in=[DRAWN, NOT_NEEDED])
    rows = Interest.objects.filter(~Exists(place), ~Exists(told), person__in=list(person_ids))
    rows = rows.filter(withdrawn_on__isnull=True)
    rows = rows.filter(opportunity__state__in=[OPEN, CLOSED])
    return rows.select_related("opportunity", "opportunity__organisation").order_by("-id")


def interested_in(actor: Actor, opportunity: Opportunity) -> QuerySet[Interest]:
    """In no order of arrival. `turns`: places they accepted in the past year, so that it can be evened out."""
    if not rules.may_run(actor, opportunity.decision):
        raise NotYours
    year_ago = timezone.localdate().replace(day=1).replace(year=timezone.localdate().year - 1)
    came = Exists(Attendance.objects.filter(place=OuterRef("pk"), came=True))  # giving a place back costs no turn
    had = Place.objects.filter(Q(state=ACCEPTED) | came, person=OuterRef("person"), answered_on__gte=year_ago)
    place = Place.objects.filter(opportunity=OuterRef("opportunity"), person=OuterRef("person"))
    return (
        Interest.objects.filter(opportunity=opportunity, withdrawn_on__isnull=True)
        .select_related("person", "recorded_by")
        .annotate(turns=how_many(had, "person"), place_state=Subquery(place.values("state")[:1]))
        .order_by("person__code")
    )


def concerned_by(opportunity: Opportunity) -> set[int]:
    """Everybody to whom a change matters: interested and not out again, or with a place."""
    states = dict(opportunity.places.values_list("person", "state"))
    interested = opportunity.interests.filter(withdrawn_on__isnull=True).values_list("person", flat=True)
    out = {person for person, state in states.items() if state in {DECLINED, WITHDRAWN}}
    return (set(interested) | set(states)) - out


def not_chosen(opportunity: Opportunity) -> list[int]:
    """Interested, and never offered a place."""
    interested = opportunity.interests.filter(withdrawn_on__isnull=True).values_list("person", flat=True)
    return sorted(set(interested) - set(opportunity.places.values_list("person", flat=True)))


def opportunities_from(actor: Actor, request: InvolvementRequest) -> QuerySet[Opportunity]:
    return opportunities_for(actor).filter(request=request).order_by("id")


def said_yes_to(actor: Actor, opportunity_ids: Iterable[int]) -> frozenset[int]:
    """Those of them in which the signed-in contributor is interested."""
    if actor.person_id is None:
        return frozenset()
    rows = Interest.objects.filter(person=actor.person_id, withdrawn_on__isnull=True)
    return frozenset(rows.filter(opportunity__in=list(opportunity_ids)).values_list("opportunity", flat=True))
