"""What somebody wants to bring, in their own words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import rules, texts
from ..events import PeopleEvent
from ..models import Offer, OfferKind, Person
from .locking import locked


@transaction.atomic
def add_offer(*, person: Person, kind: str, words: str, by: Actor) -> Offer:
    rules.check_speak_for(by, person)
    if kind not in OfferKind.values:
        raise Refused(_("Choose what it is about."), field="kind")
    kept = texts.words(words, "words", 2000)
    offer = Offer.objects.create(person=locked(person), kind=kind, words=kept, **byline(by))
    record(PeopleEvent.OFFER_ADDED, by=by, target=offer, facts={"kind": kind})
    return offer


@transaction.atomic
def end_offer(*, offer: Offer, by: Actor) -> Offer:
    rules.check_speak_for(by, offer.person)
    offer = Offer.objects.select_for_update(no_key=True).get(pk=offer.pk)
    if offer.ended_on is None:
        offer.ended_on = timezone.localdate()
        offer.save(update_fields=["ended_on"])
        record(PeopleEvent.OFFER_ENDED, by=by, target=offer, facts={"kind": offer.kind})
    return offer
