import json

import pytest

from alongside.audit import queries as log
from alongside.core.actor import Medium
from alongside.people import personal, queries, services
from alongside.people.models import AccessNeed, Channel, Consent, NameToken, Offer, Pause, Person


def filled(cora, herself, alma):
    for_her = alma.for_person(cora.pk, Medium.PHONE)
    services.assign_person(person=cora, facilitator=None, route_in="Her neighbour", by=alma)
    services.change_person(person=cora, name="Cora Whitlock", called="Co", by=herself)
    services.add_need(person=cora, kind="send", words="Purple paper", by=for_her)
    services.add_offer(person=cora, kind="skill", words="Juggling", by=herself)
    services.set_channel(person=cora, kind="phone", address="0113 496 0123", by=for_her)
    services.pause(person=cora, by=herself)


def test_everything_held_can_be_taken_away(cora, herself, alma):
    filled(cora, herself, alma)
    held = personal.export(cora.pk)
    assert json.loads(json.dumps(held)) == held
    text = json.dumps(held)
    for word in ("Cora Whitlock", "Her neighbour", "Purple paper", "Juggling", "0113 496 0123", "cora@example.org"):
        assert word in text
    (need,) = held["what_you_need"]
    assert (need["medium"], need["written_by"]) == ("phone", "Alma Reyes")
    assert [row["purpose"] for row in held["what_you_allow"]] == ["contact_email", "words_inside"]
    assert [row["state"] for row in held["where_you_stood"]] == ["paused"]
    assert len(held["pauses"]) == 1


def test_every_personal_field_is_in_what_can_be_taken_away():
    """Who wrote it is in there by name; digests and keys say nothing to anybody."""
    hidden = {"digest", "key", "salt", "recorded_by", "withdrawn_by", "person"}
    shown = {field for _model, fields in personal.EXPORTED.values() for field in fields}
    shown |= {"name", "called", "route_in", "facilitator", "user", "unit"}
    shown |= {"choice"}  # of what was answered about oneself: not on the register, so taken away by a way of its own
    assert {field for fields in personal.PERSONAL.values() for field in fields} - hidden - shown == set()


def test_forgetting_blanks_and_keeps_the_row(cast, cora, herself, alma):
    filled(cora, herself, alma)
    person = Person.objects.get(pk=cora.pk)
    personal.erase(person.pk, alma)
    cora.refresh_from_db()
    assert (cora.name, cora.called, cora.route_in, cora.salt, cora.user, cora.facilitator) == (
        "",
        "",
        "",
        "",
        None,
        None,
    )
    assert (cora.state, cora.erased_on is not None, cora.code) == ("left", True, person.code)
    for model in (Channel, NameToken, Pause):
        assert not model.objects.filter(person=cora).exists()
    for model in (AccessNeed, Offer):
        assert [(row.words, row.ended_on is not None) for row in model.objects.filter(person=cora)] == [("", True)]
    assert queries.consents_in_force(cora) == set()
    assert Consent.objects.filter(person=cora, withdrawn_on__isnull=True).count() == 0
    assert queries.may_contact(cora.pk).reason == "left"
    assert queries.find(Person.objects.all(), "cora", cast.org.pk).count() == 0


def test_others_keep_what_is_theirs(cast, cora, alma):
    personal.erase(cora.pk, alma)
    dev = cast.people["dev"]
    dev.refresh_from_db()
    assert dev.name == "Dev Anand"
    assert queries.may_contact(dev.pk).possible


def test_forgetting_is_on_record_and_the_log_still_holds(cast, cora, herself, alma, events):
    filled(cora, herself, alma)
    personal.erase(cora.pk, alma)
    before = events()
    personal.erase(cora.pk, alma)
    assert events() == before
    assert ("erased", cora.code) in before
    chain = cast.org.pk
    assert [*log.broken_links(chain), *log.broken_contents(chain)] == []


@pytest.mark.parametrize("who", ["coordinator", "cora"])
def test_what_is_left_says_nothing(cast, cora, herself, alma, who):
    filled(cora, herself, alma)
    personal.erase(cora.pk, cast.actor(who))
    held = json.dumps(personal.export(cora.pk))
    for word in ("Whitlock", "neighbour", "Purple", "Juggling", "0113", "example.org"):
        assert word not in held
