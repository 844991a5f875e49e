"""Whom a first letter could reach: those who take part, may be written to by e-mail and do not sign in yet."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet

from alongside.core.actor import Actor

from ..models import ACTIVE, WELCOMED, Channel, ChannelKind, Person
from .reaching import reachable
from .register import people_for

AT_ONCE = 50  # as many as somebody can look through before they press the button


def without_sign_in(actor: Actor) -> QuerySet[Person]:
    rows = people_for(actor).filter(user=None, state__in=[WELCOMED, ACTIVE])
    return rows.filter(reachable("pk", ChannelKind.EMAIL)).order_by("joined_on", "id")


def to_invite(actor: Actor) -> dict[str, tuple[Person, str]]:
    """By their codes, each with the address. Two who share one are left out: an account is one person's here."""
    people = {person.pk: person for person in without_sign_in(actor)[:AT_ONCE]}
    rows = Channel.objects.filter(person__in=people, kind=ChannelKind.EMAIL)
    addresses = {row.person_id: row.address.lower() for row in rows}
    shared = Counter(addresses.values())
    return {
        person.code: (person, addresses[pk])
        for pk, person in people.items()
        if pk in addresses and shared[addresses[pk]] == 1
    }
