"""Was a decision taken with people? Found out from who was in the room before it was taken, never asserted."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.core.actor import Actor
from alongside.decisions import services as decisions
from alongside.decisions.models import DECIDED, Decision
from alongside.decisions.taking import NOT_WAIVED, TakenWith, Waived, WithoutPeople

from .. import queries


def taken_with(decision: Decision, on: date) -> TakenWith | None:
    """The pass that lets a decision be recorded as taken with people on that day; None when it was not."""
    standing = queries.people_before(decision, on)
    if not standing.enough:
        return None
    return TakenWith(decision_id=decision.pk, on=on, people=standing.people, places=standing.places)


@transaction.atomic
def record_outcome_with(
    *,
    decision: Decision,
    outcome: str,
    reason: str,
    decided_on: date,
    without_reason: str = "",
    allowed_by: int | None = None,
    waived: Waived = NOT_WAIVED,
    seen: int,
    by: Actor,
) -> Decision:
    """`without_reason` and `allowed_by` are needed only for a reserved decision that was taken without people;
    `waived` only where the body that decided had seats for lived experience empty."""
    taken: TakenWith | WithoutPeople | None = taken_with(decision, decided_on)
    if taken is None:
        taken = WithoutPeople(reason=without_reason, allowed_by=allowed_by)
    return decisions.record_outcome(
        decision=decision,
        outcome=outcome,
        reason=reason,
        decided_on=decided_on,
        taken=taken,
        waived=waived,
        seen=seen,
        by=by,
    )


def restate(decision: Decision, *, by: Actor) -> None:
    """Attendance was written down or corrected after the outcome: say again how it was taken, up or down."""
    if decision.state != DECIDED or decision.decided_on is None:
        return
    decisions.restate_taken(decision=decision, taken=taken_with(decision, decision.decided_on), by=by)
