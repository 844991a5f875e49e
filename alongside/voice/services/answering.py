"""Saying that it is here, answering it with a reason, handing it on."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import move
from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from .. import queries, rules
from ..events import VoiceEvent
from ..models import Answer, AnswerKind, Contribution, ContributionStatus
from ..models.contributions import ACKNOWLEDGED, CONTRIBUTION
from . import messages
from .common import as_said, clock_for, locked, open_doubt
from .giving import give, set_due, tell_author
from .reading import note_reading
from .searching import keep_findable
from .showing import forget_rendering


@transaction.atomic
def acknowledge(*, contribution: Contribution, by: Actor) -> Contribution:
    """Somebody has read it. Nothing is answered by that."""
    contribution = locked(contribution)
    rules.check_acknowledge(by, contribution)
    note_reading(contribution, by)
    contribution.version += 1
    changed = ("version",)
    move(contribution, ACKNOWLEDGED, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=changed)
    set_due(contribution, clock_for(contribution))
    audit.record(VoiceEvent.ACKNOWLEDGED, by=by, target=contribution, facts={})
    return contribution


@transaction.atomic
@audit.together()  # parts are taken until its end
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
    reason = check_said(contribution, kind, as_said(reason), defer_until)
    given = give(contribution, kind=kind, reason=reason, role=role, defer_until=defer_until, by=by)
    tell_author(contribution, given)
    return given


def check_said(contribution: Contribution, kind: str, reason: str, defer_until: date | None) -> str:
    """What is written says something, and is no template as it stands. Returns it."""
    rules.check_kind(kind)
    rules.check_reason(reason, queries.answering.empty_phrases_of(contribution.organisation_id))
    rules.check_not_a_template(reason, queries.answering.template_texts(contribution.organisation_id))
    deferred = kind == AnswerKind.DEFERRED
    rules.check_deferral(deferred, defer_until, clock_for(contribution).today())
    return reason


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
    """A shorter or plainer version, beside the words and never instead of them. Empty takes it away.

    Once its author has said that this is not what they said, it waits until they agree.
    """
    contribution = locked(contribution)
    rules.check_render(by, contribution, seen)
    rendering, doubt = as_said(rendering), open_doubt(contribution)
    if doubt:
        doubt.rendering = rendering
        doubt.save(update_fields=["rendering"])
        rendering = ""
    if contribution.rendering != rendering:
        forget_rendering(contribution)
    contribution.rendering = rendering
    contribution.version += 1
    contribution.save(update_fields=["rendering", "version"])
    audit.record(VoiceEvent.RENDERED, by=by, target=contribution, facts={"letters": len(as_said(rendering))})
    return contribution
