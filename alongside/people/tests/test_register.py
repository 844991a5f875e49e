import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts.models import User
from alongside.audit.models import Content
from alongside.core import lookups
from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.organisation.models import Membership
from alongside.people import queries, services
from alongside.people.models import ACTIVE, ENQUIRED, LEFT, NameToken, Pause, Person, PersonStatus
from alongside.post import services as post
from tests import cast as casting
from tests.make import days


def found(actor, words):
    return set(queries.find(queries.people_for(actor), words, actor.organisation_id))


def add(by, name="Rosa Delgado", **values):
    return services.add_person(name=name, by=by, medium=Medium.PHONE, **values)


def test_adding_somebody(cast, alma, events):
    person = add(
        alma,
        called="Rosie",
        route_in="A poster at the library",
        email="rosa@example.org",
        phone="0113 496 0123",
        post_address="1 High Street\nLeeds",
        facilitator=cast.users["staff"],
    )
    person.refresh_from_db()
    assert (person.name, person.called, person.known_as, person.state) == ("Rosa Delgado", "Rosie", "Rosie", ENQUIRED)
    assert (person.recorded_by, person.medium) == (cast.users["coordinator"], "phone")
    assert [(c.kind, c.preferred, c.medium) for c in queries.channels_of(person)] == [
        ("email", True, "phone"),
        ("phone", False, "phone"),
        ("post", False, "phone"),
    ]
    assert [row.state for row in queries.status_history(person)] == [ENQUIRED]
    assert events()[-1] == ("person_added", person.code)


def test_an_address_is_no_permission(alma):
    person = add(alma, email="rosa@example.org")
    assert queries.may_contact(person.pk).reason == "no consent"


def test_nothing_personal_goes_into_the_log(alma):
    person = add(alma, email="rosa@example.org", route_in="Her sister")
    services.change_person(person=person, name="Rosa Vega", by=alma.for_person(person.pk, Medium.PHONE))
    said = " ".join(str(content.facts) for content in Content.objects.all())
    assert not any(word in said for word in ("Rosa", "Vega", "example", "sister"))


@pytest.mark.parametrize("who", ["staff", "manager", "board", "administrator", "cora", "stranger", "public"])
def test_nobody_else_adds_people(cast, who):
    actor = cast.actor(who)
    if who == "stranger":
        assert add(actor).organisation == cast.other
        return
    with pytest.raises(Refused):
        add(actor)
    assert Person.objects.count() == 4


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": " \x00 "}, "name"),
        ({"name": "x" * 10_000}, "name"),
        ({"called": "x" * 201}, "called"),
        ({"email": "rosa at example"}, "address"),
        ({"phone": "123"}, "address"),
        ({"post_address": "x" * 1001}, "address"),
    ],
)
def test_what_cannot_be_kept(alma, values, field):
    with pytest.raises(Refused) as refused:
        add(alma, **values)
    assert refused.value.field == field
    assert Person.objects.count() == 4


@pytest.mark.parametrize("name", ["Noor", "نور الهدى", "Zoë 🌻 Ōta", "Li", "X Æ", "Jean-Luc  D’Arcy"])
def test_names_as_people_have_them(alma, name):
    person = add(alma, name=name + "\x00")
    person.refresh_from_db()
    assert person.name == " ".join(name.split())
    assert person in found(alma, name)


@pytest.mark.parametrize(
    "words", ["sean", "SEÁN", "o'brien", "O’Brien", "obrien", "brien", "smi", "se obr", "o'brien-smith"]
)
def test_found_by_any_part(alma, words):
    person = add(alma, name="Seán O’Brien-Smith", called="Shay")
    assert found(alma, words) == {person}
    assert found(alma, f"{words} shay") == {person}


@pytest.mark.parametrize("words", ["brian", "ean", "s", "", "!?", "sean jones", "\x00"])
def test_not_found_by_what_is_not_in_the_name(alma, words):
    add(alma, name="Seán O’Brien-Smith")
    assert found(alma, words) == set()


def test_organisations_are_searched_apart(cast, alma):
    here, there = add(alma), add(cast.actor("stranger"))
    assert found(alma, "rosa") == {here}
    assert found(cast.actor("stranger"), "rosa") == {there}
    digests = set(NameToken.objects.filter(person=here).values_list("digest", flat=True))
    assert not digests & set(NameToken.objects.filter(person=there).values_list("digest", flat=True))


def test_found_by_the_new_name_only(alma):
    person = add(alma)
    services.change_person(person=person, name="Rosa Vega", called="", by=alma.for_person(person.pk, Medium.PHONE))
    assert found(alma, "vega") == {person}
    assert found(alma, "delgado") == set()


def test_a_person_changes_their_own_name(herself, cora, events):
    services.change_person(person=cora, name="Cora Green", called="Co", by=herself)
    cora.refresh_from_db()
    assert (cora.name, cora.called) == ("Cora Green", "Co")
    assert events() == [("person_changed", cora.code)]


def test_who_looks_after_them(cast, alma, cora, events):
    services.assign_person(person=cora, facilitator=cast.users["staff"], route_in="Open day", by=alma)
    cora.refresh_from_db()
    assert (cora.facilitator, cora.route_in) == (cast.users["staff"], "Open day")
    services.assign_person(person=cora, facilitator=None, by=alma)
    assert events() == [("person_assigned", cora.code)] * 2


