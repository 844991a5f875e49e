"""The people on the register, with what they allow, need and offer. One in ten signs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from alongside.accounts.models import User
from alongside.core import lookups
from alongside.organisation.models import Membership
from alongside.people.models import (
    AccessNeed,
    Channel,
    Consent,
    NameToken,
    Offer,
    Pause,
    Person,
    PersonStatus,
    Purpose,
)
from alongside.people.queries import name_salt

from .. import words
from ..bulk import code, put
from .organisation import World

STATES = ("active",) * 14 + ("welcomed",) * 3 + ("enquired",) + ("paused",) + ("left",)
PURPOSES = (Purpose.CONTACT_EMAIL, Purpose.WORDS_INSIDE, Purpose.WORDS_PUBLIC)
NEEDS = ("Large print, by post.", "A taxi there and back.", "A quiet room, and breaks.", "Somebody to sit with me.")


def register(world: World) -> None:
    first = world.numbers.following(Person)
    names = [words.name(world.random) for _ in range(world.size.people)]
    world.people = list(range(first, first + len(names)))
    users = _accounts(world, names)
    columns = ("id", "organisation", "code", "user", "name", "called", "route_in", "facilitator", "state", "joined_on")
    states = [world.random.choice(STATES) for _ in names]
    states[0] = "active"
    put(Person, columns, _people(world, names, users, states))
    put(PersonStatus, ("person", "state", "effective_on"), _statuses(world, states))
    put(Channel, ("person", "kind", "address", "preferred"), _channels(world))
    put(Consent, ("person", "purpose", "wording", "given_on", "expires_on", "withdrawn_on"), _consents(world))
    put(AccessNeed, ("person", "code", "kind", "words", "review_on"), _needs(world))
    put(Offer, ("person", "code", "kind", "words"), _offers(world))
    paused = [person for person, state in zip(world.people, states, strict=True) if state == "paused"]
    put(Pause, ("person", "since"), ((person, world.ago(20).isoformat()) for person in paused))
    put(NameToken, ("person", "digest"), _tokens(world, names))


def _accounts(world: World, names: list[str]) -> dict[int, int]:
    """The first person on the register is the contributor whose pages are measured."""
    users = {}
    for n in range(0, len(names), 10):
        user = User.objects.create_user(f"person{n}@{world.org.slug}.example.org", name=names[n])
        Membership.objects.create(organisation=world.org, user=user, role="contributor", since=world.ago(1500))
        world.cast.setdefault("contributor", user)
        users[n] = user.pk
    return users


def _people(world: World, names: list[str], users: dict[int, int], states: list[str]) -> Iterator[tuple[object, ...]]:
    for n, name in enumerate(names):
        number = world.numbers.take(Person)
        joined = world.ago(world.random.randint(0, 1500)).isoformat()
        facilitator = world.random.choice(world.staff).pk
        yield (
            *(number, world.org.pk, code(number), users.get(n), name, name.split()[0]),
            *("A poster", facilitator, states[n], joined),
        )


def _statuses(world: World, states: list[str]) -> Iterator[tuple[object, ...]]:
    day = world.ago(100).isoformat()
    for person, state in zip(world.people, states, strict=True):
        yield person, state, day


def _channels(world: World) -> Iterator[tuple[object, ...]]:
    for person in world.people:
        yield person, "email", f"person{person}@example.org", True
        if person % 2:
            yield person, "phone", "0113 496 0999", False


def _consents(world: World) -> Iterator[tuple[object, ...]]:
    given = world.ago(400).isoformat()
    for person in world.people:
        ends = world.today + timedelta(days=world.random.randint(5, 700))
        for purpose in PURPOSES:
            withdrawn = given if purpose == Purpose.WORDS_PUBLIC and person % 20 == 0 else None
            yield person, str(purpose), "Yes, you may.", given, ends.isoformat(), withdrawn


def _needs(world: World) -> Iterator[tuple[object, ...]]:
    for person in world.people[::2]:
        review = world.today + timedelta(days=world.random.randint(-20, 360))
        yield person, code(person), "arrange", world.random.choice(NEEDS), review.isoformat()


def _offers(world: World) -> Iterator[tuple[object, ...]]:
    for person in world.people[::2]:
        yield person, code(person), "experience", "I know what waiting is like."


def _tokens(world: World, names: list[str]) -> Iterator[tuple[object, ...]]:
    known: dict[str, set[str]] = {}
    salt = name_salt(world.org.pk)
    for person, name in zip(world.people, names, strict=True):
        if name not in known:
            known[name] = lookups.digests_to_store(name, salt)
        for digest in known[name]:
            yield person, digest
