"""Aims, whose they are, and what each side says of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, Value, When

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation.models import Unit

from ..models import OPEN, REACHED, SAID, STOPPED, STUCK, Aim, AimAgreement, AimStatus, AimWord, Says, Side
from ..rules import aims as rules

# What asks something of somebody comes first; what is over comes last.
ORDER = (STUCK, SAID, OPEN, REACHED, STOPPED)


def _agreed(side: str) -> Exists:
    return Exists(AimAgreement.objects.filter(aim=OuterRef("pk"), side=side, agrees=True))


def aims_for(actor: Actor) -> QuerySet[Aim]:
    """For everybody who belongs here. `by_people`, `by_staff`: somebody of that side agrees."""
    if not rules.can_see(actor):
        return Aim.objects.none()
    rows = Aim.objects.filter(organisation=actor.organisation_id).select_related("unit", "organisation")
    rows = rows.annotate(by_people=_agreed(Side.PEOPLE), by_staff=_agreed(Side.STAFF))
    return rows.annotate(has_next=Exists(Aim.objects.filter(after=OuterRef("pk"))))


def aim_for(actor: Actor, code: str) -> Aim:
    found = aims_for(actor).select_related("after").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def aims_of(actor: Actor, unit: Unit | None, most: int) -> list[Aim]:
    """Of the road of one unit and those below it, or of all: what is stuck first."""
    rows = aims_for(actor) if unit is None else aims_for(actor).filter(unit__path__startswith=unit.path)
    place = Case(*(When(state=state, then=Value(n)) for n, state in enumerate(ORDER)), default=Value(len(ORDER)))
    return list(rows.annotate(place=place).order_by("place", "-written_on", "-id")[:most])


@dataclass(frozen=True)
class AimRead:
    aim: Aim
    words: Sequence[AimWord]  # the latest first
    agreements: Sequence[AimAgreement]
    mine: AimAgreement | None
    next: Aim | None
    said_by: str  # the side that waits for the other


def read_aim(actor: Actor, aim: Aim) -> AimRead:
    words = list(aim.words.select_related("person", "user").order_by("-id"))
    agreements = list(aim.agreements.select_related("person", "user").order_by("id"))
    own = (each for each in agreements if _is_own(actor, each))
    said = next((word.side for word in words if word.says == Says.REACHED), "")
    return AimRead(
        aim, words, agreements, next(own, None), aim.next.order_by("id").first(), said if aim.state == SAID else ""
    )


def _is_own(actor: Actor, row: AimAgreement) -> bool:
    by_person = row.person_id is not None and row.person_id == actor.person_id
    return by_person or (row.user_id is not None and row.user_id == actor.user_id)


def newest_words(aims: Sequence[Aim]) -> dict[int, AimWord]:
    """The last that was said of each, for those of which it says why."""
    rows = AimWord.objects.filter(aim__in=[each.pk for each in aims]).order_by("id")
    return {word.aim_id: word for word in rows}


@dataclass(frozen=True)
class Turn:
    """Something that became of an aim, on a day of the road."""

    on: date
    state: str


def turns(actor: Actor, unit: Unit | None, first: date, last: date) -> list[Turn]:
    aims = aims_for(actor) if unit is None else aims_for(actor).filter(unit__path__startswith=unit.path)
    rows = AimStatus.objects.filter(aim__in=aims.values("pk"), effective_on__range=(first, last)).order_by("id")
    return [Turn(on, state) for on, state in rows.values_list("effective_on", "state")]


def first_turn(actor: Actor, unit: Unit | None) -> date | None:
    aims = aims_for(actor) if unit is None else aims_for(actor).filter(unit__path__startswith=unit.path)
    return aims.order_by("written_on").values_list("written_on", flat=True).first()


def _waiting() -> QuerySet[Aim]:
    """What those who work here say is reached, and nobody of the other side has answered yet."""
    newest = AimWord.objects.filter(aim=OuterRef("pk"), says=Says.REACHED).order_by("-id").values("side")[:1]
    return Aim.objects.annotate(said_by=Subquery(newest)).filter(state=SAID, said_by=Side.STAFF)


def aim_waits(person: str) -> Exists:
    """In a question about something that has a person in the column `person`: does such an aim wait for them?"""
    agreed = AimAgreement.objects.filter(person=OuterRef(person), agrees=True)
    return Exists(agreed.filter(aim__in=_waiting().values("pk")))


def waiting_for_people(people: Collection[int]) -> QuerySet[Aim]:
    """What one side says is reached, and those of the other side who agreed to it have not answered yet."""
    own = AimAgreement.objects.filter(aim=OuterRef("pk"), person__in=people, agrees=True)
    return _waiting().filter(Exists(own)).select_related("organisation").order_by("since", "id")