@pytest.mark.parametrize("who", ["dev", "stranger"])
def test_only_those_who_work_here_look_after_them(cast, alma, cora, who):
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")  # from outside
    with pytest.raises(Refused):
        services.assign_person(person=cora, facilitator=cast.users[who], by=alma)


def test_a_stranger_looks_after_nobody_here(cast, alma, cora, herself):
    with pytest.raises(Refused) as refused:
        services.assign_person(person=cora, facilitator=cast.users["stranger"], by=alma)
    assert refused.value.field == "facilitator"
    with pytest.raises(Refused):
        services.assign_person(person=cora, facilitator=None, by=herself)


def test_moving(alma, events):
    person = add(alma)
    for to in ("welcomed", "active", "left", "enquired"):
        person = services.move_person(person=person, to=to, by=alma)
        assert person.state == to
    assert [row.state for row in queries.status_history(person)] == [
        "enquired",
        "left",
        "active",
        "welcomed",
        "enquired",
    ]
    assert events()[-4:] == [("person_moved", person.code)] * 4


@pytest.mark.parametrize("to", ["welcomed", "paused", "active", "nonsense"])
def test_a_move_that_is_not_allowed_leaves_everything(alma, cora, to):
    with pytest.raises(Refused):
        services.move_person(person=cora, to=to, by=alma)
    cora.refresh_from_db()
    assert cora.state == ACTIVE
    assert not PersonStatus.objects.filter(person=cora).exists()


def test_no_move_in_the_future(alma, cora):
    with pytest.raises(Refused):
        services.move_person(person=cora, to=LEFT, by=alma, on=days(1))


def test_leaving_ends_a_pause_and_coming_back_sends_what_waited(cast, herself, alma, cora):
    services.pause(person=cora, by=herself)
    services.move_person(person=cora, to=LEFT, by=herself)
    assert Pause.objects.get(person=cora).ended_on == days(0)
    assert queries.may_contact(cora.pk).reason == "left"
    message = post.queue("note", organisation=cast.org.pk, to_person=cora.pk, subject="s", body="b")
    post.held(message, reason="left")
    services.move_person(person=cora, to=ENQUIRED, by=herself)
    message.refresh_from_db()
    assert message.state == "queued"


def test_two_with_an_old_page_cannot_both_move_somebody(alma, cora):
    old = Person.objects.get(pk=cora.pk)
    services.move_person(person=cora, to=LEFT, by=alma)
    with pytest.raises(Refused):
        services.move_person(person=old, to=LEFT, by=alma)


# Signing in.


def contributor(person, user):
    return Membership.objects.filter(organisation=person.organisation, user=user, role="contributor", until=None)


def test_letting_somebody_sign_in(alma, noor, events):
    services.link_sign_in(person=noor, email="Noor@Example.org", by=alma)
    noor.refresh_from_db()
    assert (noor.user.email, noor.user.name) == ("noor@example.org", "Noor")
    assert contributor(noor, noor.user).count() == 1
    assert events()[-1] == ("sign_in_linked", noor.code)


def test_one_account_for_one_human(cast, alma, noor):
    services.link_sign_in(person=noor, email=cast.users["stranger"].email, by=alma)
    noor.refresh_from_db()
    assert noor.user == cast.users["stranger"]
    elsewhere = add(cast.actor("stranger"), name="Noor")
    services.link_sign_in(person=elsewhere, email=noor.user.email, by=cast.actor("stranger"))
    elsewhere.refresh_from_db()
    assert elsewhere.user == noor.user
    assert {p.pk for p in queries.mine(noor.user)} == {noor.pk, elsewhere.pk}


def test_one_account_for_one_person_on_a_register(cast, alma, noor):
    with pytest.raises(Refused) as refused:
        services.link_sign_in(person=noor, email=cast.users["cora"].email.upper(), by=alma)
    assert refused.value.field == "email"
    noor.refresh_from_db()
    assert noor.user is None


def test_doing_it_twice_does_it_once(alma, noor, events):
    services.link_sign_in(person=noor, email="noor@example.org", by=alma)
    before = events()
    services.link_sign_in(person=noor, email="noor@example.org", by=alma)
    assert (events(), User.objects.filter(email="noor@example.org").count()) == (before, 1)
    with pytest.raises(Refused):
        services.link_sign_in(person=noor, email="other@example.org", by=alma)


@pytest.mark.parametrize(
    "email", ["", "noor", "a@b", "x" * 250 + "@example.org", "noor@example.org\x00, b@example.org"]
)
def test_addresses_nobody_can_sign_in_with(alma, noor, email):
    with pytest.raises(Refused):
        services.link_sign_in(person=noor, email=email, by=alma)


def test_only_the_coordinator_lets_people_sign_in(cast, noor, herself):
    for who in ("staff", "administrator", "stranger", "cora"):
        with pytest.raises(Refused):
            services.link_sign_in(person=noor, email="noor@example.org", by=cast.actor(who))


WORD = st.text(st.characters(categories=["L", "M", "N", "Pd"], include_characters="'’"), min_size=1, max_size=30)


@given(st.lists(WORD, min_size=1, max_size=5), st.data())
def test_whoever_has_a_name_is_found_by_any_part_of_it(words, data):
    stored = lookups.digests_to_store(" ".join(words))
    asked = data.draw(st.lists(st.sampled_from(words), min_size=1))
    assert set(lookups.digests_to_find(" ".join(asked))) <= stored
