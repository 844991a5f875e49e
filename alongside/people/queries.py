"""Reading the register."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.core import lookups
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations

from . import rules
from .models import LEFT, AccessNeed, Channel, Consent, NameToken, Offer, Pause, Person, PersonStatus, Purpose
from .wording import PURPOSE_OF_CHANNEL


def person_id_of(user_id: int, organisation_id: int) -> int | None:
    """Where a user stands on an organisation's register, if they do."""
    rows = Person.objects.filter(user=user_id, organisation=organisation_id)
    return rows.values_list("pk", flat=True).first()


def person_ids_of(user_id: int) -> dict[int, int]:
    """Where a user stands on every register: the organisation's number, and theirs there."""
    return dict(Person.objects.filter(user=user_id).values_list("organisation_id", "pk"))


# Who is on it.


def people_for(actor: Actor) -> QuerySet[Person]:
    """The register for whoever keeps it; for everybody else nobody. The forgotten are not in it."""
    if not actor.can(Permission.SEE_REGISTER):
        return Person.objects.none()
    rows = Person.objects.filter(organisation=actor.organisation_id, erased_on__isnull=True)
    return rows.select_related("facilitator")


def person_for(actor: Actor, code: str) -> Person:
    rows = Person.objects.select_related("organisation", "facilitator", "user")
    found = rows.filter(organisation=actor.organisation_id, code=code).first()
    if found is None or not rules.can_see(actor, found):
        raise NotYours
    return found


def my_person(actor: Actor) -> Person:
    """The actor's own place on the register of the organisation in which they act."""
    found = Person.objects.select_related("organisation").filter(pk=actor.person_id or 0).first()
    if found is None:
        raise NotYours
    return found


def mine(user: User) -> QuerySet[Person]:
    """Every register on which somebody who signs in stands."""
    return Person.objects.filter(user=user).select_related("organisation").order_by("organisation__name")


def my_place(user: User, code: str) -> tuple[Person, Actor]:
    """One of them, and the actor they are there. What is kept about them stays theirs to see when a role has ended."""
    found = mine(user).select_related("facilitator", "user").filter(code=code).first()
    if found is None:
        raise NotYours
    actor = organisations.actor_for(user, found.organisation_id)
    return found, replace(actor, kind=Kind.USER, user_id=user.pk, person_id=found.pk)


def find(people: QuerySet[Person], words: str, organisation_id: int) -> QuerySet[Person]:
    """Those who have every word in their names, whole or its beginning (two letters or more)."""
    digests = lookups.digests_to_find(words, name_salt(organisation_id))
    if not digests:
        return people.none()
    for one in digests:
        people = people.filter(Exists(NameToken.objects.filter(person=OuterRef("pk"), digest=one)))
    return people


def name_salt(organisation_id: int) -> str:
    return f"people {organisation_id}"


def by_keys(organisation_id: int, keys: Collection[str]) -> dict[str, int]:
    """Who is meant by a code of the register, or by the key with which a file brought them here."""
    found: dict[str, int] = {}
    rest = list(keys)
    for part in (rest[n : n + 500] for n in range(0, len(rest), 500)):
        rows = Person.objects.filter(organisation=organisation_id, erased_on__isnull=True)
        rows = rows.filter(Q(code__in=part) | Q(source__in=part) & ~Q(source=""))
        for pk, code, source in rows.values_list("pk", "code", "source"):
            found.update({key: pk for key in (source, code) if key})
    return found


# What they allow.


def in_force(on: date | None = None) -> Q:
    """Consents that hold on a day: given, not yet over, neither withdrawn nor replaced."""
    day = on or timezone.localdate()
    return (
        Q(given_on__lte=day)
        & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))
        & (Q(replaced_on__isnull=True) | Q(replaced_on__gt=day))
        & (Q(expires_on__isnull=True) | Q(expires_on__gte=day))
    )


def consents_in_force(person: Person | int, on: date | None = None) -> set[str]:
    """The purposes that somebody allows on a day."""
    rows = Consent.objects.filter(in_force(on), person=person)
    return set(rows.values_list("purpose", flat=True))


def allowed(person_id: int, purpose: str, on: date | None = None) -> bool:
    return Consent.objects.filter(in_force(on), person=person_id, purpose=purpose).exists()


