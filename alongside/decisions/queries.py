"""Reading decisions. Every question starts from who asks; what is reserved is asked of the kind and the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.actor import Kind as ActorKind
from alongside.core.dates import year_of
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Organisation, ReservedKind

from .models import DECIDED, DROPPED, NO_DAY, PLANNED, Audience, Decision, DecisionStatus, Taken, TakenWithout


def url_of(slug: str, decision: Decision, *steps: str) -> str:
    """Its page, or with a step the page of one of its verbs: `url_of("harbour", decision, "change")`."""
    return "/".join([f"/{slug}/decisions/{decision.code}", *steps, ""])


# What somebody may see.


def decisions_for(actor: Actor) -> QuerySet[Decision]:
    """Staff: all of their units, and what is open to everybody here. Others: by audience, and what they raised."""
    return _of(actor).filter(_visible(actor)).select_related("kind", "unit")


def decision_for(actor: Actor, code: str) -> Decision:
    found = decisions_for(actor).select_related("organisation", "owner").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def in_units_of(actor: Actor, permission: str = P.SEE_DECISIONS) -> QuerySet[Decision]:
    """Every decision of the units in which the permission holds: the base of everything that is counted."""
    units = actor.units_for(permission)
    rows = _of(actor)
    return rows if units is None else rows.filter(unit__in=units)


def _of(actor: Actor) -> QuerySet[Decision]:
    return Decision.objects.filter(organisation=actor.organisation_id)


def _visible(actor: Actor) -> Q:
    units = actor.units_for(P.SEE_DECISIONS)
    if units is None or actor.kind == ActorKind.SYSTEM:
        return Q()
    audiences = [Audience.CONTRIBUTORS, Audience.PUBLIC] if actor.is_member else [Audience.PUBLIC]
    visible = Q(audience__in=audiences)
    if units:
        visible |= Q(unit__in=units)
    if actor.person_id:
        visible |= Q(raised_by=actor.person_id)
    return visible


def raised_by(actor: Actor) -> QuerySet[Decision]:
    """What the actor raised here themselves, newest first."""
    if actor.person_id is None:
        return Decision.objects.none()
    return _of(actor).filter(raised_by=actor.person_id).select_related("kind", "unit").order_by("-opened_on", "-id")


def history_of(decision: Decision) -> list[DecisionStatus]:
    """Every move, oldest first, with who wrote it down."""
    return list(decision.statuses.select_related("recorded_by").order_by("id"))


# What is reserved.


def reserved_now(decision: Decision, on: date) -> bool:
    """May it not be taken without people? Frozen once it is decided; until then as its kind stands on the day."""
    return decision.reserved if decision.state == DECIDED else is_reserved(decision.kind_id, on)


def is_reserved(kind_id: int, on: date) -> bool:
    rows = ReservedKind.objects.filter(Q(until_day=None) | Q(until_day__gt=on), kind=kind_id, from_day__lte=on)
    return rows.exists()


def _reserved_when_due(organisation_id: int, today: date) -> Q:
    """Planned decisions that will be reserved on the day they are due (today, where that is past or not known)."""
    found = Q(pk__in=[])
    for row in ReservedKind.objects.filter(kind__organisation=organisation_id):
        ahead = Q(due_on__gte=max(row.from_day, today))
        if row.until_day:
            ahead &= Q(due_on__lt=row.until_day)
        when = ahead
        if row.from_day <= today and (row.until_day is None or row.until_day > today):
            when |= Q(due_on=None) | Q(due_on__lt=today)
        found |= Q(kind=row.kind_id) & when
    return found


# What is to be done.


def coming_without_people(actor: Actor, within_days: int) -> QuerySet[Decision]:
    """Reserved decisions, not yet taken, due within so many days or late: by day. Whether people are already
    in one of them is known above, in `involvement`."""
    today = timezone.localdate()
    rows = in_units_of(actor).filter(state=PLANNED, day__lte=today + timedelta(days=within_days))
    rows = rows.filter(_reserved_when_due(actor.organisation_id or 0, today))
    return rows.select_related("kind", "unit", "owner").order_by("day", "id")


def outcomes_owed(actor: Actor) -> QuerySet[Decision]:
    """Past their day and nobody has said what was decided, oldest first."""
    today = timezone.localdate()
    rows = in_units_of(actor, P.DECIDE).filter(state=PLANNED, day__lt=today)
    return rows.select_related("kind", "unit", "owner").order_by("day", "id")


def raised_without_day(actor: Actor) -> QuerySet[Decision]:
    """Raised by contributors, and nobody has said yet when it will be decided. Oldest first."""
    rows = in_units_of(actor, P.KEEP_DECISIONS).filter(state=PLANNED, day=NO_DAY, raised_by__isnull=False)
    return rows.select_related("kind", "unit").order_by("opened_on", "id")


# A year, and figures.


@dataclass(frozen=True)
class KindYear:
    """One kind of decision in one year. `all` counts every decision taken or to be taken, so not the dropped."""

    kind: Kind
    reserved: bool  # today
    all: int
    with_people: int
    without: int
    excepted: int
    not_yet: int


def decisions_of_year(actor: Actor, first: date, last: date) -> QuerySet[Decision]:
    """Decided in these days, or due in them and not yet decided; by day."""
    return _of_days(in_units_of(actor), first, last).select_related("kind", "unit").order_by("day", "id")


def year_by_kind(actor: Actor, first: date, last: date) -> list[KindYear]:
    """By name; a reserved kind is there even when nothing was decided."""
    names = list(_counts())
    rows = _of_days(in_units_of(actor), first, last).order_by().values("kind").annotate(**_counts())
    counted = {kind: dict(zip(names, of, strict=True)) for kind, *of in rows.values_list("kind", *names)}
    nothing = dict.fromkeys(names, 0)
    kinds = organisations.kinds_marked(actor.organisation_id or 0, timezone.localdate())
    return [
        KindYear(kind, reserved, **counted.get(kind.pk, nothing))
        for kind, reserved in kinds
        if reserved or kind.pk in counted
    ]


def _of_days(rows: QuerySet[Decision], first: date, last: date) -> QuerySet[Decision]:
    return rows.filter(day__range=(first, last)).exclude(state=DROPPED)


def _counts() -> dict[str, Any]:
    return {
        "all": Count("id"),
        "with_people": Count("id", filter=Q(taken=Taken.WITH)),
        "without": Count("id", filter=Q(taken=Taken.WITHOUT)),
        "excepted": Count("id", filter=Q(taken=Taken.EXCEPTED)),
        "not_yet": Count("id", filter=Q(taken="")),
    }


def figures(organisation: Organisation) -> dict[str, int]:
    """For the command line: the whole organisation, all its years, the dropped left out."""
    kept = Decision.objects.filter(organisation=organisation).exclude(state=DROPPED)
    today = timezone.localdate()
    found = kept.aggregate(
        decided=Count("id", filter=Q(state=DECIDED)),
        reserved=Count("id", filter=Q(reserved=True) | Q(state=PLANNED) & _reserved_when_due(organisation.pk, today)),
        exceptions=Count("id", filter=Q(taken=Taken.EXCEPTED)),
        **{name: count for name, count in _counts().items() if name in ("all", "with_people", "not_yet")},
    )
    order = ("all", "decided", "not_yet", "reserved", "with_people", "exceptions")
    return {name: found[name] for name in order}


def exceptions_for(actor: Actor) -> QuerySet[TakenWithout]:
    """Reserved decisions taken without people, newest first; also those that were opened again since."""
    units = actor.units_for(P.SEE_DECISIONS)
    rows = TakenWithout.objects.filter(decision__organisation=actor.organisation_id)
    if units is not None:
        rows = rows.filter(decision__unit__in=units)
    return rows.select_related("decision__kind", "decision__unit", "allowed_by").order_by("-on", "-id")


def years_of(actor: Actor, starts_month: int) -> list[int]:
    """The years for which there is something, newest first, each by the calendar year in which it began."""
    days = _of(actor).filter(day__lt=NO_DAY).aggregate(first=Min("day"), last=Max("day"))
    if days["first"] is None:
        return []
    return list(range(year_of(days["last"], starts_month), year_of(days["first"], starts_month) - 1, -1))


def by_uids(organisation_id: int, uids: Iterable[str]) -> QuerySet[Decision]:
    return Decision.objects.filter(organisation=organisation_id, uid__in=list(uids))
