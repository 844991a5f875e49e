"""Saying that it is here, answering it with a reason, handing it on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.post import services as post

from .. import rules, seals
from ..events import VoiceEvent
from ..models import Answer, AnswerKind, Contribution, ContributionStatus
from ..models.contributions import ACKNOWLEDGED, ANSWERED, CONTRIBUTION, DEFERRED
from . import messages
from .common import as_said, clock_for, locked, next_due
from .reading import note_reading
from .searching import keep_findable
from .showing import forget_rendering


@transaction.atomic
def acknowledge(*, contribution: Contribution, by: Actor) -> Contribution:
    """Somebody has read it. Nothing is answered by that."""
    contribution = locked(contribution)
    rules.check_acknowledge(by, contribution)
    note_reading(contribution, by)
    contribution.due_on = next_due(ACKNOWLEDGED, contribution.acknowledge_by, contribution.answer_by)
    contribution.version += 1
    _move(contribution, ACKNOWLEDGED, by, "due_on", "version")
    audit.record(VoiceEvent.ACKNOWLEDGED, by=by, target=contribution, facts={})
    return contribution


@transaction.atomic
def answer(
    *,
    contribution: Contribution,
    kind: str,
    reason: str,
    role: str,
    by: Actor,
    defer_until: date | None = None,
    seen: int | None = None,
) -> Answer:
    """Answer with a reason, or put it off: a deferral leaves the day of the answer where it was.

    `seen` is the version that the writer saw; the second of two who answer at once is refused.
    """
    contribution = locked(contribution)
    rules.check_answer(by, contribution, seen)
    rules.check_reason(reason := as_said(reason))
    clock = clock_for(contribution)
    deferred = kind == AnswerKind.DEFERRED
    rules.check_deferral(deferred, defer_until, today := clock.today())
    note_reading(contribution, by)
    given = Answer.objects.create(
        contribution=contribution,
        kind=kind,
        reason=reason,
        salt=new_salt(),
        role=role,
        answered_on=today,
        defer_until=defer_until,
        **byline(by),
    )
    contribution.answer_kind = kind
    if not deferred and contribution.answered_on is None:
        contribution.answered_on = today
        contribution.answer_days = clock.working_days_between(contribution.received_on, today)
    state = DEFERRED if deferred else ANSWERED
    contribution.due_on = next_due(state, contribution.acknowledge_by, contribution.answer_by)
    contribution.version += 1
    _move(contribution, state, by, "answer_kind", "answered_on", "answer_days", "due_on", "version")
    _drop_earlier(contribution, given)
    messages.to_author_about_answer(contribution, given)
    audit.record(VoiceEvent.ANSWERED, by=by, target=given, facts=_facts(contribution, given))
    return given


@transaction.atomic
def hand_over(
    *,
    contribution: Contribution,
    by: Actor,
    owner: User | None = None,
    unit: Unit | None = None,
    seen: int | None = None,
) -> Contribution:
    """Give it to somebody who can answer it, or to another part of the organisation. No clock starts again."""
    contribution = locked(contribution)
    rules.check_hand_over(by, contribution, seen)
    unit = unit or contribution.unit
    if unit.organisation_id != contribution.organisation_id or not (owner or unit != contribution.unit):
        raise Refused(_("Choose who is to have it."), field="owner")
    if owner and not organisations.actor_for(owner, contribution.organisation_id).can(Permission.ANSWER, unit.pk):
        raise Refused(_("They do not answer for that part of the organisation. Choose somebody else."), field="owner")
    facts = {"from_unit": contribution.unit.code, "unit": unit.code, "owner": owner.code if owner else ""}
    contribution.unit, contribution.owner = unit, owner
    contribution.version += 1
    contribution.save(update_fields=["unit", "owner", "version"])
    keep_findable(contribution)
    messages.to_owner(contribution, "contribution_handed_over", _("Something that was said has been handed to you."))
    audit.record(VoiceEvent.HANDED_OVER, by=by, target=contribution, facts=facts)
    return contribution


@transaction.atomic
def write_rendering(*, contribution: Contribution, rendering: str, by: Actor, seen: int | None = None) -> Contribution:
    """A shorter or plainer version, beside the words and never instead of them. Empty takes it away."""
    contribution = locked(contribution)
    rules.check_render(by, contribution, seen)
    if contribution.rendering != (rendering := as_said(rendering)):
        forget_rendering(contribution)
    contribution.rendering = rendering
    contribution.version += 1
    contribution.save(update_fields=["rendering", "version"])
    audit.record(VoiceEvent.RENDERED, by=by, target=contribution, facts={"letters": len(contribution.rendering)})
    return contribution


def _move(contribution: Contribution, to: str, by: Actor, *changed: str) -> None:
    move(contribution, to, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=changed)


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
