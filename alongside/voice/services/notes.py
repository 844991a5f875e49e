"""A holding note: no answer yet, but what has happened so far, and who does what by when. It restarts nothing."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import queries, rules
from ..models import Answer, AnswerKind, Contribution
from .common import as_said, clock_for, locked
from .giving import give, tell_author


@transaction.atomic
@audit.together()  # parts are taken until its end
def write_note(
    *,
    contribution: Contribution,
    so_far: str,
    next_step: str,
    until: date,
    role: str,
    by: Actor,
    seen: int | None = None,
) -> Answer:
    """The day of the answer stays. When the next note is due is counted from it, a quarter at a time."""
    contribution = locked(contribution)
    rules.check_note(by, contribution, seen)
    empty = queries.answering.empty_phrases_of(contribution.organisation_id)
    rules.check_reason(so_far := as_said(so_far), empty, "so_far")
    rules.check_reason(next_step := as_said(next_step), empty, "next_step")
    rules.check_not_a_template(so_far, queries.answering.template_texts(contribution.organisation_id), "so_far")
    rules.check_until(until, clock_for(contribution).today())
    given = give(
        contribution,
        kind=AnswerKind.HOLDING,
        reason=so_far,
        next_step=next_step,
        defer_until=until,
        role=role,
        by=by,
    )
    tell_author(contribution, given)
    return given
