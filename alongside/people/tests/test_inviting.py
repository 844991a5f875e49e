"""Forty people came from a list: those who may be written to are let in together, each chosen by a tick."""

from __future__ import annotations

import pytest

from alongside.accounts.models import User
from alongside.core.errors import NotYours, Refused
from alongside.core.forms import new_token
from alongside.organisation.models import Membership
from alongside.people import queries, services
from alongside.people.models import Channel, Consent, Pause, Person, Purpose
from alongside.post.models import Message
from tests.cast import LONG_AGO
from tests.make import days

pytestmark = pytest.mark.usefixtures("locks_in_order")
PAGE = "/harbour/people/sign-in/"


def reachable(cast, name: str, address: str) -> Person:
    person = Person.objects.create(organisation=cast.org, name=name, state="active", joined_on=LONG_AGO)
    Channel.objects.create(person=person, kind="email", address=address, preferred=True)
    Consent.objects.create(person=person, purpose=Purpose.CONTACT_EMAIL, wording="Yes.", given_on=LONG_AGO)
    return person


@pytest.fixture
def two(cast) -> list[Person]:
    return [reachable(cast, "Wren Marsh", "Wren@example.org"), reachable(cast, "Gus Webb", "gus@example.org")]


NOT_YET = [
    ("no address", lambda one: Channel.objects.filter(person=one).delete()),
    ("does not work", lambda one: Channel.objects.filter(person=one).update(stopped_on=days(0), stopped_why="gone")),
    ("not allowed", lambda one: Consent.objects.filter(person=one).update(withdrawn_on=days(-1))),
    ("asked only", lambda one: Person.objects.filter(pk=one.pk).update(state="enquired")),
    ("left", lambda one: Person.objects.filter(pk=one.pk).update(state="left")),
    ("rests", lambda one: Pause.objects.create(person=one, since=days(-1))),
    ("address of another", lambda one: Channel.objects.filter(person=one).update(address="gus@example.org")),
]


def test_those_who_take_part_and_allow_it_and_do_not_sign_in(cast, alma, two) -> None:
    assert [name.name for name, _address in queries.to_invite(alma).could.values()] == ["Wren Marsh", "Gus Webb"]


@pytest.mark.parametrize(("why", "change"), NOT_YET, ids=[why for why, _change in NOT_YET])
def test_who_is_not_offered(cast, alma, two, why, change) -> None:
    change(two[0])
    assert two[0].code not in queries.to_invite(alma).could


SHARERS = [
    ("another spelling", lambda cast, one: reach_by(cast.people["noor"], " WREN@Example.org ")),
    ("asked only", lambda cast, one: stands(reachable(cast, "Ivy Dunn", "wren@example.org"), "enquired")),
    ("left", lambda cast, one: stands(reachable(cast, "Ivy Dunn", "wren@example.org"), "left")),
    ("does not allow it", lambda cast, one: reach_by(cast.people["noor"], "wren@example.org")),
    ("signs in", lambda cast, one: User.objects.filter(pk=cast.users["cora"].pk).update(email="wren@example.org")),
    ("beyond the first", lambda cast, one: reachable(cast, "Ivy Dunn", "wren@example.org")),
]


def reach_by(person: Person, address: str) -> None:
    Channel.objects.create(person=person, kind="email", address=address)


def stands(person: Person, state: str) -> None:
    Person.objects.filter(pk=person.pk).update(state=state)


@pytest.mark.parametrize(("who", "shares"), SHARERS, ids=[who for who, _shares in SHARERS])
def test_whoever_shares_an_address_with_anybody_is_left_out_and_named(
    cast, alma, two, monkeypatch, who, shares
) -> None:
    monkeypatch.setattr(queries.inviting, "AT_ONCE", 2)
    shares(cast, two[0])
    found = queries.to_invite(alma)
    assert [person.name for person, _address in found.could.values()] == ["Gus Webb"]
    assert (found.sharing[0].person, found.sharing[0].address) == (two[0], "wren@example.org")
    assert found.sharing[0].other.pk != two[0].pk and found.sharing[0].more == 0


def test_an_address_is_shared_on_one_register_alone(cast, alma, two) -> None:
    elsewhere = Person.objects.create(organisation=cast.other, name="Wren Elsewhere", state="active")
    forgotten = Person.objects.create(organisation=cast.org, name="", erased_on=days(-1))
    for one in (elsewhere, forgotten):
        reach_by(one, "wren@example.org")
    assert two[0].code in queries.to_invite(alma).could


