"""A year by kind, the figures of an organisation, and the exceptions."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

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
    """By name, as the kinds were reserved when the year ended, or are today; a reserved kind is there even when nothing
    was decided."""
    rows = _of_days(in_units_of(actor), first, last).order_by().values_list("kind", "taken")
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for kind_id, taken, number in rows.annotate(number=Count("*")):
        counted[kind_id][taken] = number
    kinds = organisations.kinds_marked(actor.organisation_id or 0, min(last, timezone.localdate()))
    return [_year(kind, reserved, counted[kind.pk]) for kind, reserved in kinds if reserved or kind.pk in counted]


def _year(kind: Kind, reserved: bool, counted: Counter[str]) -> KindYear:
    return KindYear(
        kind,
        reserved,
        all=counted.total(),
        with_people=counted[Taken.WITH],
        without=counted[Taken.WITHOUT],
        excepted=counted[Taken.EXCEPTED],
        not_yet=counted[""],
    )


def _of_days(rows: QuerySet[Decision], first: date, last: date) -> QuerySet[Decision]:
    return rows.filter(day__range=(first, last)).exclude(state=DROPPED)


def figures(organisation: Organisation) -> dict[str, int]:
    """For the command line: the whole organisation, all its years, the dropped left out."""
    kept = Decision.objects.filter(organisation=organisation).exclude(state=DROPPED)
    today = timezone.localdate()
    found = kept.aggregate(
        all=Count("id"),
        decided=Count("id", filter=Q(state=DECIDED)),
        not_yet=Count("id", filter=Q(taken="")),
        reserved=Count("id", filter=Q(reserved=True) | Q(state=PLANNED) & reserved_when_due(today)),
        with_people=Count("id", filter=Q(taken=Taken.WITH)),
        exceptions=Count("id", filter=Q(taken=Taken.EXCEPTED)),
    )
    order = ("all", "decided", "not_yet", "reserved", "with_people", "exceptions")
    return {name: found[name] for name in order}


def exceptions_for(actor: Actor) -> QuerySet[TakenWithout]:
    """Reserved decisions taken without people, newest first; also those that were opened again since."""
    units = actor.units_for(P.SEE_DECISIONS)
    rows = TakenWithout.objects.filter(organisation=actor.organisation_id)
    if units is not None:
        rows = rows.filter(decision__unit__in=units)
    return rows.select_related("decision__kind", "decision__unit", "allowed_by").order_by("-on", "-id")
