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

from ..models import Entry, PromptAway, Side, When
from ..prompting import AFTERWARDS, stage_on
from ..rules.entries import side_of

MOST = 3  # at a time
LOOKED_AT = 30


@dataclass(frozen=True)
class Prompt:
    decision: Decision
    stage: str
    side: str


def gone(decision: str, **whose: Any) -> dict[str, Any]:
    """For a question about something that has a decision in the column `decision`: for each part of the way, whether
    `whose` wrote about it or put the question away."""
    found = {}
    for stage in When.values:
        written = Entry.objects.filter(decision=OuterRef(decision), stage=stage, taken_back_on__isnull=True, **whose)
        away = PromptAway.objects.filter(decision=OuterRef(decision), stage=stage, **whose)
        found[f"gone_{stage}"] = Q(Exists(written)) | Q(Exists(away))
    return found


def _dealt_with(decisions: Collection[int], **whose: Any) -> set[tuple[int, str]]:
    """The same for several decisions at once: each with the part of the way about which nothing is asked any more."""
    written = Entry.objects.filter(decision__in=decisions, taken_back_on__isnull=True, **whose)
    away = PromptAway.objects.filter(decision__in=decisions, **whose)
    of_both = (rows.order_by().values_list("decision", "stage") for rows in (written, away))
    return set(next(of_both).union(*of_both))


def prompts_in(rows: Iterable[tuple[Decision, Any]], side: str, today: date) -> list[Prompt]:
    """Of decisions, each with the row that knows what is gone."""
    found = []
    for decision, row in rows:
        stage = _stage(decision, today)
        if stage and not getattr(row, f"gone_{stage}"):
            found.append(Prompt(decision, stage, side))
    return found[:MOST]


def _stage(decision: Decision, today: date) -> str:
    asked = decision.state in (PLANNED, DECIDED)
    return stage_on(today, decision.opened_on, decision.due_on, decision.decided_on) if asked else ""


def _now(rows: QuerySet[Decision], today: date) -> QuerySet[Decision]:
    after = Q(state=DECIDED, decided_on__gte=today - AFTERWARDS)
    rows = rows.filter(after | Q(state=PLANNED), opened_on__lte=today)
    return rows.select_related("organisation").order_by("-opened_on", "-id")


def prompts_of_people(people: Collection[int], today: date) -> list[Prompt]:
    """For somebody who takes part, across organisations: what they have a place in."""
    places = Place.objects.filter(person__in=people, state="accepted").values("opportunity__decision")
    rows = _now(Decision.objects.filter(pk__in=places), today).annotate(**gone("pk", person__in=people))
    return prompts_in(((row, row) for row in rows[:LOOKED_AT]), Side.PEOPLE, today)


def prompts_of_staff(actor: Actor, today: date) -> list[Prompt]:
    """For whoever looks after something that people take part in, or wrote down how they can."""
    if not actor.user_id or side_of(actor) != Side.STAFF:
        return []
    rows = _now(Decision.objects.filter(_looks_after(actor), organisation=actor.organisation_id), today)
    asked = [Prompt(row, stage, Side.STAFF) for row in rows[:LOOKED_AT] if (stage := _stage(row, today))]
    if not asked:
        return []
    done = _dealt_with([each.decision.pk for each in asked], user=actor.user_id)
    return [each for each in asked if (each.decision.pk, each.stage) not in done][:MOST]


def _looks_after(actor: Actor) -> Q:
    theirs = Opportunity.objects.exclude(state__in=("draft", "cancelled"))
    mine = theirs.filter(Q(recorded_by=actor.user_id) | Q(decision__owner=actor.user_id))
    return Q(pk__in=mine.filter(organisation=actor.organisation_id).values("decision"))


def _has_place(actor: Actor) -> Q:
    places = Place.objects.filter(person=actor.person_id, state="accepted", opportunity__decision=OuterRef("pk"))
    return Q(Exists(places))


def _whose(actor: Actor) -> tuple[str, dict[str, Any]]:
    side = side_of(actor)
    return side, {"user": actor.user_id} if side == Side.STAFF else {"person": actor.person_id}


def asked_about(actor: Actor) -> dict[str, Any]:
    """In the question about one decision: whether the actor is asked about it, and what is gone."""
    side, whose = _whose(actor)
    if not actor.is_member or None in whose.values():
        return {}
    return {"asks_me": _looks_after(actor) if side == Side.STAFF else _has_place(actor), **gone("pk", **whose)}


def prompt_of(actor: Actor, decision: Decision, today: date) -> Prompt | None:
    """`decision`: as it was found with `asked_about`."""
    if not getattr(decision, "asks_me", False):
        return None
    return next(iter(prompts_in([(decision, decision)], side_of(actor), today)), None)
