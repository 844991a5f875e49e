"""Was a decision taken with people? Found out from who was in the room before it was taken, never asserted."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.decisions import services as decisions
from alongside.decisions.models import DECIDED, Decision
from alongside.decisions.taking import NOT_WAIVED, TakenWith, Waived, WithoutPeople

from .. import queries
from .common import tell_person

MY_PART = "/me/took-part/"


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
    decided = decisions.record_outcome(
        decision=decision,
        outcome=outcome,
        reason=reason,
        decided_on=decided_on,
        taken=taken,
        waived=waived,
        seen=seen,
        by=by,
    )
    words = _("You took part in “%(title)s”. It is decided. Follow the link to read what, and why.")
    _tell_who_took_part(decided, "decided", _("What you took part in is decided"), words)
    return decided


@transaction.atomic
def reopen_with(*, decision: Decision, reason: str, seen: int, by: Actor) -> Decision:
    """Not decided after all: those who took part hear it from us, and not from somebody else."""
    opened = decisions.reopen_decision(decision=decision, reason=reason, seen=seen, by=by)
    words = _("You took part in “%(title)s”. It is open again. Follow the link to read why.")
    _tell_who_took_part(opened, "open_again", _("What you took part in is open again"), words)
    return opened


def _tell_who_took_part(decision: Decision, kind: str, subject: str, words: str) -> None:
    """Whoever raised it is told by the decision itself, and not a second time."""
    for person in queries.who_took_part(decision.pk):
        if person != decision.raised_by_id:
            tell_person(decision.organisation, person, kind, subject, words % {"title": decision.title}, MY_PART)


def restate(decision: Decision, *, by: Actor) -> None:
    """Attendance was written down or corrected after the outcome: say again how it was taken, up or down."""
    if decision.state != DECIDED or decision.decided_on is None:
        return
    decisions.restate_taken(decision=decision, taken=taken_with(decision, decision.decided_on), by=by)
