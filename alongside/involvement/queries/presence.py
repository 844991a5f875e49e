"""Who was really there: for `candour`, which asks them how it was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.people.models import Person

from ..models import Attendance, Meeting, Opportunity, OpportunityStatus, Place, PlaceRole
from ..models.opportunities import CANCELLED, DONE
from ..models.places import ACCEPTED


def who_came(meeting: Meeting) -> QuerySet[Person]:
    places = Attendance.objects.filter(meeting=meeting, came=True).values("place__person")
    return Person.objects.filter(pk__in=places).order_by("pk")


def who_took_part(opportunity: Opportunity) -> QuerySet[Person]:
    """Whoever came at least once; where there was no session, whoever has a place."""
    if Meeting.objects.filter(opportunity=opportunity, cancelled_on__isnull=True).exists():
        came = Attendance.objects.filter(place__opportunity=opportunity, came=True)
        return Person.objects.filter(pk__in=came.values("place__person")).order_by("pk")
    places = Place.objects.filter(opportunity=opportunity, state=ACCEPTED)
    return Person.objects.filter(pk__in=places.values("person")).order_by("pk")


def came_of(people: Iterable[int]) -> tuple[QuerySet[Meeting], QuerySet[Opportunity]]:
    """The sessions to which they came, and what they took part in."""
    mine = list(people)
    attended = Attendance.objects.filter(place__person__in=mine, came=True)
    held = Meeting.objects.filter(opportunity=OuterRef("pk"), cancelled_on__isnull=True)
    placed = Place.objects.filter(person__in=mine, state=ACCEPTED)
    parts = Opportunity.objects.filter(
        Q(pk__in=attended.values("place__opportunity")) | Q(pk__in=placed.values("opportunity")) & ~Exists(held)
    )
    return Meeting.objects.filter(pk__in=attended.values("meeting")), parts


def sessions_with_people(organisation_id: int, since: date) -> QuerySet[Meeting]:
    """Over since that day, and it is written down that somebody came."""
    came = Attendance.objects.filter(meeting=OuterRef("pk"), came=True)
    rows = Meeting.objects.filter(organisation=organisation_id, held_on__gte=since, ends_at__lte=timezone.now())
    rows = rows.filter(Exists(came), cancelled_on__isnull=True).exclude(opportunity__state=CANCELLED)
    return rows.select_related("organisation", "opportunity__decision").order_by("starts_at", "id")


def ended_with_people(organisation_id: int, since: date) -> QuerySet[Opportunity]:
    done = OpportunityStatus.objects.filter(state=DONE, effective_on__gte=since).values("opportunity")
    rows = Opportunity.objects.filter(organisation=organisation_id, state=DONE, pk__in=done)
    return rows.select_related("organisation", "decision").order_by("id")


def agreed_roles(opportunities: Iterable[int]) -> dict[int, dict[str, dict[int, int]]]:
    """For how many people which role was agreed for each stage, of each opportunity."""
    rows = PlaceRole.objects.filter(place__opportunity__in=list(opportunities), place__state=ACCEPTED)
    found: dict[int, dict[str, dict[int, int]]] = {}
    for opportunity, stage, role in rows.values_list("place__opportunity", "stage", "role"):
        stages = found.setdefault(opportunity, {}).setdefault(stage, {})
        stages[role] = stages.get(role, 0) + 1
    return found
