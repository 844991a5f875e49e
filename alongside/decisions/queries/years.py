"""A year by kind, the figures of an organisation, and the exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Organisation

from ..models import DECIDED, DROPPED, PLANNED, Decision, Taken, TakenWithout
from .visible import in_units_of
from .waiting import reserved_when_due


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
        reserved=Count("id", filter=Q(reserved=True) | Q(state=PLANNED) & reserved_when_due(organisation.pk, today)),
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
