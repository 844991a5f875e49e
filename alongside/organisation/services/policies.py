"""Policies: written, worded anew, looked at again, ended. That somebody read one is written down in `people`."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import function_rules as rules
from .. import queries
from ..events import OrganisationEvent as Event
from ..models import Policy, PolicyVersion
from .locks import locked

TITLE = 200


@transaction.atomic
def add_policy(
    *, title: str, words: str, from_day: date, review_on: date | None = None, owner: User | None = None, by: Actor
) -> Policy:
    rules.check_keep_function(by)
    organisation = locked(by)
    kept = _title(title, organisation.pk)
    rules.check_review(review_on, timezone.localdate())
    _check_owner(owner, by)
    policy = Policy.objects.create(
        organisation=organisation, title=kept, owner=owner, review_on=review_on, **byline(by)
    )
    _word(policy, rules.check_words(words), from_day, by)
    _record(Event.POLICY_ADDED, policy, 1, by)
    return policy


@transaction.atomic
def change_policy(
    *,
    policy: Policy,
    title: str,
    words: str,
    review_on: date | None = None,
    owner: User | None = None,
    seen: int | None = None,
    by: Actor,
) -> Policy:
    """Other words are a new version from today on: who read the old one has not read this one."""
    policy = _locked(policy, by)
    rules.check_in_force(policy.ended_on)
    now = PolicyVersion.objects.filter(policy=policy).order_by("-number")[0]
    if seen is not None and seen != now.number:
        raise Refused(_("Somebody changed this while you wrote. Look at it again."), field="seen")
    today = timezone.localdate()
    if review_on != policy.review_on:
        rules.check_review(review_on, today)
    _check_owner(owner, by)
    policy.title, policy.owner, policy.review_on = _title(title, policy.organisation_id, policy.pk), owner, review_on
    kept = rules.check_words(words)
    if kept != now.words:
        now = _word(policy, kept, today, by, now.number + 1)
        policy.reviewed_on = today
    policy.save(update_fields=["title", "owner", "review_on", "reviewed_on"])
    _record(Event.POLICY_CHANGED, policy, now.number, by)
    return policy


@transaction.atomic
def review_policy(*, policy: Policy, review_on: date | None, by: Actor) -> Policy:
    """Somebody looked at it and it is still right; and when it is looked at next."""
    policy = _locked(policy, by)
    rules.check_in_force(policy.ended_on)
    today = timezone.localdate()
    rules.check_review(review_on, today)
    policy.reviewed_on, policy.review_on = today, review_on
    policy.save(update_fields=["reviewed_on", "review_on"])
    facts = {"review_on": review_on.isoformat() if review_on else ""}
    audit.record(Event.POLICY_REVIEWED, by=by, target=policy, facts=facts)
    return policy


@transaction.atomic
def end_policy(*, policy: Policy, by: Actor) -> Policy:
    """It holds no more. What it said, and who read it, stays."""
    policy = _locked(policy, by)
    rules.check_in_force(policy.ended_on)
    policy.ended_on = timezone.localdate()
    policy.save(update_fields=["ended_on"])
    audit.record(Event.POLICY_ENDED, by=by, target=policy)
    return policy


def _locked(policy: Policy, by: Actor) -> Policy:
    rules.check_keep_function(by)
    locked(by)
    return queries.policy_for(by, policy.code).policy


def _title(title: str, organisation_id: int, other_than: int = 0) -> str:
    kept = rules.line(title, "title", TITLE, _("Write what it is called."))
    same = Policy.objects.filter(organisation=organisation_id, title__iexact=kept, ended_on__isnull=True)
    if same.exclude(pk=other_than).exists():
        raise Refused(_("There is a policy with this title. Change that one, or choose another title."), field="title")
    return kept


def _check_owner(owner: User | None, by: Actor) -> None:
    if owner is not None and not queries.staff_now(by.organisation_id or 0).filter(pk=owner.pk).exists():
        raise Refused(_("Choose somebody who works here."), field="owner")


def _word(policy: Policy, words: str, from_day: date, by: Actor, number: int = 1) -> PolicyVersion:
    return PolicyVersion.objects.create(policy=policy, number=number, words=words, from_day=from_day, **byline(by))


def _record(event: Event, policy: Policy, version: int, by: Actor) -> None:
    facts = {"version": version, "review_on": policy.review_on.isoformat() if policy.review_on else ""}
    audit.record(event, by=by, target=policy, facts=facts)
