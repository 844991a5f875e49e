"""What is different now, and whether those who said it say so too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from .. import phrases, rules, seals
from ..events import VoiceEvent
from ..models import Cause, Change, ChangeSource, ChangeStatus, Contribution, Verdict, VerdictKind
from ..models.changes import CHALLENGED, CHANGE, CLAIMED, CONFIRMED
from ..shapes import Recheck, Wherein
from . import change_messages, messages
from .common import as_said, clock_for, locked
from .holding import set_check_days
from .reopening import reopen

ANYWHERE = Wherein()


@transaction.atomic
def record_change(
    *,
    what: str,
    evidence: str,
    since: date,
    contributions: Sequence[Contribution],
    by: Actor,
    unit: Unit | None = None,
    decision: Decision | None = None,
    wherein: Wherein = ANYWHERE,
    recheck: Recheck | None = None,
) -> Change:
    """Say what is different, how anybody can see it, and out of whose words it came. They are asked if it is so."""
    if not contributions:
        raise Refused(_("Choose what it came of: a change here is always somebody's doing."), field="contributions")
    unit = unit or contributions[0].unit
    rules.check_record_change(by, unit.pk)
    sources = [locked(one) for one in sorted(contributions, key=lambda one: one.pk)]
    for one in sources:
        rules.check_source(by, one)
    organisation = _here(by, unit, decision)
    if since > (today := organisations.clock_of(organisation).today()):
        raise Refused(_("Write it down once it has happened: that day has not come yet."), field="since")
    rules.check_change_words(what, evidence)
    rules.check_wherein(wherein)
    change = Change.objects.create(
        organisation=organisation,
        unit=unit,
        decision=decision or _decided_there(contributions[0]),
        what=as_said(what),
        before=as_said(wherein.before),
        kind=wherein.kind,
        thing=wherein.thing,
        thing_version=wherein.thing_version,
        evidence=as_said(evidence),
        link=wherein.link,
        since=since,
        **byline(by),
    )
    begin(change, statuses=ChangeStatus, by=by, on=since)
    for one in sources:
        ChangeSource.objects.create(change=change, contribution=one, **byline(by))
        messages.to_author_about_change(one, change)
    facts = {"since": since.isoformat(), "contributions": sorted(one.code for one in sources)}
    audit.record(VoiceEvent.CHANGE_SAID, by=by, target=change, facts=facts)
    if recheck:
        set_check_days(change, recheck, by, today)
    return change


def _here(by: Actor, unit: Unit, decision: Decision | None) -> Organisation:
    organisation = organisations.organisation_of(by)
    if unit.organisation_id != organisation.pk or (decision and decision.organisation_id != organisation.pk):
        raise NotYours
    return organisation


def _decided_there(said: Contribution) -> Decision | None:
    """What was said in a session was said about the decision it was held for."""
    return said.meeting.opportunity.decision if said.meeting else said.decision


@transaction.atomic
def give_verdict(
    *, change: Change, contribution: Contribution, kind: str, by: Actor, size: str = "", words: str = ""
) -> Verdict:
    """Somebody out of whose words it came says whether it is so. Once disputed, it stands as disputed, and what is
    owed to the one who disputes it is open again.
    """
    contribution = locked(contribution)
    change = Change.objects.select_for_update(no_key=True).get(pk=change.pk)
    rules.check_verdict(by, contribution, change)
    if not change.sources.filter(contribution=contribution).exists():
        raise NotYours
    before = change.verdicts.filter(contribution=contribution).order_by("-id").first()
    if before and before.kind == kind and not before.on_earlier_text:
        raise Refused(_("You have said so already. It is on the page."))
    if words := as_said(words) if phrases.can_be_seen(words) else "":
        rules.check_words(words)
    verdict = Verdict.objects.create(
        change=change,
        contribution=contribution,
        person=contribution.person,
        kind=kind,
        size=size if kind == VerdictKind.CONFIRMED else "",
        words=words,
        salt=new_salt(),
        given_on=clock_for(contribution).today(),
        **byline(by),
    )
    _restate(change, kind, by)
    facts = {"change": change.code, "contribution": contribution.code, "kind": str(kind)}
    audit.record(VoiceEvent.VERDICT, by=by, target=verdict, facts={**facts, "sealed": seals.seal(verdict)})
    if kind == VerdictKind.CHALLENGED:
        reopen(change, [contribution], Cause.DISPUTED, by=by, by_author=True)
    else:
        change_messages.nothing_to_ask(contribution, change)
    return verdict


def _restate(change: Change, kind: str, by: Actor) -> None:
    to = CONFIRMED if kind == VerdictKind.CONFIRMED else CHALLENGED
    if to == CHALLENGED or change.state == CLAIMED:
        move(change, to, lifecycle=CHANGE, statuses=ChangeStatus, by=by)
