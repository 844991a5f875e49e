"""A correction stands beside the first text and overwrites nothing."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations

from .. import rules
from ..events import VoiceEvent
from ..models import Change, ChangeStatus, Correction
from ..models.changes import CHANGE, CLAIMED, CONFIRMED
from . import change_messages
from .common import as_said


@transaction.atomic
def correct_change(*, change: Change, why: str, role: str, by: Actor, what: str = "", evidence: str = "") -> Correction:
    """What those who said it told us was about the earlier text, so they are asked again, and until one of them
    confirms the new one it is the organisation's claim. A dispute stays.
    """
    change = (
        Change.objects.select_for_update(of=("self",), no_key=True).select_related("organisation").get(pk=change.pk)
    )
    rules.check_correct(by, change)
    what, evidence, why = as_said(what).strip(), as_said(evidence).strip(), as_said(why)
    rules.check_correction(what, evidence, why)
    today = organisations.clock_of(change.organisation).today()
    made = Correction.objects.create(
        change=change, what=what, evidence=evidence, why=why, role=role, corrected_on=today, **byline(by)
    )
    change.verdicts.update(on_earlier_text=True)
    change.corrected_on = today
    change.save(update_fields=["corrected_on"])
    if change.state == CONFIRMED:
        move(change, CLAIMED, lifecycle=CHANGE, statuses=ChangeStatus, by=by)
    change_messages.to_authors_about_correction(change, made)
    audit.record(VoiceEvent.CHANGE_CORRECTED, by=by, target=change, facts={"correction": made.code})
    return made
