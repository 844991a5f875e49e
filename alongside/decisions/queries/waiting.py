"""What is reserved, and what is waiting: for people, for an outcome, for a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.organisation.models import ReservedKind

from ..models import DECIDED, NO_DAY, PLANNED, Decision
from .visible import in_units_of


def reserved_now(decision: Decision, on: date) -> bool:
    """May it not be taken without people? Frozen once it is decided; until then as its kind stands on the day."""
    return decision.reserved if decision.state == DECIDED else is_reserved(decision.kind_id, on)


def is_reserved(kind_id: int, on: date) -> bool:
    rows = ReservedKind.objects.filter(Q(until_day=None) | Q(until_day__gt=on), kind=kind_id, from_day__lte=on)
    return rows.exists()


def reserved_when_due(today: date) -> Q:
    """Planned decisions that will be reserved on the day they are due (today, where that is past or not known)."""
    now = Value(today, output_field=DateField())
    due = Greatest(Coalesce(OuterRef("due_on"), now), now)
    rows = ReservedKind.objects.filter(kind=OuterRef("kind")).alias(day=due)
    rows = rows.filter(Q(until_day=None) | Q(until_day__gt=F("day")), from_day__lte=F("day"))
    return Q(Exists(rows))


def reserved_then(today: date) -> Q:
    """As it was when it was decided; what is not decided, as its kind will stand on the day it is due."""
    return Q(state=DECIDED, reserved=True) | ~Q(state=DECIDED) & reserved_when_due(today)


def not_yet_taken(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """`taken` says the same as `state` here, and lets the index be read in the order of days."""
    return rows.filter(state=PLANNED, taken="")


def still_reserved(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """Not yet taken, and not to be taken without people."""
    return not_yet_taken(rows).filter(reserved_when_due(timezone.localdate()))


def not_reserved(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """Not yet taken, and of a kind that may be taken without people on the day they are due."""
    return not_yet_taken(rows).exclude(reserved_when_due(timezone.localdate()))


# What is to be done.


def coming_without_people(actor: Actor, within_days: int) -> QuerySet[Decision]:
    """Reserved decisions, not yet taken, due within so many days or late: by day. Whether people are already
    in one of them is known above, in `involvement`."""
    today = timezone.localdate()
    rows = still_reserved(in_units_of(actor))
    rows = rows.filter(day__lte=today + timedelta(days=within_days))
    return rows.select_related("kind", "unit", "owner").order_by("day", "id")


def outcomes_owed(actor: Actor) -> QuerySet[Decision]:
    """Past their day and nobody has said what was decided, oldest first."""
    today = timezone.localdate()
    rows = not_yet_taken(in_units_of(actor, P.DECIDE)).filter(day__lt=today)
    return rows.select_related("kind", "unit", "owner").order_by("day", "id")


def raised_without_day(actor: Actor) -> QuerySet[Decision]:
    """Raised by contributors, and nobody has said yet when it will be decided. Oldest first."""
    rows = not_yet_taken(in_units_of(actor, P.KEEP_DECISIONS)).filter(day=NO_DAY, raised_by__isnull=False)
    return rows.select_related("kind", "unit").order_by("opened_on", "id")
