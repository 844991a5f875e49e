"""Recording what was decided, and how it was taken."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations

from .. import queries, rules
from ..events import DecisionEvent as Event
from ..models import DECIDED, Decision, Forum, SeatWaiver, Taken, TakenWithout
from ..taking import NOT_WAIVED, LivedSeats, TakenWith, Waived, WithoutPeople
from . import steps


@transaction.atomic
def record_outcome(
    *,
    decision: Decision,
    outcome: str,
    reason: str,
    decided_on: date,
    taken: TakenWith | WithoutPeople,
    seen: int,
    by: Actor,
    waived: Waived = NOT_WAIVED,
) -> Decision:
    """What was decided, why, when and with whom. Whether it was reserved is judged by that day, and frozen.

    A reserved decision without people needs the reason and somebody who may allow it: it is kept as an
    exception for good. For one that is not reserved the reason in `taken` is not asked and not kept.
    In the same way a body whose seats for lived experience were empty on that day has not decided, unless
    somebody who may waives that, with the reason in `waived`.
    """
    decision = steps.locked(decision, by, seen)
    rules.check_can_record_outcome(by, decision)
    rules.check_outcome(outcome, reason)
    rules.check_decided_on(decision, decided_on, timezone.localdate())
    reserved = queries.is_reserved(decision.kind_id, decided_on)
    how = _how(decision, taken, decided_on, reserved, by)
    seats = queries.seats_for_outcome(decision, decided_on)
    if seats.empty:
        rules.check_can_waive_seats(by, decision, waived.reason)
    people = taken.people if isinstance(taken, TakenWith) else 0
    steps.move(
        decision,
        DECIDED,
        by=by,
        on=decided_on,
        outcome=outcome,
        reason=reason,
        decided_on=decided_on,
        taken=how,
        people_count=people,
        reserved=reserved,
    )
    if how == Taken.EXCEPTED:
        _keep_exception(decision, taken, by)
    if decision.forum and seats.empty:
        _keep_waiver(decision, decision.forum, seats, waived, by)
    steps.tell_raiser(decision, _("What you raised was decided. Read what, and why."))
    audit.record(Event.DECIDED, by=by, target=decision, facts=_facts(decision, taken, seats))
    return decision


def _facts(decision: Decision, taken: TakenWith | WithoutPeople, seats: LivedSeats) -> dict[str, Any]:
    return {
        "decided_on": decision.decided_on.isoformat() if decision.decided_on else None,
        "taken": str(decision.taken),
        "reserved": decision.reserved,
        "people": decision.people_count,
        "places": sorted(taken.places) if isinstance(taken, TakenWith) else [],
        "empty_seats": seats.empty,
        "said": steps.sealed(outcome=decision.outcome, reason=decision.reason),
    }


def _how(decision: Decision, taken: TakenWith | WithoutPeople, on: date, reserved: bool, by: Actor) -> Taken:
    if isinstance(taken, TakenWith):
        rules.check_taken_with(decision, taken, on, _least(decision, on))
        return Taken.WITH
    if not reserved:
        return Taken.WITHOUT
    rules.check_can_take_without(by, decision, taken.reason)
    return Taken.EXCEPTED


def _least(decision: Decision, on: date) -> int:
    return organisations.settings_of(decision.organisation_id, on).least_people


def _keep_exception(decision: Decision, taken: TakenWith | WithoutPeople, by: Actor) -> None:
    without = taken if isinstance(taken, WithoutPeople) else WithoutPeople()
    TakenWithout.objects.create(
        organisation=decision.organisation,
        decision=decision,
        reason=without.reason.strip(),
        allowed_by=_who_allowed(without.allowed_by, decision, by),
        on=timezone.localdate(),
        **byline(by),
    )


def _keep_waiver(decision: Decision, forum: Forum, seats: LivedSeats, waived: Waived, by: Actor) -> None:
    SeatWaiver.objects.create(
        organisation=decision.organisation,
        decision=decision,
        forum=forum,
        seats=seats.seats,
        empty=seats.empty,
        reason=waived.reason.strip(),
        allowed_by=_who_allowed(waived.allowed_by, decision, by),
        on=timezone.localdate(),
        **byline(by),
    )


def _who_allowed(user_id: int | None, decision: Decision, by: Actor) -> User:
    """Whoever is named, if they may; whoever writes it down when nobody is."""
    if user_id and user_id != by.user_id:
        _check_may_allow(user_id, decision)
    return User.objects.get(pk=user_id or by.user_id or 0)


def _check_may_allow(user_id: int, decision: Decision) -> None:
    user = organisations.users_with(decision.organisation_id).filter(pk=user_id).first()
    actor = organisations.actor_for(user, decision.organisation_id)
    if not rules.may_allow_without(actor, decision):
        raise Refused(_("The one you name may not allow this. Name the coordinator or somebody on the board."))


@transaction.atomic
def restate_taken(*, decision: Decision, taken: TakenWith | None, by: Actor) -> Decision:
    """Attendance was written down, or corrected, after the outcome: how the decision was taken is said again.

    `taken` itself is the permission: only `involvement` can make one. None says that fewer took part than was
    written down first: then it was taken without people, and if it was reserved that is an exception which nobody
    allowed. An exception stays one and keeps its row: the board was told. Who thinks that was wrong opens the
    decision again.
    """
    decision = steps.locked(decision, by)
    if decision.state != DECIDED or decision.decided_on is None:
        raise Refused(_("Record what was decided first."))
    if taken:
        rules.check_taken_with(decision, taken, decision.decided_on, _least(decision, decision.decided_on))
    without = Taken.EXCEPTED if decision.reserved else Taken.WITHOUT
    how, people = (Taken.WITH, taken.people) if taken else (without, 0)
    if decision.taken == Taken.EXCEPTED or (decision.taken, decision.people_count) == (how, people):
        return decision
    before = decision.taken
    steps.change(decision, taken=how, people_count=people)
    if how == Taken.EXCEPTED:
        reason = _("The attendance was corrected afterwards: fewer people had taken part than was written down first.")
        TakenWithout.objects.create(
            organisation_id=decision.organisation_id, decision=decision, reason=reason, allowed_by=None, **byline(by)
        )
    places = sorted(taken.places) if taken else []
    facts = {"before": str(before), "taken": str(how), "people": people, "places": places}
    audit.record(Event.RESTATED, by=by, target=decision, facts=facts)
    return decision
