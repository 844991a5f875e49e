"""Channels, consents, needs, offers: by the person and written down for them."""

import pytest
from django.db import IntegrityError, transaction

from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.people import queries, services
from alongside.people.models import AccessNeed, Channel, Consent, Offer, Purpose
from alongside.post import services as post
from tests.make import days


def held_message(cast, person):
    message = post.queue("note", organisation=cast.org.pk, to_person=person.pk, subject="s", body="b")
    post.held(message, reason="no address")
    return message


# Channels.


def test_setting_a_channel(noor, for_noor, events):
    services.set_channel(person=noor, kind="phone", address="01632  960 001", by=for_noor)
    (channel,) = queries.channels_of(noor)
    assert (channel.address, channel.preferred, channel.medium) == ("01632 960 001", True, "phone")
    assert "phone call" in channel.written_down
    assert events() == [("channel_set", noor.code)]


def test_the_first_choice_moves(cora, herself):
    services.set_channel(person=cora, kind="text", address="07700 900123", preferred=True, by=herself)
    services.set_channel(person=cora, kind="post", address="1 High Street", by=herself)
    assert [(c.kind, c.preferred) for c in queries.channels_of(cora)] == [
        ("text", True),
        ("email", False),
        ("post", False),
    ]


def test_a_channel_of_one_kind_is_replaced_and_keeps_its_place(cora, herself):
    services.set_channel(person=cora, kind="text", address="07700 900123", by=herself)
    services.set_channel(person=cora, kind="email", address="new@example.org", by=herself)
    assert [(c.kind, c.address, c.preferred) for c in queries.channels_of(cora)] == [
        ("email", "new@example.org", True),
        ("text", "07700 900123", False),
    ]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("email", "cora"),
        ("email", "cora@example.org, dev@example.org"),
        ("email", "x" * 250 + "@example.org"),
        ("phone", "12"),
        ("phone", "not a number"),
        ("phone", "0" * 400),
        ("text", "=HYPERLINK(1)"),
        ("post", ""),
        ("post", "x" * 1001),
        ("pigeon", "cora"),
    ],
)
def test_addresses_that_cannot_be_right(cora, herself, kind, address):
    before = queries.channels_of(cora)
    with pytest.raises(Refused):
        services.set_channel(person=cora, kind=kind, address=address, by=herself)
    assert queries.channels_of(cora) == before


@pytest.mark.parametrize(
    "number", ["0113 496 0123", "+44 (0)113 496 0123", "07700-900-123", "+353 1 496 0123", "111 000 1111"]
)
def test_numbers_as_people_write_them(cora, herself, number):
    assert services.set_channel(person=cora, kind="phone", address=number, by=herself).address == number


def test_removing_a_channel_keeps_nothing_of_it(cora, herself, events):
    services.remove_channel(person=cora, kind="email", by=herself)
    services.remove_channel(person=cora, kind="email", by=herself)
    assert not Channel.objects.filter(person=cora).exists()
    assert events() == [("channel_removed", cora.code)]


def test_a_new_address_sends_what_waited(cast, noor, for_noor):
    message = held_message(cast, noor)
    services.set_channel(person=noor, kind="email", address="noor@example.org", by=for_noor)
    message.refresh_from_db()
    assert message.state == "queued"


# Consents.


def test_allowing_something(cora, herself, events):
    consent = services.give_consent(person=cora, purpose=Purpose.CREDIT, by=herself)
    assert (consent.given_on, consent.medium, consent.recorded_by_id) == (days(0), "", herself.user_id)
    assert consent.wording.startswith("Harbour House may put my name")
    assert queries.allowed(cora.pk, Purpose.CREDIT)
    assert events() == [("consent_given", cora.code)]


def test_what_was_shown_is_kept(cora, herself):
    consent = services.give_consent(person=cora, purpose=Purpose.CREDIT, wording="The words on the form.", by=herself)
    assert consent.wording == "The words on the form."


def test_each_purpose_by_itself(cora, herself):
    services.give_consent(person=cora, purpose=Purpose.WORDS_PUBLIC, by=herself)
    services.withdraw_consent(person=cora, purpose=Purpose.WORDS_INSIDE, by=herself)
    assert queries.consents_in_force(cora) == {Purpose.CONTACT_EMAIL, Purpose.WORDS_PUBLIC}


def test_taking_it_back_works_at_once_and_twice(cora, herself, events):
    withdrawn = services.withdraw_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, by=herself)
    assert (withdrawn.withdrawn_on, withdrawn.withdrawn_by_id) == (days(0), herself.user_id)
    assert services.withdraw_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, by=herself) is None
    assert not queries.allowed(cora.pk, Purpose.CONTACT_EMAIL)
    assert queries.allowed(cora.pk, Purpose.CONTACT_EMAIL, on=days(-1))
    assert events() == [("consent_withdrawn", cora.code)]


def test_the_history_is_kept(cora, herself, alma):
    services.withdraw_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, by=alma.for_person(cora.pk, Medium.PHONE))
    services.give_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, by=herself)
    history = [c for c in queries.consent_history(cora) if c.purpose == Purpose.CONTACT_EMAIL]
    assert [(c.withdrawn_on, c.withdrawn_medium) for c in history] == [(None, ""), (days(0), "phone")]


def test_allowing_again_replaces(cora, herself):
    services.give_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, expires_on=days(30), by=herself)
    rows = Consent.objects.filter(person=cora, purpose=Purpose.CONTACT_EMAIL).order_by("id")
    assert [(c.replaced_on, c.expires_on) for c in rows] == [(days(0), None), (None, days(30))]
    assert queries.allowed(cora.pk, Purpose.CONTACT_EMAIL)


