"""Dropping a decision, and opening one again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import rules
from ..events import DecisionEvent as Event
from ..models import DROPPED, PLANNED, Decision
from . import steps


@transaction.atomic
def drop_decision(*, decision: Decision, reason: str, seen: int, by: Actor) -> Decision:
    """It is not going ahead, and why. It leaves the calendar and every count, and can be opened again."""
    decision = steps.locked(decision, by, seen)
    rules.check_can_drop(by, decision)
    rules.check_reason(reason)
    steps.move(decision, DROPPED, by=by, reason=reason)
    steps.tell_raiser(decision, _("What you raised is not going ahead. Read why, and what you can do about it."))
    audit.record(Event.DROPPED, by=by, target=decision, facts={"said": steps.sealed(reason=reason)})
    return decision


@transaction.atomic
def reopen_decision(*, decision: Decision, reason: str, seen: int, by: Actor) -> Decision:
    """Not decided after all, or going ahead after all. What was recorded stays in its history, and so does the
    exception of a reserved decision that had been taken without people."""
    decision = steps.locked(decision, by, seen)
    rules.check_can_reopen(by, decision)
    rules.check_reason(reason)
    facts = {
        "before": decision.state,
        "taken": str(decision.taken),
        "decided_on": decision.decided_on.isoformat() if decision.decided_on else None,
        "said": steps.sealed(reason=reason),
    }
    steps.move(decision, PLANNED, by=by, reason=reason, decided_on=None, taken="", people_count=0, reserved=False)
    steps.change(decision, outcome="", reason="")
    steps.tell_raiser(decision, _("What you raised is open again. Read why."))
    audit.record(Event.REOPENED, by=by, target=decision, facts=facts)
    return decision
