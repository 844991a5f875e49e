"""What makes taking part possible, in the person's own words."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import rules, texts
from ..events import PeopleEvent
from ..models import AccessNeed, NeedKind, Person
from .locking import locked

REVIEW_AFTER = timedelta(days=365)


@transaction.atomic
def add_need(*, person: Person, kind: str, words: str, by: Actor, review_on: date | None = None) -> AccessNeed:
    """Somebody goes through it with them in a year, or on a day they choose."""
    rules.check_speak_for(by, person)
    if kind not in NeedKind.values:
        raise Refused(_("Choose what it is about."), field="kind")
    rules.check_later(review_on, timezone.localdate(), "review_on")
    need = AccessNeed.objects.create(
        person=locked(person), kind=kind, words=_kept(words), review_on=review_on or in_a_year(), **byline(by)
    )
    _record(PeopleEvent.NEED_ADDED, need, by)
    return need


@transaction.atomic
def review_need(*, need: AccessNeed, by: Actor, review_on: date | None = None) -> AccessNeed:
    """They were asked, and it is still right."""
    rules.check_speak_for(by, need.person)
    rules.check_later(review_on, timezone.localdate(), "review_on")
    need = _still_there(need)
    need.review_on = review_on or in_a_year()
    need.save(update_fields=["review_on"])
    _record(PeopleEvent.NEED_REVIEWED, need, by)
    return need


@transaction.atomic
def end_need(*, need: AccessNeed, by: Actor) -> AccessNeed:
    """It is not needed any more. What was arranged until now stays as it was."""
    rules.check_speak_for(by, need.person)
    need = AccessNeed.objects.select_for_update(no_key=True).get(pk=need.pk)
    if need.ended_on is None:
        need.ended_on = timezone.localdate()
        need.save(update_fields=["ended_on"])
        _record(PeopleEvent.NEED_ENDED, need, by)
    return need


def _still_there(need: AccessNeed) -> AccessNeed:
    need = AccessNeed.objects.select_for_update(no_key=True).get(pk=need.pk)
    if need.ended_on is not None:
        raise Refused(_("This need has ended. Add it again if it came back."))
    return need


def _kept(text: str) -> str:
    return texts.words(text, "words", 2000)


def in_a_year() -> date:
    return timezone.localdate() + REVIEW_AFTER


def _record(event: PeopleEvent, need: AccessNeed, by: Actor) -> None:
    facts = {"kind": need.kind, "review_on": need.review_on and need.review_on.isoformat()}
    record(event, by=by, target=need, facts=facts)
