import pytest

from alongside.core.errors import NotYours
from alongside.people import queries
from alongside.people.models import AccessNeed, Channel, Consent, Purpose
from tests.cast import STAFF
from tests.make import days


@pytest.mark.parametrize("who", [*STAFF, "cora", "public"])
def test_only_the_coordinator_sees_the_register(cast, who):
    expected = set(cast.people.values()) if who == "coordinator" else set()
    assert set(queries.people_for(cast.actor(who))) == expected


def test_organisations_do_not_see_each_other(cast, cora):
    assert list(queries.people_for(cast.actor("stranger"))) == []
    with pytest.raises(NotYours):
        queries.person_for(cast.actor("stranger"), cora.code)


def test_the_forgotten_are_not_in_the_register(alma, cora):
    cora.erased_on = days(0)
    cora.save()
    assert cora not in queries.people_for(alma)


@pytest.mark.parametrize("who", [*STAFF, "cora", "dev", "stranger", "public"])
def test_who_sees_one_person(cast, cora, who):
    if who in {"coordinator", "cora"}:
        assert queries.person_for(cast.actor(who), cora.code) == cora
    else:
        with pytest.raises(NotYours):
            queries.person_for(cast.actor(who), cora.code)


def test_my_own_place(cast, cora, herself):
    assert queries.my_person(herself) == cora
    for who in ("coordinator", "public"):
        with pytest.raises(NotYours):
            queries.my_person(cast.actor(who))


def test_my_place_by_code(cast, cora):
    assert queries.my_place(cast.users["cora"], cora.code) == cora
    for who in ("dev", "coordinator", "stranger"):
        with pytest.raises(NotYours):
            queries.my_place(cast.users[who], cora.code)


# Consents in force.


@pytest.mark.parametrize(
    ("dates", "on", "holds"),
    [
        ({"given_on": 0}, 0, True),
        ({"given_on": 0}, -1, False),
        ({"given_on": -9, "expires_on": 0}, 0, True),
        ({"given_on": -9, "expires_on": -1}, 0, False),
        ({"given_on": -9, "expires_on": -1}, -1, True),
        ({"given_on": -9, "withdrawn_on": 0}, 0, False),
        ({"given_on": -9, "withdrawn_on": 0}, -1, True),
        ({"given_on": -9, "replaced_on": 0}, 0, False),
        ({"given_on": -9, "replaced_on": -3}, -4, True),
        ({"given_on": 0, "withdrawn_on": 0}, 0, False),
    ],
)
def test_when_a_consent_holds(noor, dates, on, holds):
    values = {name: days(day) for name, day in dates.items()}
    Consent.objects.create(person=noor, purpose=Purpose.CREDIT, wording="Yes.", **values)
    assert queries.allowed(noor.pk, Purpose.CREDIT, days(on)) is holds
    assert queries.consents_in_force(noor, days(on)) == ({Purpose.CREDIT} if holds else set())
    assert not queries.allowed(noor.pk, Purpose.WORDS_PUBLIC, days(on))


# Contact.

ADDRESS = {"email": "noor@example.org", "phone": "0113 496 0123", "text": "07700 900123", "post": "1 High Street"}


def reach(noor, kinds, allowed, preferred=None):
    for kind in kinds:
        Channel.objects.create(person=noor, kind=kind, address=ADDRESS[kind], preferred=kind == preferred)
    for kind in allowed:
        Consent.objects.create(person=noor, purpose=f"contact_{kind}", wording="Yes.", given_on=days(-1))
    return queries.may_contact(noor.pk)


@pytest.mark.parametrize(
    ("kinds", "allowed", "preferred", "expected"),
    [
        ("email", "email", "email", "email"),
        ("email phone", "email phone", "phone", "phone"),
        ("email phone", "email", "phone", "email"),
        ("phone text email", "phone text email", None, "email"),
        ("post phone", "post phone", None, "phone"),
        ("post", "post", None, "post"),
        ("text", "text", None, "text"),
        ("email", "", "email", "no consent"),
        ("email", "phone", "email", "no consent"),
        ("", "email", None, "no address"),
    ],
)
def test_how_somebody_can_be_reached(noor, kinds, allowed, preferred, expected):
    contact = reach(noor, kinds.split(), allowed.split(), preferred)
    if expected in ADDRESS:
        assert (contact.kind, contact.address, contact.name) == (expected, ADDRESS[expected], "Noor")
        assert contact.possible
    else:
        assert (contact.reason, contact.address, contact.possible) == (expected, "", False)


def test_nobody_who_left_was_forgotten_or_is_unknown_is_reached(cast, cora):
    assert queries.may_contact(cora.pk).possible
    cora.state = "left"
    cora.save()
    assert queries.may_contact(cora.pk).reason == "left"
    cora.state, cora.erased_on = "active", days(0)
    cora.save()
    assert queries.may_contact(cora.pk).reason == "left"
    assert queries.may_contact(0).reason == "left"


# What needs doing.


def test_reviews_that_are_due(cast, alma, cora, noor):
    def need(person, **values):
        return AccessNeed.objects.create(person=person, kind="send", words="Large print", **values)

    late, soon = need(noor, review_on=days(-3)), need(cora, review_on=days(5))
    need(cora, review_on=days(6)), need(cora), need(cora, review_on=days(-3), ended_on=days(-1))
    gone = cast.people["dev"]
    gone.state = "left"
    gone.save()
    need(gone, review_on=days(-3))
    assert list(queries.reviews_due(alma, days(5))) == [late, soon]
    for who in ("staff", "cora", "stranger"):
        assert list(queries.reviews_due(cast.actor(who), days(5))) == []


def test_consents_that_run_out(cast, alma, cora, noor):
    def consent(person, purpose, ends, **values):
        values = {"wording": "Yes.", "given_on": days(-60), "expires_on": days(ends), **values}
        return Consent.objects.create(person=person, purpose=purpose, **values)

    over, soon = consent(noor, "credit", -3), consent(cora, "credit", 5)
    consent(noor, "words_public", 6)
    consent(noor, "words_inside", 0, withdrawn_on=days(-1))
    consent(noor, "words_commissioners", 0, replaced_on=days(-1))
    assert list(queries.consents_running_out(alma, days(5))) == [over, soon]
    assert list(queries.consents_running_out(cast.actor("manager"), days(5))) == []


# Names.


def test_names(cora):
    assert queries.shown_name(cora) == "Cora"
    assert queries.credited_name(cora) == ""
    Consent.objects.create(person=cora, purpose=Purpose.CREDIT, wording="Yes.", given_on=days(0))
    assert queries.credited_name(cora) == "Cora"
    cora.name = cora.called = ""
    assert queries.shown_name(cora) == "Somebody who was forgotten at their wish"
