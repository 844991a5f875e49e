"""An answer counts when the one who said it knows it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor, system
from alongside.post import queries as outbox
from alongside.post import services as post

from .. import rules
from ..events import VoiceEvent
from ..models import Answer, Contribution, ContributionStatus, Telling, TellingCameBack, TellingChannel
from ..models.contributions import ANSWERED, CONTRIBUTION, DEFERRED, TOLD
from . import messages
from .common import clock_for, locked


@transaction.atomic
def tell(*, contribution: Contribution, channel: str, by: Actor, on: date | None = None) -> Telling:
    """Write down that the author was told the newest answer: how, and on which day."""
    contribution = locked(contribution)
    rules.check_tell(by, contribution, channel)
    today = clock_for(contribution).today()
    newest = newest_answer(contribution)
    rules.check_told_day(on := on or today, newest.answered_on, today)
    return _told(contribution, newest, channel, on, by)


def told_by_message(contribution_code: str, channel: str, on: date) -> bool:
    """A message with the newest answer has left the building. Safe to call twice; False when nothing was to tell."""
    with transaction.atomic():
        found = Contribution.everything.select_for_update(no_key=True).filter(code=contribution_code).first()
        if found is None or found.state not in (ANSWERED, DEFERRED):
            return False
        newest = newest_answer(found)
        if newest.tellings.filter(channel=channel, came_back__isnull=True).exists():
            return False
        _told(found, newest, channel, on, system(found.organisation_id))
        return True


def told_by_code(*, contribution: Contribution, by: Actor) -> Telling | None:
    """Whoever took a code home has opened their page: from now on they know the newest answer. Safe to call twice."""
    if contribution.state not in (ANSWERED, DEFERRED):
        return None
    with transaction.atomic():
        contribution = locked(contribution)
        if contribution.state not in (ANSWERED, DEFERRED):
            return None
        newest = newest_answer(contribution)
        if newest.tellings.filter(channel=TellingChannel.ON_PAGE, came_back__isnull=True).exists():
            return None
        rules.check_tell(by, contribution, TellingChannel.ON_PAGE)
        return _told(contribution, newest, TellingChannel.ON_PAGE, clock_for(contribution).today(), by)


def told_after_a_text(*, contribution: Contribution, by: Actor) -> Telling | None:
    """A text says only that there is something to read: whoever then opens their page knows the answer."""
    if contribution.state not in (ANSWERED, DEFERRED) or not rules.is_author(by, contribution):
        return None
    key = messages.key_of_answer(newest_answer(contribution))
    if not outbox.went_by(contribution.organisation_id, key, TellingChannel.TEXT):
        return None
    return told_by_code(contribution=contribution, by=by)


@transaction.atomic
def not_told_after_all(contribution_code: str, channel: str, on: date, why: str) -> bool:
    """What was to tell the author the newest answer came back. Safe to call twice; False when they know it anyhow."""
    found = Contribution.everything.select_for_update(no_key=True).filter(code=contribution_code).first()
    if found is None or found.state not in (TOLD, DEFERRED):
        return False
    tellings = newest_answer(found).tellings.filter(came_back__isnull=True)
    telling = tellings.filter(channel=channel).order_by("-id").first()
    if telling is None:
        return False
    by = system(found.organisation_id)
    TellingCameBack.objects.create(telling=telling, came_back_on=on, why=why[:200], **byline(by))
    if found.state == TOLD and not tellings.exclude(pk=telling.pk).exists():
        found.told_on, found.version = None, found.version + 1
        changed = ("told_on", "version")
        move(found, ANSWERED, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, on=on, changed=changed)
    facts = {"answer": telling.answer.code, "channel": str(channel), "on": on.isoformat()}
    audit.record(VoiceEvent.NOT_TOLD, by=by, target=found, facts=facts)
    return True


def newest_answer(contribution: Contribution) -> Answer:
    return contribution.answers.order_by("-id")[0]


def _told(contribution: Contribution, answer: Answer, channel: str, on: date, by: Actor) -> Telling:
    telling = Telling.objects.create(answer=answer, channel=channel, told_on=on, **byline(by))
    contribution.version += 1
    if contribution.state == ANSWERED:
        contribution.told_on = on
        changed = ("told_on", "version")
        move(contribution, TOLD, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, on=on, changed=changed)
    else:  # they know that it is put off; the answer is still owed
        contribution.save(update_fields=["version"])
    if channel != TellingChannel.EMAIL:  # what waits in the outbox would tell them again
        post.drop_keys(contribution.organisation_id, [messages.key_of_answer(answer)])
    facts = {"answer": answer.code, "channel": str(channel), "on": on.isoformat()}
    audit.record(VoiceEvent.TOLD, by=by, target=contribution, facts=facts)
    return telling
