"""Who is asked now what they learn, about what. A question, never a counter: written or put away, it is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.core.actor import Actor
from alongside.decisions.models import DECIDED, PLANNED, Decision
from alongside.involvement.models import Opportunity, Place

from ..models import Entry, PromptAway, Side
from ..prompting import AFTERWARDS, stage_on
from ..rules.entries import side_of

MOST = 3  # at a time
LOOKED_AT = 30


@dataclass(frozen=True)
class Prompt:
    decision: Decision
    stage: str
    side: str


def _now(rows: QuerySet[Decision], today: date) -> QuerySet[Decision]:
    after = Q(state=DECIDED, decided_on__gte=today - AFTERWARDS)
    rows = rows.filter(after | Q(state=PLANNED), opened_on__lte=today)
    rows = rows.select_related("organisation").order_by("-opened_on", "-id")
    return rows.only("code", "title", "opened_on", "due_on", "decided_on", "organisation__slug", "organisation__name")


def prompts_of_people(people: Collection[int], today: date) -> list[Prompt]:
    """For somebody who takes part, across organisations: what they have a place in."""
    places = Place.objects.filter(person__in=people, state="accepted").values("opportunity__decision")
    rows = _now(Decision.objects.filter(pk__in=places), today)
    return _asked(rows, Side.PEOPLE, {"person__in": people}, today)


def prompts_of_staff(actor: Actor, today: date) -> list[Prompt]:
    """For whoever looks after something that people take part in, or wrote down how they can."""
    if not actor.user_id or side_of(actor) != Side.STAFF:
        return []
    theirs = Opportunity.objects.filter(decision=OuterRef("pk")).exclude(state__in=("draft", "cancelled"))
    rows = Decision.objects.filter(organisation=actor.organisation_id)
    rows = rows.filter(Q(owner=actor.user_id) & Exists(theirs) | Q(Exists(theirs.filter(recorded_by=actor.user_id))))
    return _asked(_now(rows, today), Side.STAFF, {"user": actor.user_id}, today)


def prompt_about(actor: Actor, decision: Decision, today: date) -> Prompt | None:
    """On the page of one decision, for whoever is asked about it."""
    if side_of(actor) == Side.STAFF:
        asked = prompts_of_staff(actor, today) if decision.owner_id == actor.user_id else []
        return next((each for each in asked if each.decision.pk == decision.pk), None)
    if actor.person_id is None:
        return None
    place = Place.objects.filter(person=actor.person_id, state="accepted", opportunity__decision=decision)
    rows = _now(Decision.objects.filter(Exists(place), pk=decision.pk), today)
    return next(iter(_asked(rows, Side.PEOPLE, {"person": actor.person_id}, today)), None)


def _asked(rows: Iterable[Any], side: str, whose: dict[str, Any], today: date) -> list[Prompt]:
    found = [(each, stage_on(today, each.opened_on, each.due_on, each.decided_on)) for each in rows[:LOOKED_AT]]  # type: ignore[index]
    found = [(each, stage) for each, stage in found if stage]
    if not found:
        return []
    about = [each.pk for each, _stage in found]
    written = Entry.objects.filter(decision__in=about, taken_back_on__isnull=True, **whose)
    away = PromptAway.objects.filter(decision__in=about, **whose)
    gone = {*written.values_list("decision", "stage"), *away.values_list("decision", "stage")}
    return [Prompt(each, stage, side) for each, stage in found if (each.pk, stage) not in gone][:MOST]
