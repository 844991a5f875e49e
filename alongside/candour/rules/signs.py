from __future__ import annotations

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.decisions.models import Decision


def can_see_signs(actor: Actor) -> bool:
    """Of a year: those who belong here, staff and managers for their own units."""
    return actor.is_member and actor.can(P.SEE_SIGNS)


def can_see_signs_of(actor: Actor, decision: Decision) -> bool:
    """Of one decision that the actor can read."""
    return actor.organisation_id == decision.organisation_id and actor.is_member and actor.can(P.SEE_SIGNS)
