"""Every way to reach somebody now, in the order in which they are tried, and how they want to hear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ..models import LEFT, Channel, ChannelKind, Consent, Hearing, Pause, Person
from ..wording import PURPOSE_OF_CHANNEL
from .contact import FIRST_TRIED, contact_of, in_force


@dataclass(frozen=True)
class Way:
    kind: str
    address: str


@dataclass(frozen=True)
class Reach:
    """`ways` is empty when there is a `reason`: the same as those of `may_contact`."""

    person: Person
    ways: tuple[Way, ...]
    reason: str
    hearing: Hearing  # an unsaved one, with what holds until they choose, when they have not

    @property
    def signs_in(self) -> bool:
        return self.person.user_id is not None

    def way(self, kind: str) -> Way | None:
        return next((one for one in self.ways if one.kind == kind), None)


def reach_of(person_id: int) -> Reach | None:
    return reach_of_many([person_id]).get(person_id)


def person_of_number(person_id: int) -> Person | None:
    """For the sending, which knows nothing but a number; nobody when they were forgotten."""
    return Person.objects.filter(pk=person_id, erased_on__isnull=True).first()


def reach_of_many(person_ids: Collection[int]) -> dict[int, Reach]:
    """Asked at the moment of sending, ringing or printing."""
    today, wanted = timezone.localdate(), list(person_ids)
    people = Person.objects.filter(pk__in=wanted).select_related("hearing", "organisation")
    channels: dict[int, list[Channel]] = {}
    for channel in Channel.objects.filter(person__in=wanted):
        channels.setdefault(channel.person_id, []).append(channel)
    consents: dict[int, set[str]] = {}
    for pk, purpose in Consent.objects.filter(in_force(today), person__in=wanted).values_list("person", "purpose"):
        consents.setdefault(pk, set()).add(purpose)
    resting = set(Pause.objects.filter(_rests(), person__in=wanted).values_list("person", flat=True))
    return {
        one.pk: _reach(one, channels.get(one.pk, []), consents.get(one.pk, set()), one.pk in resting) for one in people
    }


def _rests() -> Q:
    """A pause with a last day is over when that day comes, whether or not a task has run since."""
    day = timezone.localdate()
    began = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def _reach(person: Person, channels: list[Channel], consents: set[str], paused: bool) -> Reach:
    order = sorted(channels, key=lambda one: (not one.preferred, FIRST_TRIED.index(one.kind)))
    reason = contact_of(person, paused, order, consents).reason
    ways = () if reason else tuple(Way(one.kind, one.address) for one in order if _works(one, consents))
    return Reach(person, ways, reason, hearing_of(person))


def _works(channel: Channel, consents: set[str]) -> bool:
    return channel.stopped_on is None and PURPOSE_OF_CHANNEL[ChannelKind(channel.kind)] in consents


def hearing_of(person: Person) -> Hearing:
    """What they chose, or what holds until they do."""
    found: Hearing | None = getattr(person, "hearing", None)
    return found or Hearing(person=person)


def reachable(person: str, kind: str) -> Q:
    """May the person whose number stands in this column of a row be reached this way now?

    Asked of each row that is shown, by everything that `reach_of` asks.
    """
    mine = {"person": OuterRef(person)}
    return Q(
        Exists(Channel.objects.filter(kind=kind, stopped_on__isnull=True, **mine)),
        Exists(Consent.objects.filter(in_force(), purpose=PURPOSE_OF_CHANNEL[ChannelKind(kind)], **mine)),
        ~Exists(Pause.objects.filter(_rests(), **mine)),
        Exists(Person.objects.filter(pk=OuterRef(person), erased_on__isnull=True).exclude(state=LEFT)),
    )
