"""What somebody allows: each purpose by itself, with the words they read, taken back in one step."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.post import services as post

from .. import queries, rules
from ..events import PeopleEvent
from ..models import Consent, Person, Purpose
from ..wording import PURPOSE_OF_CHANNEL, wording_of
from .locking import locked


@transaction.atomic
def give_consent(
    *,
    person: Person,
    purpose: str,
    by: Actor,
    wording: str = "",
    given_on: date | None = None,
    expires_on: date | None = None,
) -> Consent:
    """Given again, the earlier one is replaced and stays in the history."""
    rules.check_speak_for(by, person)
    if purpose not in Purpose.values:
        raise Refused(_("Choose what is allowed."), field="purpose")
    person, today = locked(person), timezone.localdate()
    day = given_on or today
    rules.check_days(day, expires_on, today)
    _replace(queries.open_consent(person, purpose), day, today)
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        wording=wording or wording_of(purpose, person.organisation.name),
        given_on=day,
        expires_on=expires_on,
        **byline(by),
    )
    if purpose in PURPOSE_OF_CHANNEL.values():
        post.release(to_person=person.pk)
    facts = {"purpose": str(purpose), "given_on": day.isoformat(), "expires_on": expires_on and expires_on.isoformat()}
    record(PeopleEvent.CONSENT_GIVEN, by=by, target=person, facts=facts)
    return consent


def _replace(before: Consent | None, day: date, today: date) -> None:
    if before is None:
        return
    if before.given_on > day:
        raise Refused(_("They allowed this again after that day. Nothing needs to be written down."), field="given_on")
    before.replaced_on = today
    before.save(update_fields=["replaced_on"])


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: str, by: Actor) -> Consent | None:
    """At once and without a reason. Nothing to take back is no mistake: returns None."""
    rules.check_speak_for(by, person)
    consent = queries.open_consent(locked(person), purpose)
    if consent is None:
        return None
    consent.withdrawn_on = timezone.localdate()
    consent.withdrawn_by_id = by.user_id
    consent.withdrawn_medium = str(by.medium or "")
    consent.save(update_fields=["withdrawn_on", "withdrawn_by", "withdrawn_medium"])
    record(PeopleEvent.CONSENT_WITHDRAWN, by=by, target=person, facts={"purpose": str(purpose)})
    return consent
