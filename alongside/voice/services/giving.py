"""What every kind of answer has in common: the row, the days, the state, the message, the event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.post import services as post

from .. import seals
from ..events import VoiceEvent
from ..models import Answer, AnswerKind, Contribution, ContributionStatus, PassingEnd
from ..models.answers import STILL_OWED
from ..models.contributions import ANSWERED, CONTRIBUTION, DEFERRED
from . import messages
from .common import clock_for, next_due, open_passing
from .reading import note_reading

CHANGED = (
    *("answer_kind", "answered_on", "answer_days", "version"),
    *("disputed", "answers_me_on"),
)


def give(
    contribution: Contribution,
    *,
    kind: str,
    reason: str,
    role: str,
    by: Actor,
    defer_until: date | None = None,
    next_step: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Answer:
    """`contribution` is locked, and everything was checked."""
    clock = clock_for(contribution)
    note_reading(contribution, by)
    given = Answer.objects.create(
        contribution=contribution,
        kind=kind,
        reason=reason,
        salt=new_salt(),
        role=role,
        answered_on=clock.today(),
        defer_until=defer_until,
        next_step=next_step,
        **byline(by),
    )
    contribution.answer_kind = kind
    if kind not in STILL_OWED:
        _is_answered(contribution, clock, by)
    contribution.version += 1
    state = DEFERRED if kind in STILL_OWED else ANSWERED
    move(contribution, state, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=CHANGED)
    set_due(contribution, clock)
    _drop_earlier(contribution, given)
    sealed = {**_facts(contribution, given), **(facts or {})}
    audit.record(VoiceEvent.ANSWERED, by=by, target=given, facts=sealed)
    return given


def tell_author(contribution: Contribution, given: Answer) -> None:
    """Into the outbox, once everything that the message says is there."""
    messages.to_author_about_answer(contribution, given)


def _is_answered(contribution: Contribution, clock: organisations.Clock, by: Actor) -> None:
    """Whatever its author said of an earlier answer is answered by this one. It has not been heard yet."""
    contribution.disputed, contribution.answers_me_on = False, None
    if contribution.answered_on is None:
        contribution.answered_on = today = clock.today()
        contribution.answer_days = clock.working_days_between(contribution.received_on, today)
    if passing := open_passing(contribution):
        end_row(passing, PassingEnd.OURSELVES, by)


def end_row(passing: Any, end: str, by: Actor) -> None:
    """We wait for them no longer, and why. `passing` is locked with its contribution."""
    passing.ended_on, passing.end = clock_for(passing.contribution).today(), end
    passing.version += 1
    passing.save(update_fields=["ended_on", "end", "version"])
    facts = {"contribution": passing.contribution.code, "end": str(end)}
    audit.record(VoiceEvent.PASSING_ENDED, by=by, target=passing, facts=facts)


def set_due(contribution: Contribution, clock: organisations.Clock) -> None:
    """The next day on which something is owed. What is not late now begins to rise from the bottom again."""
    contribution.due_on = _owed_next(contribution, clock)
    if contribution.state == ANSWERED or contribution.due_on >= clock.today():
        contribution.risen, contribution.board_since = 0, None
    contribution.save(update_fields=["due_on", "risen", "board_since"])


def _owed_next(contribution: Contribution, clock: organisations.Clock) -> date:
    """Only a note written since the last answer and the last mark counts, and none moves the day of the answer."""
    if contribution.state != DEFERRED:
        return next_due(contribution.state, contribution.acknowledge_by, contribution.answer_by)
    questioned = contribution.challenges.order_by("-id").values_list("answer", flat=True).first() or 0
    answered = (
        contribution.answers.exclude(kind__in=STILL_OWED).order_by("-id").values_list("pk", flat=True).first() or 0
    )
    since = max(questioned, answered)
    notes = contribution.answers.filter(pk__gt=since, kind__in=(AnswerKind.HOLDING, AnswerKind.PASSED_ON))
    noted = notes.order_by("-id").values_list("answered_on", flat=True).first()
    day = clock.note_by(contribution.answer_by, noted) if noted else contribution.answer_by
    passing = open_passing(contribution)
    return min(day, passing.chase_by) if passing else day


def _drop_earlier(contribution: Contribution, given: Answer) -> None:
    """A message about an earlier answer that was not sent yet would tell them what is no longer so."""
    earlier = contribution.answers.exclude(pk=given.pk)
    post.drop_keys(contribution.organisation_id, [messages.key_of_answer(one) for one in earlier])


def _facts(contribution: Contribution, given: Answer) -> dict[str, Any]:
    return {
        "contribution": contribution.code,
        "kind": str(given.kind),
        "answered_on": given.answered_on.isoformat(),
        "answer_by": contribution.answer_by.isoformat(),
        "sealed": seals.seal(given),
    }