def test_many_who_share_hide_nobody_who_does_not(cast, alma, monkeypatch) -> None:
    monkeypatch.setattr(queries.inviting, "AT_ONCE", 3)
    for number in range(5):
        reachable(cast, f"Carer {number}", "home@example.org")
    after = reachable(cast, "Gus Webb", "gus@example.org")
    found = queries.to_invite(alma)
    assert list(found.could) == [after.code]
    assert (len(found.sharing), found.more, {one.more for one in found.sharing}) == (3, 2, {3})


def test_somebody_who_was_forgotten_meanwhile_is_not_let_in(cast, alma, two) -> None:
    """Whoever pressed the button saw them a moment ago."""
    Person.objects.filter(pk=two[1].pk).update(erased_on=days(0))
    with pytest.raises(Refused):
        services.invite(people=[(two[1], "gus@example.org")], by=alma)
    with pytest.raises(Refused):
        services.link_sign_in(person=two[1], email="gus@example.org", by=alma)


def test_each_is_let_in_and_written_to(cast, alma, two) -> None:
    assert services.invite(people=queries.to_invite(alma).could.values(), by=alma) == 2
    assert sorted(Person.objects.filter(pk__in=[one.pk for one in two]).values_list("user__email", flat=True)) == [
        "gus@example.org",
        "wren@example.org",
    ]
    assert [message.subject for message in Message.objects.all()] == ["You can sign in to Harbour House"] * 2
    assert queries.to_invite(alma).could == {}


def test_all_of_them_or_nobody_and_it_says_who(cast, alma, two) -> None:
    chosen = list(queries.to_invite(alma).could.values())
    services.link_sign_in(person=cast.people["noor"], email="gus@example.org", by=alma)
    with pytest.raises(Refused, match="Gus Webb: Somebody else on this register"):
        services.invite(people=chosen, by=alma)
    assert Person.objects.get(pk=two[0].pk).user is None
    assert not Membership.objects.filter(user__email="wren@example.org").exists()


def test_only_the_one_who_keeps_the_register(cast, two, client_as) -> None:
    with pytest.raises((Refused, NotYours)):
        services.invite(people=[(two[0], "wren@example.org")], by=cast.actor("manager"))
    assert client_as("manager").get(PAGE).status_code == 404


def test_the_page(client_as, two, django_assert_max_num_queries) -> None:
    client = client_as("coordinator")
    with django_assert_max_num_queries(15):
        page = client.get(PAGE).content.decode()
    assert "Wren Marsh, wren@example.org" in page and "checked" not in page
    nobody = client.post(PAGE, {"once": new_token()})
    assert nobody.status_code == 422 and "Who is to be written to?" in nobody.content.decode()
    foreign = client.post(PAGE, {"people": ["0000000000"], "once": new_token()})
    assert foreign.status_code == 422
    click = {"people": [two[0].code], "once": new_token()}
    done, again = client.post(PAGE, click), client.post(PAGE, click)
    assert (done.status_code, done["Location"]) == (again.status_code, again["Location"]) == (303, PAGE)
    page = client.get(PAGE).content.decode()
    assert "Wren Marsh" not in page and "Gus Webb" in page
    client.post(PAGE, {"people": [two[1].code], "once": new_token()})
    assert "signs in already" in client.get(PAGE).content.decode()
    assert PAGE in client.get("/harbour/people/").content.decode()


def test_the_page_says_who_was_left_out_and_what_to_do(cast, client_as, two, django_assert_max_num_queries) -> None:
    Channel.objects.filter(person__in=two).update(address="Home@example.org")
    client = client_as("coordinator")
    with django_assert_max_num_queries(15):
        page = client.get(PAGE).content.decode()
    assert "signs in already" not in page and "<form method" not in page.partition("<main")[2]
    assert "home@example.org is also the address of Gus Webb" in page and "write an address of their own" in page
    assert f'href="/harbour/people/{two[0].code}/"' in page
    reachable(cast, "Ivy Dunn", "home@example.org")
    assert "home@example.org is also the address of Gus Webb and 1 other<" in client.get(PAGE).content.decode()


def test_the_address_on_the_register_stands_in_the_form_of_one(client_as, two) -> None:
    page = client_as("coordinator").get(f"/harbour/people/{two[0].code}/sign-in/").content.decode()
    assert 'value="Wren@example.org"' in page
