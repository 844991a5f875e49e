"""Write-ups that somebody may read, and what stands in one: what the record says, and what each side wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from alongside.accounts.roles import belongs
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.involvement import queries as involvement
from alongside.involvement.models import Opportunity

from .. import rules
from ..models import POINTS, SHOWN, Side, WriteUp, WriteUpText


@dataclass(frozen=True)
class Read:
    """One write-up as somebody reads it. `write_up` None: nobody has written anything."""

    opportunity: Opportunity
    write_up: WriteUp | None
    side: Side | None  # for which the reader writes


def write_up_to_read(actor: Actor, code: str) -> Read:
    """By the code of its activity."""
    rows = Opportunity.objects.filter(organisation=actor.organisation_id, code=code)
    found = rows.select_related("organisation", "decision__unit", "request").first()
    if found is None:
        raise NotYours
    write_up = WriteUp.objects.filter(opportunity=found).first()
    side = side_of(actor, found)
    sees = write_up is not None and decisions.decisions_for(actor).filter(pk=found.decision_id).exists()
    if not rules.may_read(actor, write_up, side, sees):
        raise NotYours
    return Read(found, write_up, side)


def side_of(actor: Actor, opportunity: Opportunity) -> Side | None:
    return rules.side_of(actor, opportunity, involvement.takes_part(actor, opportunity))


def texts_of(write_up: WriteUp | None) -> dict[str, dict[str, list[WriteUpText]]]:
    """By point and side, what somebody wrote and did not take back, the oldest first."""
    found: dict[str, dict[str, list[WriteUpText]]] = {point: {side: [] for side in Side.values} for point in POINTS}
    if write_up is None:
        return found
    for text in write_up.texts.select_related("person", "user").order_by("id"):
        if text.words:
            found[text.point][text.side].append(text)
    return found


def sides_written(write_up: WriteUp | None) -> set[str]:
    if write_up is None:
        return set()
    return {text.side for text in write_up.texts.all() if text.words}


def own_text(actor: Actor, read: Read, point: str) -> WriteUpText | None:
    """What the actor's side, or the actor where each has their own, wrote to a point."""
    if point not in POINTS or read.side is None:
        raise NotYours
    if read.write_up is None:
        return None
    rows = read.write_up.texts.filter(point=point, side=read.side)
    return (rows if read.side == Side.STAFF else rows.filter(person=actor.person_id)).first()


def shown_write_ups(actor: Actor) -> QuerySet[WriteUp]:
    """Those that are shown, of decisions that the actor sees; the newest first."""
    if not belongs(actor):
        return WriteUp.objects.none()
    seen: Any = decisions.decisions_for(actor).select_related(None).values("pk")
    rows = WriteUp.objects.filter(organisation=actor.organisation_id, state=SHOWN, opportunity__decision__in=seen)
    return rows.select_related("opportunity__decision__unit").order_by("-shown_on", "-id")