def test_an_older_paper_does_not_replace_a_newer_yes(cora, alma, herself):
    services.give_consent(person=cora, purpose=Purpose.CREDIT, by=herself)
    with pytest.raises(Refused) as refused:
        services.give_consent(
            person=cora, purpose=Purpose.CREDIT, given_on=days(-9), by=alma.for_person(cora.pk, Medium.PAPER)
        )
    assert refused.value.field == "given_on"


@pytest.mark.parametrize(("purpose", "values"), [("credit", {"given_on": days(1)}), ("everything", {})])
def test_what_cannot_be_allowed(cora, herself, purpose, values):
    with pytest.raises(Refused):
        services.give_consent(person=cora, purpose=purpose, by=herself, **values)
    assert Consent.objects.filter(person=cora).count() == 2


def test_nobody_allows_anything_for_somebody_without_saying_how_it_is_known(cora, alma):
    with pytest.raises(Refused):
        services.give_consent(person=cora, purpose=Purpose.CREDIT, by=alma)
    with pytest.raises(Refused):
        services.withdraw_consent(person=cora, purpose=Purpose.CONTACT_EMAIL, by=alma)


def test_the_database_holds_one_open_consent_for_each_purpose(cora):
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(person=cora, purpose=Purpose.CONTACT_EMAIL, wording="Yes.", given_on=days(0))
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            person=cora, purpose=Purpose.CREDIT, wording="Yes.", given_on=days(0), expires_on=days(-1)
        )


def test_a_permission_sends_what_waited(cast, noor, for_noor):
    message = held_message(cast, noor)
    services.give_consent(person=noor, purpose=Purpose.WORDS_INSIDE, by=for_noor)
    message.refresh_from_db()
    assert message.state == "held"
    services.give_consent(person=noor, purpose=Purpose.CONTACT_PHONE, by=for_noor)
    message.refresh_from_db()
    assert message.state == "queued"


# Needs and offers.


def test_a_need_in_their_own_words(cora, herself, events):
    need = services.add_need(person=cora, kind="send", words="  Large print,\nplease \x00🌻 ", by=herself)
    need.refresh_from_db()
    assert (need.words, need.review_on) == ("Large print,\nplease 🌻", days(365))
    assert events() == [("need_added", need.code)]


def test_going_through_a_need_again(cora, alma, herself, events):
    need = services.add_need(person=cora, kind="meet", words="A quiet room", by=herself)
    by = alma.for_person(cora.pk, Medium.IN_PERSON)
    assert services.review_need(need=need, review_on=days(90), by=by).review_on == days(90)
    with pytest.raises(Refused) as refused:
        services.review_need(need=need, review_on=days(0), by=by)
    assert refused.value.field == "review_on"
    assert [name for name, _target in events()] == ["need_added", "need_reviewed"]


def test_a_need_ends_once(cora, herself, events):
    need = services.add_need(person=cora, kind="meet", words="A quiet room", by=herself)
    services.end_need(need=need, by=herself)
    services.end_need(need=need, by=herself)
    assert list(queries.needs_in_force(cora)) == []
    assert [name for name, _target in events()] == ["need_added", "need_ended"]
    with pytest.raises(Refused):
        services.review_need(need=need, by=herself)


def test_an_offer_is_added_and_ended_once(noor, for_noor, events):
    offer = services.add_offer(person=noor, kind="language", words="Kurdish and a little Turkish", by=for_noor)
    assert (offer.medium, list(queries.offers_in_force(noor))) == ("phone", [offer])
    services.end_offer(offer=offer, by=for_noor)
    services.end_offer(offer=offer, by=for_noor)
    assert list(queries.offers_in_force(noor)) == []
    assert events() == [("offer_added", offer.code), ("offer_ended", offer.code)]


@pytest.mark.parametrize("add", [services.add_need, services.add_offer])
@pytest.mark.parametrize(("kind", "words"), [("diagnosis", "x"), ("", "x"), ("ok", "  "), ("ok", "x" * 2001)])
def test_needs_and_offers_that_cannot_be_kept(cora, herself, add, kind, words):
    right = {services.add_need: "send", services.add_offer: "skill"}[add]
    with pytest.raises(Refused):
        add(person=cora, kind=right if kind == "ok" else kind, words=words, by=herself)
    assert not AccessNeed.objects.exists() and not Offer.objects.exists()


@pytest.mark.parametrize("who", ["dev", "staff", "stranger", "public", "administrator"])
def test_nobody_else_writes_anything(cast, cora, herself, who):
    need = services.add_need(person=cora, kind="meet", words="A quiet room", by=herself)
    by = cast.actor(who).for_person(cora.pk, Medium.PHONE)
    attempts = [
        lambda: services.set_channel(person=cora, kind="email", address="x@example.org", by=by),
        lambda: services.remove_channel(person=cora, kind="email", by=by),
        lambda: services.give_consent(person=cora, purpose="credit", by=by),
        lambda: services.withdraw_consent(person=cora, purpose="contact_email", by=by),
        lambda: services.add_need(person=cora, kind="meet", words="x", by=by),
        lambda: services.end_need(need=need, by=by),
        lambda: services.add_offer(person=cora, kind="skill", words="x", by=by),
        lambda: services.pause(person=cora, by=by),
        lambda: services.change_person(person=cora, name="x", by=by),
        lambda: services.move_person(person=cora, to="left", by=by),
    ]
    for attempt in attempts:
        with pytest.raises(Refused):
            attempt()
