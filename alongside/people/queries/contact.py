"""What somebody allows, and how they can be reached because of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import LEFT, Channel, ChannelKind, Consent, Pause, Person, Purpose
from ..wording import PURPOSE_OF_CHANNEL

FIRST_TRIED = ["email", "text", "phone", "post"]


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


def refused(person: str, purpose: str) -> Q:
    """Did the person named in this column of a row take the permission back, and not give it again?

    Asked of each row that is shown: a list of all who did would be made anew for every page.
    """
    rows = Consent.objects.filter(person=OuterRef(person), purpose=purpose)
    return Q(Exists(rows.filter(withdrawn_on__isnull=False)), ~Exists(rows.filter(in_force())))


def open_consent(person: Person, purpose: str) -> Consent | None:
    """The newest that was neither withdrawn nor replaced, though it may be over."""
    rows = Consent.objects.filter(person=person, purpose=purpose, withdrawn_on__isnull=True, replaced_on__isnull=True)
    return rows.first()


@dataclass(frozen=True)
class Contact:
    """How to reach somebody now, or why not: "left", "paused", "no address", "no consent", "stopped"."""

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
    if person is None:
        return Contact(reason="left")
    return contact_of(person, is_paused(person, on), channels_of(person), consents_in_force(person, on))


def contact_of(person: Person, paused: bool, channels: list[Channel], consents: Collection[str]) -> Contact:
    """The same from what was read already. `channels` in the order in which they are tried."""
    if person.state == LEFT or person.erased_on:
        return Contact(reason="left")
    if paused:
        return Contact(reason="paused")
    if not channels:
        return Contact(reason="no address")
    open_to = [one for one in channels if PURPOSE_OF_CHANNEL[ChannelKind(one.kind)] in consents]
    for channel in open_to:
        if channel.stopped_on is None:
            return Contact(channel.kind, channel.address, person.known_as)
    return Contact(reason="stopped" if open_to else "no consent")


def is_paused(person: Person | int, on: date | None = None) -> bool:
    """A pause with a last day is over when that day comes, whether or not a task has run since."""
    day = on or timezone.localdate()
    rows = Pause.objects.filter(person=person, since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day))
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day)).exists()


def channels_of(person: Person) -> list[Channel]:
    """First choice first, then e-mail, text, phone and post."""
    rows = Channel.objects.filter(person=person).select_related("recorded_by")
    return sorted(rows, key=lambda channel: (not channel.preferred, FIRST_TRIED.index(channel.kind)))


def shown_name(person: Person) -> str:
    """For staff who work with somebody: what they want to be called."""
    return person.known_as or _("Somebody who was forgotten at their wish")


def credited_name(person: Person) -> str:
    """For everybody else: a name only where they allow it, else nothing."""
    return person.known_as if allowed(person.pk, Purpose.CREDIT) else ""


def who_allow(person_ids: Collection[int], purpose: str, on: date | None = None) -> set[int]:
    """The same for many at once: those of them who allow it."""
    rows = Consent.objects.filter(in_force(on), person__in=person_ids, purpose=purpose)
    return set(rows.values_list("person_id", flat=True))