def refused(organisation_id: int, purpose: str) -> QuerySet[Any, Any]:
    """The numbers of those who took this permission back and have not given it again."""
    rows = Consent.objects.filter(person__organisation=organisation_id, purpose=purpose)
    standing = rows.filter(in_force()).values("person")
    return rows.filter(withdrawn_on__isnull=False).exclude(person__in=standing).values("person")


def open_consent(person: Person, purpose: str) -> Consent | None:
    """The newest that was neither withdrawn nor replaced, though it may be over."""
    rows = Consent.objects.filter(person=person, purpose=purpose, withdrawn_on__isnull=True, replaced_on__isnull=True)
    return rows.first()


@dataclass(frozen=True)
class Contact:
    """How to reach somebody now, or why not: "left", "paused", "no address", "no consent"."""

    kind: str = ""
    address: str = ""
    name: str = ""
    reason: str = ""

    @property
    def possible(self) -> bool:
        return not self.reason


def may_contact(person_id: int, on: date | None = None) -> Contact:
    """Asked at the moment of sending: what was allowed when the message was written does not matter."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None or person.state == LEFT or person.erased_on:
        return Contact(reason="left")
    if is_paused(person, on):
        return Contact(reason="paused")
    channels = channels_of(person)
    if not channels:
        return Contact(reason="no address")
    consents = consents_in_force(person, on)
    for channel in channels:
        if PURPOSE_OF_CHANNEL[channel.kind] in consents:  # type: ignore[index]
            return Contact(channel.kind, channel.address, person.known_as)
    return Contact(reason="no consent")


def is_paused(person: Person | int, on: date | None = None) -> bool:
    """A pause with a last day is over when that day comes, whether or not a task has run since."""
    day = on or timezone.localdate()
    rows = Pause.objects.filter(person=person, since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day)).exists()


# What is kept about them.


def channels_of(person: Person) -> list[Channel]:
    """First choice first, then e-mail, text, phone and post."""
    order = ["email", "text", "phone", "post"]
    rows = Channel.objects.filter(person=person).select_related("recorded_by")
    return sorted(rows, key=lambda channel: (not channel.preferred, order.index(channel.kind)))


def needs_in_force(person: Person | int) -> QuerySet[AccessNeed]:
    rows = AccessNeed.objects.filter(person=person, ended_on__isnull=True)
    return rows.select_related("recorded_by").order_by("id")


def offers_in_force(person: Person | int) -> QuerySet[Offer]:
    return Offer.objects.filter(person=person, ended_on__isnull=True).select_related("recorded_by").order_by("id")


def need_of(person: Person, code: str) -> AccessNeed:
    found = needs_in_force(person).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def offer_of(person: Person, code: str) -> Offer:
    found = offers_in_force(person).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def open_pause(person: Person) -> Pause | None:
    return Pause.objects.filter(person=person, ended_on__isnull=True).select_related("recorded_by").first()


def consent_history(person: Person) -> list[Consent]:
    rows = Consent.objects.filter(person=person).select_related("recorded_by", "withdrawn_by")
    return list(rows.order_by("-given_on", "-id"))


def status_history(person: Person) -> list[PersonStatus]:
    return list(PersonStatus.objects.filter(person=person).select_related("recorded_by").order_by("-id"))


# What needs doing.


def reviews_due(actor: Actor, before: date) -> QuerySet[AccessNeed]:
    """Needs that should be gone through with the person by a day, the longest waiting first."""
    rows = AccessNeed.objects.filter(person__in=_looked_after(actor), ended_on__isnull=True, review_on__lte=before)
    return rows.select_related("person").order_by("review_on", "id")


def consents_running_out(actor: Actor, before: date) -> QuerySet[Consent]:
    rows = Consent.objects.filter(person__in=_looked_after(actor), withdrawn_on__isnull=True, replaced_on__isnull=True)
    return rows.filter(expires_on__lte=before).select_related("person").order_by("expires_on", "id")


def _looked_after(actor: Actor) -> QuerySet[Person]:
    return people_for(actor).exclude(state=LEFT).select_related(None).values("pk")  # type: ignore[return-value]


# What they are called.


def shown_name(person: Person) -> str:
    """For staff who work with somebody: what they want to be called."""
    return person.known_as or _("Somebody who was forgotten at their wish")


def credited_name(person: Person) -> str:
    """For everybody else: a name only where they allow it, else nothing."""
    return person.known_as if allowed(person.pk, Purpose.CREDIT) else ""
