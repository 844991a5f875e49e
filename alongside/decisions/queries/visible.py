"""Which decisions somebody may see. Every question about decisions starts here."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import belongs
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours

from ..models import DROPPED, Audience, Decision, DecisionStatus


def url_of(slug: str, decision: Decision, *steps: str) -> str:
    """Its page, or with a step the page of one of its verbs: `url_of("harbour", decision, "change")`."""
    return "/".join([f"/{slug}/decisions/{decision.code}", *steps, ""])


def decisions_for(actor: Actor) -> QuerySet[Decision]:
    """Staff: all of their units, and what is open to everybody here. Others: by audience, and what they raised."""
    return of_organisation(actor).filter(_visible(actor)).select_related("kind", "unit")


def decision_for(actor: Actor, code: str, **also: Any) -> Decision:
    """`also`: what a page of several rooms wants to know of it, in the same question."""
    rows = decisions_for(actor).select_related("organisation", "owner", "forum").filter(code=code)
    found = rows.annotate(**also).first()
    if found is None:
        raise NotYours
    return found


def in_units_of(actor: Actor, permission: str = P.SEE_DECISIONS) -> QuerySet[Decision]:
    """Every decision of the units in which the permission holds: the base of everything that is counted."""
    units = actor.units_for(permission)
    rows = of_organisation(actor)
    return rows if units is None else rows.filter(unit__in=units)


def of_organisation(actor: Actor) -> QuerySet[Decision]:
    return Decision.objects.filter(organisation=actor.organisation_id)


def ahead(actor: Actor) -> QuerySet[Decision]:
    """All that the actor sees but what does not go ahead."""
    return decisions_for(actor).exclude(state=DROPPED)


def _visible(actor: Actor) -> Q:
    units = actor.units_for(P.SEE_DECISIONS)
    if units is None or actor.kind == Kind.SYSTEM:
        return Q()
    audiences = [Audience.CONTRIBUTORS, Audience.PUBLIC] if belongs(actor) else [Audience.PUBLIC]
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
    return (
        of_organisation(actor)
        .filter(raised_by=actor.person_id)
        .select_related("kind", "unit")
        .order_by("-opened_on", "-id")
    )


def history_of(decision: Decision) -> list[DecisionStatus]:
    """Every move, oldest first, with who wrote it down."""
    return list(decision.statuses.select_related("recorded_by").order_by("id"))
