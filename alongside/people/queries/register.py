"""Who is on the register, and who may see them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.core import lookups
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules
from ..keys import reference_key
from ..models import NameToken, Person


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
    rows = Person.objects.select_related("organisation", "facilitator", "user", "hearing__recorded_by")
    found = rows.filter(organisation=actor.organisation_id, code=code).first()
    if found is None or found.erased_on or not rules.can_see(actor, found):
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


def my_place(user: User, code: str) -> Person:
    """One of them. What is kept about them stays theirs to see when a role has ended."""
    own = ("facilitator", "user", "wish__recorded_by", "hearing__recorded_by", "limits__recorded_by")
    # limits: read here and nowhere else
    found = mine(user).select_related(*own).filter(code=code).first()
    if found is None:
        raise NotYours
    return found


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
    """Who is meant by a code of the register, or by the number under which a list brought them here."""
    found: dict[str, int] = {}
    rest = [key for key in keys if key]
    for part in (rest[n : n + 500] for n in range(0, len(rest), 500)):
        sources = {key: reference_key(key) for key in part}
        rows = Person.objects.filter(organisation=organisation_id, erased_on__isnull=True)
        rows = rows.filter(Q(code__in=part) | Q(source__in=sources.values()))
        known = {name: pk for pk, code, source in rows.values_list("pk", "code", "source") for name in (source, code)}
        found.update({key: known.get(key, known.get(sources[key], 0)) for key in part})
    return {key: pk for key, pk in found.items() if pk}
