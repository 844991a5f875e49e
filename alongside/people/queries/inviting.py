"""Whom a first letter could reach: those who take part, may be written to by e-mail and do not sign in yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from alongside.accounts.models import tidy_email
from alongside.core.actor import Actor

from ..models import ACTIVE, WELCOMED, Channel, ChannelKind, Person
from .reaching import reachable
from .register import people_for

AT_ONCE = 50  # as many as somebody can look through before they press the button


@dataclass(frozen=True)
class Sharing:
    """Somebody whose address is also that of `other`, and of so many `more`."""

    person: Person
    address: str
    other: Person
    more: int


@dataclass(frozen=True)
class ToInvite:
    """`could`: by their codes, each with the address. `sharing`: who is left out, and after them so many `more`."""

    could: dict[str, tuple[Person, str]]
    sharing: list[Sharing]
    more: int


def without_sign_in(actor: Actor) -> QuerySet[Person]:
    rows = people_for(actor).filter(user=None, state__in=[WELCOMED, ACTIVE])
    return rows.filter(reachable("pk", ChannelKind.EMAIL)).order_by("joined_on", "id")


def to_invite(actor: Actor) -> ToInvite:
    """Two who share an address are left out: an account is one person's here, and nobody knows whose it would be."""
    addresses, owners = _addresses(actor)
    waiting = [pk for pk in without_sign_in(actor).values_list("pk", flat=True) if pk in addresses]
    alone = [pk for pk in waiting if len(owners[addresses[pk]]) == 1][:AT_ONCE]
    sharing = [pk for pk in waiting if len(owners[addresses[pk]]) > 1]
    others = {pk: min(owners[addresses[pk]] - {pk}) for pk in sharing[:AT_ONCE]}
    people = people_for(actor).in_bulk({*alone, *others, *others.values()})
    return ToInvite(
        could={people[pk].code: (people[pk], addresses[pk]) for pk in alone},
        sharing=[
            Sharing(people[pk], addresses[pk], people[other], len(owners[addresses[pk]]) - 2)
            for pk, other in others.items()
        ],
        more=len(sharing) - len(others),
    )


def _addresses(actor: Actor) -> tuple[dict[int, str], dict[str, set[int]]]:
    """Of everybody on the register, as signing in compares them; and whose each is. Who signs in has that address too.

    Compared here: the database may not search personal text (`core.fields.PersonalText`).
    """
    everybody = people_for(actor).select_related(None)
    rows = Channel.objects.filter(person__in=everybody.values("pk"), kind=ChannelKind.EMAIL)
    addresses = {pk: tidy_email(address) for pk, address in rows.values_list("person_id", "address")}
    owners: dict[str, set[int]] = {}
    for pk, address in (*addresses.items(), *everybody.exclude(user=None).values_list("pk", "user__email")):
        owners.setdefault(address, set()).add(pk)
    return addresses, owners
