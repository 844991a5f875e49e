"""Bringing in a list of people: all of it or nothing, as one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import sealing
from alongside.audit.services import SealedRow, record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation.services.locks import locked

from .. import rules
from ..events import PeopleEvent
from ..models import PAUSED, AccessNeed, Channel, Consent, NameToken, Offer, Pause, Person, PersonStatus
from ..reading import Entry, Plan
from ..wording import wording_of
from .needs import in_a_year
from .register import tokens_of

AT_ONCE = 500


def new_among(plan: Plan, by: Actor) -> list[Entry]:
    """Those whom the register does not have, by the key of an earlier list or by name and contact.

    Somebody who was forgotten is known by that key too, and does not come back with the next list.
    """
    known = Person.objects.filter(organisation=by.organisation_id).exclude(source="")
    keys, there = set(known.values_list("source", flat=True)), _names_and_contacts(by)
    return [one for one in plan.entries if one.key not in keys and not (_contacts(one) & there)]


def _names_and_contacts(by: Actor) -> set[tuple[str, str]]:
    rows = Channel.objects.filter(person__organisation=by.organisation_id).values_list("person__name", "address")
    return {(_folded(name), _folded(address)) for name, address in rows}


def _contacts(entry: Entry) -> set[tuple[str, str]]:
    return {(_folded(entry.name), _folded(address)) for address in entry.addresses.values()}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@transaction.atomic
def import_people(*, plan: Plan, by: Actor) -> list[Person]:
    """Add those who are new. A consent is kept with the day it was given and what it was taken from."""
    rules.check_import(by)
    if plan.problems:
        raise Refused(_("Something in this file has to be put right first. Nothing was brought in."))
    organisation = locked(by)  # two lists at once take turns
    entries = new_among(plan, by)
    people = [_person(one, organisation.pk, by) for one in entries]
    Person.objects.bulk_create(people, batch_size=AT_ONCE)
    pairs = list(zip(people, entries, strict=True))
    for model, rows in _everything(pairs, organisation.name, by).items():
        model._default_manager.bulk_create(rows, batch_size=AT_ONCE)
    if people:
        sealed = [SealedRow(person.code, _commitment(person, entry)) for person, entry in pairs]
        record(PeopleEvent.IMPORTED, by=by, target=organisation, facts={"new": len(people)}, rows=sealed)
    return people


def _commitment(person: Person, entry: Entry) -> str:
    return sealing.commitment(person.salt, sealing.canonical(entry.sealed()))


def _person(entry: Entry, organisation_id: int, by: Actor) -> Person:
    return Person(
        organisation_id=organisation_id,
        name=entry.name,
        called=entry.called,
        route_in=entry.route_in,
        state=entry.state,
        joined_on=entry.joined_on or timezone.localdate(),
        source=entry.key,
        **_line(entry, by),
    )


def _line(entry: Entry, by: Actor) -> dict[str, Any]:
    return {**byline(by), "medium": entry.consent_from}


def _wording(purpose: str, organisation: str) -> str:
    words = _("From a list, without the words that were read. It was taken to mean: %(words)s")
    return words % {"words": wording_of(purpose, organisation)}


Pairs = Sequence[tuple[Person, Entry]]


def _everything(pairs: Pairs, organisation: str, by: Actor) -> dict[type[models.Model], Iterable[Any]]:
    """All that stands around a person, for every model the rows to make."""
    today, review = timezone.localdate(), in_a_year()
    return {
        PersonStatus: [
            PersonStatus(person=p, state=p.state, effective_on=p.joined_on, **_line(e, by)) for p, e in pairs
        ],
        NameToken: [token for p, _e in pairs for token in tokens_of(p)],
        Channel: [
            Channel(person=p, kind=kind, address=address, preferred=place == 0, **_line(e, by))
            for p, e in pairs
            for place, (kind, address) in enumerate(e.addresses.items())
        ],
        AccessNeed: [
            AccessNeed(person=p, kind=kind, words=words, review_on=review, **_line(e, by))
            for p, e in pairs
            for kind, words in e.needs
        ],
        Offer: [Offer(person=p, kind=kind, words=words, **_line(e, by)) for p, e in pairs for kind, words in e.offers],
        Consent: [
            Consent(
                person=p,
                purpose=purpose,
                wording=_wording(purpose, organisation),
                given_on=e.consent_on or today,
                **_line(e, by),
            )
            for p, e in pairs
            for purpose in e.consents
        ],
        Pause: [Pause(person=p, since=today, **_line(e, by)) for p, e in pairs if p.state == PAUSED],
    }
