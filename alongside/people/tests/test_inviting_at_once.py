"""Several are let in while others change what is kept about them, on connections of their own."""

from __future__ import annotations

import pytest
from django.db import transaction

from alongside.core.actor import Actor, Kind
from alongside.organisation.models import Membership
from alongside.people import services
from alongside.people.models import Consent, Person, Purpose
from tests.at_once import at_once, meeting_at, only_where_there_are_several_connections
from tests.cast import LONG_AGO, Cast

ADDRESSES = {"Wren Marsh": "wren@example.org", "Gus Webb": "gus@example.org"}


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


def chosen(cast: Cast) -> list[tuple[Person, str]]:
    made = {"organisation": cast.org, "state": "active", "joined_on": LONG_AGO}
    return [(Person.objects.create(name=name, **made), address) for name, address in ADDRESSES.items()]


def let_in() -> list[str]:
    rows = Person.objects.filter(user__email__in=ADDRESSES.values()).order_by("pk")
    return list(rows.values_list("user__email", flat=True))


@pytest.mark.django_db(transaction=True)
def test_one_of_them_allows_something_meanwhile(cast: Cast) -> None:
    """The first one is let in, with an event; the second one is held by whoever writes down what they allow."""
    alma, two = cast.actor("coordinator"), chosen(cast)
    second = two[1][0]
    themself = Actor(kind=Kind.USER, organisation_id=cast.org.pk, person_id=second.pk, roles=frozenset({"contributor"}))
    with meeting_at("alongside.people.services.sign_in.give_role", "alongside.people.rules.check_days"):
        invited, allowed = at_once(
            lambda: services.invite(people=two, by=alma),
            lambda: services.give_consent(person=second, purpose=Purpose.CREDIT, by=themself),
        )
    assert invited == 2 and isinstance(allowed, Consent), (invited, allowed)
    assert let_in() == list(ADDRESSES.values())


@pytest.mark.django_db(transaction=True)
def test_two_let_in_the_same_ones_in_two_orders(cast: Cast) -> None:
    alma, two = cast.actor("coordinator"), chosen(cast)
    done = at_once(
        lambda: services.invite(people=two, by=alma),
        lambda: services.invite(people=two[::-1], by=alma),
        lambda: services.link_sign_in(person=two[1][0], email=two[1][1], by=alma),
    )
    assert done[:2] == [2, 2] and isinstance(done[2], Person), done
    assert let_in() == list(ADDRESSES.values())
    assert Membership.objects.filter(user__email__in=ADDRESSES.values()).count() == 2


def held(person: Person) -> Person:
    return Person.objects.select_for_update(no_key=True).get(pk=person.pk)


@pytest.mark.django_db(transaction=True)
def test_one_of_them_writes_something_of_their_own_meanwhile(cast: Cast) -> None:
    """They are held first, and what they write points at the organisation, for which it must not wait."""
    alma, two = cast.actor("coordinator"), chosen(cast)

    @transaction.atomic
    def writes() -> Person:
        held(two[1][0])
        return Person.objects.create(organisation=cast.org, name="Somebody new")  # any row of the organisation

    with meeting_at("alongside.people.services.inviting.organisation_held", f"{__name__}.held"):
        invited, written = at_once(lambda: services.invite(people=two, by=alma), writes)
    assert invited == 2 and isinstance(written, Person), (invited, written)
    assert let_in() == list(ADDRESSES.values())
