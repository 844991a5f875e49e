"""What is not ours to decide is passed on by name. We chase their answer until it came, or we say why we gave up."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import queries, rules, seals
from ..events import VoiceEvent
from ..models import Answer, AnswerKind, Chase, Contribution, Passing, PassingEnd
from .common import as_said, clock_for, locked
from .giving import end_row, give, set_due, tell_author


@transaction.atomic
@audit.together()  # parts are taken until its end
def pass_on(
    *,
    contribution: Contribution,
    passed_to: str,
    asked: str,
    reason: str,
    role: str,
    by: Actor,
    seen: int | None = None,
) -> Passing:
    """The author is told why it is not ours, who has it and what we asked them. The debt stays until they hear more."""
    contribution = locked(contribution)
    rules.check_pass_on(by, contribution, seen, queries.answering.passing_of(contribution) is not None)
    rules.check_named(passed_to := " ".join(as_said(passed_to).split()))
    empty = queries.answering.empty_phrases_of(contribution.organisation_id)
    rules.check_reason(asked := as_said(asked), empty, "asked")
    rules.check_reason(reason := as_said(reason), empty)
    rules.check_not_a_template(reason, queries.answering.template_texts(contribution.organisation_id))
    clock = clock_for(contribution)
    given = give(contribution, kind=AnswerKind.PASSED_ON, reason=reason, role=role, by=by)
    made = Passing.objects.create(
        organisation_id=contribution.organisation_id,
        contribution=contribution,
        answer=given,
        passed_to=passed_to,
        asked=asked,
        salt=new_salt(),
        passed_on=clock.today(),
        chase_by=clock.chase_by(clock.today(), clock.today()),
        **byline(by),
    )
    set_due(contribution, clock)
    tell_author(contribution, given)
    facts = {"contribution": contribution.code, "chase_by": made.chase_by.isoformat(), "sealed": seals.seal(made)}
    audit.record(VoiceEvent.PASSED_ON, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def chase(*, passing: Passing, by: Actor, seen: int | None = None) -> Chase:
    """They were asked again today. The day for the next time is counted from the day on which it was passed."""
    contribution = locked(passing.contribution)
    passing = _open(contribution, passing, by, seen)
    clock = clock_for(contribution)
    made = Chase.objects.create(passing=passing, chased_on=clock.today(), **byline(by))
    passing.chase_by = clock.chase_by(passing.passed_on, clock.today())
    passing.version += 1
    passing.save(update_fields=["chase_by", "version"])
    set_due(contribution, clock)
    facts = {"contribution": contribution.code, "chase_by": passing.chase_by.isoformat()}
    audit.record(VoiceEvent.CHASED, by=by, target=passing, facts=facts)
    return made


@transaction.atomic
@audit.together()  # parts are taken until its end
def end_passing(*, passing: Passing, end: str, words: str, role: str, by: Actor, seen: int | None = None) -> Answer:
    """What they said, or why we wait no longer: either way its author is told, and may question it."""
    contribution = locked(passing.contribution)
    passing = _open(contribution, passing, by, seen)
    rules.check_answer(by, contribution)
    rules.check_end(end)
    rules.check_reason(
        words := as_said(words), queries.answering.empty_phrases_of(contribution.organisation_id), "words"
    )
    end_row(passing, end, by)
    given = give(contribution, kind=AnswerKind.OUTSIDE, reason=words, role=role, by=by, facts={"passing": passing.code})
    tell_author(contribution, given)
    return given


def forget_passing(contribution: Contribution, by: Actor) -> None:
    """The words were taken back. `contribution` is locked."""
    passing = contribution.passings.select_for_update(no_key=True).filter(ended_on__isnull=True).first()
    if passing:
        passing.contribution = contribution
        end_row(passing, PassingEnd.TAKEN_BACK, by)


def _open(contribution: Contribution, passing: Passing, by: Actor, seen: int | None) -> Passing:
    found = Passing.objects.select_for_update(no_key=True).filter(pk=passing.pk, contribution=contribution).first()
    if found is None:
        raise NotYours
    found.contribution = contribution
    rules.check_passing(by, contribution, found, seen)
    return found
