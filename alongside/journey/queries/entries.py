"""What somebody may read of what was learned. Every question about entries begins with `entries_for`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber, TruncQuarter
from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision, SeatHolder
from alongside.organisation.models import Unit

from ..models import Audience, Entry, EntryReader, EntryText, Side
from ..rules import entries as rules

MOST_BESIDE = 25  # of each side, on the page of one decision
MOST_CARRIED = 5


def entries_for(actor: Actor) -> QuerySet[Entry]:
    """Their own, and what is shared with them. What is about a decision is for those who may see the decision."""
    rows = Entry.objects.filter(organisation=actor.organisation_id, taken_back_on__isnull=True)
    return rows.filter(_own(actor) | _shared(actor) & _about_what_they_see(actor))


def shared(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """With everybody who belongs here, or with anybody; taken back or held back by nobody."""
    rows = rows.filter(audience__in=(Audience.MEMBERS, Audience.PUBLIC))
    return rows.filter(taken_back_on__isnull=True, held_on__isnull=True)


def with_words(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    return rows.select_related("text", "unit", "decision", "person", "user")


def _own(actor: Actor) -> Q:
    own = Q(pk__in=())
    if actor.person_id:
        own |= Q(person=actor.person_id)
    if actor.user_id and actor.is_member:
        own |= Q(user=actor.user_id)
    return own


def _shared(actor: Actor) -> Q:
    everybodys = Q(audience=Audience.PUBLIC, held_on__isnull=True)
    if not actor.is_member:
        return everybodys
    chosen = Q(audience=Audience.SOME) & Q(_chosen(actor))
    if not rules.belongs(actor):
        return everybodys | chosen
    return Q(audience__in=(Audience.MEMBERS, Audience.PUBLIC)) | chosen


def _chosen(actor: Actor) -> Exists:
    today = timezone.localdate()
    units = {unit for grant in actor.grants if grant.unit_ids is not None for unit in grant.unit_ids}
    sits = SeatHolder.objects.filter(_whose(actor), organisation=actor.organisation_id, since__lte=today)
    sits = sits.filter(Q(until__isnull=True) | Q(until__gt=today), Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    chosen = _whose(actor) | Q(forum__in=sits.values("seat__forum"))
    if units:
        chosen |= Q(unit__in=units)
    return Exists(EntryReader.objects.filter(chosen, entry=OuterRef("pk")))


def _whose(actor: Actor) -> Q:
    whose = Q(pk__in=())
    if actor.person_id:
        whose |= Q(person=actor.person_id)
    if actor.user_id:
        whose |= Q(user=actor.user_id)
    return whose


def _about_what_they_see(actor: Actor) -> Q:
    if actor.units_for(P.SEE_DECISIONS) is None:
        return Q()
    return Q(decision__isnull=True) | Q(decision__in=decisions.decisions_for(actor).select_related(None).values("pk"))


def entry_for(actor: Actor, code: str) -> Entry:
    """One that they may read, or that they took back themselves."""
    taken_back = Entry.objects.filter(_own(actor), organisation=actor.organisation_id, taken_back_on__isnull=False)
    for rows in (entries_for(actor), taken_back):
        found = with_words(rows).select_related("organisation").filter(code=code).first()
        if found is not None:
            return found
    raise NotYours


def entry_of(actor: Actor, code: str) -> Entry:
    """One that they wrote."""
    found = entry_for(actor, code)
    rules.check_author(actor, found)
    return found


def versions_of(actor: Actor, entry: Entry) -> list[EntryText]:
    """The earlier words, the latest first: for whoever wrote them."""
    if not rules.is_author(actor, entry) or entry.taken_back_on:
        return []
    return list(entry.texts.exclude(number=entry.version).order_by("-number"))


def entries_by(people: Iterable[int], user_id: int | None) -> QuerySet[Entry]:
    """All that somebody wrote, across organisations."""
    whose = Q(person__in=[person for person in people if person])
    if user_id:
        whose |= Q(user=user_id)
    return Entry.objects.filter(whose, taken_back_on__isnull=True)


@dataclass(frozen=True)
class Beside:
    """Both sides of one decision, neither put right by the other."""

    people: tuple[Entry, ...]
    staff: tuple[Entry, ...]
    more: bool


def beside(actor: Actor, decision: Decision) -> Beside:
    place = Window(RowNumber(), partition_by="side", order_by=["-has_bump", "-on", "-id"])
    rows = with_words(entries_for(actor).filter(decision=decision)).annotate(place=place)
    found = list(rows.filter(place__lte=MOST_BESIDE + 1).order_by("place"))
    people, staff = ([row for row in found if row.side == side] for side in (Side.PEOPLE, Side.STAFF))
    more = max(len(people), len(staff)) > MOST_BESIDE
    return Beside(tuple(people[:MOST_BESIDE]), tuple(staff[:MOST_BESIDE]), more)


@dataclass(frozen=True)
class Carried:
    entries: tuple[Entry, ...]
    more: bool


def learned_before(actor: Actor, decision: Decision) -> Carried:
    """What was learned the last times that something of this kind was decided: nearest first, then newest."""
    rows = entries_for(actor).filter(decision__kind=decision.kind_id).exclude(decision=decision)
    rows = with_words(rows).annotate(far=_far(decision.unit)).order_by("far", "-on", "-id")
    found = list(rows[: MOST_CARRIED + 1])
    return Carried(tuple(found[:MOST_CARRIED]), len(found) > MOST_CARRIED)


def _far(unit: Unit) -> Case:
    steps = unit.path.strip("/").split("/")
    above = ["/" + "/".join(steps[:n]) + "/" for n in range(1, len(steps))]
    return Case(
        When(unit=unit.pk, then=Value(0)),
        When(unit__path__startswith=unit.path, then=Value(1)),
        When(unit__path__in=above, then=Value(1)),
        default=Value(2),
    )


def in_unit(rows: QuerySet[Any], unit: Unit | None) -> QuerySet[Any]:
    """With the units below it."""
    return rows if unit is None else rows.filter(unit__path__startswith=unit.path)


@dataclass
class Quarter:
    people: int = 0
    staff: int = 0
    bumps: int = 0


def quarters(actor: Actor, unit: Unit | None, first: date, last: date) -> dict[date, Quarter]:
    """How many they may read, by the first day of three months. Counted in the database."""
    rows = in_unit(entries_for(actor), unit).filter(on__gte=first, on__lte=last)
    counted = rows.annotate(begins=TruncQuarter("on")).order_by().values("begins", "side")
    found: dict[date, Quarter] = {}
    for row in counted.annotate(n=Count("pk"), bumps=Count("pk", filter=Q(has_bump=True))):
        each = found.setdefault(row["begins"], Quarter())
        setattr(each, row["side"], row["n"])
        each.bumps += row["bumps"]
    return found


def first_day(actor: Actor, unit: Unit | None) -> date | None:
    """Where the road begins for them."""
    rows = in_unit(entries_for(actor), unit).order_by("on")
    return rows.values_list("on", flat=True).first()
