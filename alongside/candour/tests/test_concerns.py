"""What is raised about involvement: who reads it, who never does, its clock, and how it goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.audit.models import Content, Event
from alongside.candour.models import (
    AskedContact,
    ConcernName,
    InvolvementConcern,
)
from alongside.candour.queries import concerns as queries
from alongside.candour.rules import concerns as rules
from alongside.candour.services import Answer, concern_contacts, concern_telling
from alongside.candour.services import concerns as verbs
from alongside.core.actor import Medium, system
from alongside.core.errors import NotYours, Refused
from alongside.post.models import Message
from tests import cast as casting
from tests.house.access import ROLES

from .concerning import TODAY, WORDS, answered, chosen, holder, outsider, raised, reader, seen_by

pytestmark = pytest.mark.django_db


# Who reads.


def test_only_the_one_who_was_chosen_reads(cast) -> None:
    concern, _code = raised(cast)
    assert seen_by(reader(cast)) == [concern]
    assert [who for who in (*ROLES, "dev") if seen_by(cast.actor(who))] == []


@pytest.mark.parametrize("role", ["administrator", "coordinator", "board", "staff", "safeguarding"])
def test_whoever_works_here_as_well_reads_nothing(cast, role: str) -> None:
    concern, _code = raised(cast)
    casting.member(cast.org, cast.users["Rhoda Penhale"], role)
    assert seen_by(reader(cast)) == []
    with pytest.raises(NotYours):
        verbs.acknowledge_concern(concern=concern, by=reader(cast))
    assert not queries.contacts_on(cast.org.pk, TODAY(0)).exists()


def test_the_role_alone_opens_nothing(cast) -> None:
    raised(cast)
    outsider(cast, "Olive Trent")
    assert seen_by(reader(cast, "Olive Trent")) == []


def test_another_reader_sees_only_their_own(cast) -> None:
    first, second = chosen(cast), chosen(cast, "Olive Trent")
    mine, _c = raised(cast, first)
    other, _c = raised(cast, second, words="It is about Rhoda.")
    assert seen_by(reader(cast)) == [mine]
    assert seen_by(reader(cast, "Olive Trent")) == [other]
    with pytest.raises(NotYours):
        verbs.open_name(concern=other, by=reader(cast))


def test_a_stranger_with_the_role_elsewhere(cast) -> None:
    concern, _code = raised(cast)
    casting.member(cast.other, cast.users["Rhoda Penhale"], "concerns_contact")
    from alongside.organisation import queries as organisations

    there = organisations.actor_for(cast.users["Rhoda Penhale"], cast.other.pk)
    assert seen_by(there) == []
    with pytest.raises(NotYours):
        verbs.acknowledge_concern(concern=concern, by=there)


# Chosen by contributors.


def two(cast, *agree: bool):
    return [Answer(cast.people[who], agrees) for who, agrees in zip(("cora", "dev", "eoin"), agree, strict=False)]


@pytest.mark.parametrize("agree", [(True,), (True, False), (False, False), (True, False, False)])
def test_contributors_choose(cast, agree) -> None:
    with pytest.raises(Refused):
        chosen(cast, asked=two(cast, *agree))


def test_most_of_those_asked_are_enough(cast) -> None:
    assert chosen(cast, asked=two(cast, True, True, False)).pk


@pytest.mark.parametrize(
    "values",
    [
        {"until_day": TODAY(900)},
        {"until_day": TODAY(-1)},
        {"from_day": TODAY(-1)},
    ],
)
def test_for_two_years_at_the_most(cast, values) -> None:
    with pytest.raises(Refused):
        chosen(cast, **values)


def test_nobody_of_the_team_can_be_chosen(cast) -> None:
    casting.member(cast.org, cast.users["manager"], "concerns_contact")
    with pytest.raises(Refused):
        chosen(cast, user=cast.users["manager"])
    with pytest.raises(Refused):
        chosen(cast, user=cast.users["stranger"])


@pytest.mark.parametrize("who", ["administrator", "board", "manager", "cora"])
def test_only_who_works_with_contributors_writes_it_down(cast, who: str) -> None:
    chosen(cast)
    with pytest.raises(NotYours):
        chosen(cast, by=cast.actor(who))


def test_another_way_is_named_first(cast) -> None:
    from .factories import asked_two

    with pytest.raises(Refused, match="outside"):
        concern_contacts.appoint_contact(
            user=outsider(cast),
            shown_as="Rhoda",
            why_outside="A charity.",
            how_chosen="Hands up.",
            asked=[Answer(each.person, True) for each in asked_two(cast)],
            from_day=TODAY(0),
            until_day=TODAY(9),
            by=cast.actor("coordinator"),
        )


def test_when_fewer_than_two_stand_behind_it_nobody_was_chosen(cast) -> None:
    concern, _code = raised(cast)
    asked = AskedContact.objects.get(person=cast.people["cora"])
    with pytest.raises(Refused):
        concern_contacts.deny_contact(asked=asked, by=cast.actor("dev"))
    concern_contacts.deny_contact(asked=asked, by=cast.actor("cora"))
    assert seen_by(reader(cast)) == []
    with pytest.raises(Refused, match="already"):
        concern_contacts.deny_contact(asked=asked, by=cast.actor("cora"))
    with pytest.raises(Refused):
        raised(cast, concern.contact)


# Raising, and who knows what.


def test_nobody_raised_it_in_every_row_and_event(cast) -> None:
    concern, _code = raised(cast, who="cora", show="page")
    events = Event.objects.filter(target=concern.code)
    assert [(each.actor_kind, each.actor_id, each.on_behalf_of) for each in events] == [("public", None, None)]
    assert all(WORDS not in str(each.facts) for each in Content.objects.filter(event__in=events))
    assert not ConcernName.objects.exists()
    assert not any("Zanzibar" in each.body for each in Message.objects.all())
    assert Message.objects.get(kind=verbs.MESSAGE).to_user == cast.users["Rhoda Penhale"].pk
    assert {field.name for field in InvolvementConcern._meta.fields if field.is_relation} == {
        *("organisation", "contact", "written_by"),
    }


def test_the_name_stands_apart_and_its_opening_is_seen(cast) -> None:
    concern, _code = raised(cast, who="cora", show="name", person=cast.people["cora"])
    assert queries.name_of(concern).opened_on is None
    assert verbs.open_name(concern=concern, by=reader(cast)).person == cast.people["cora"]
    assert queries.name_of(concern).opened_on == TODAY(0)
    assert {each.actor_id for each in Event.objects.filter(name="involvement_concern_name_opened")} == {
        cast.users["Rhoda Penhale"].pk
    }


def test_the_name_can_be_taken_away(cast) -> None:
    concern, _code = raised(cast, show="name", name="Rosa")
    verbs.hide_name(concern=concern, by=holder(concern))
    assert not ConcernName.objects.exists()
    with pytest.raises(Refused):
        verbs.open_name(concern=concern, by=reader(cast))


@pytest.mark.parametrize(
    ("who", "values"),
    [
        ("public", {"show": "name"}),
        ("public", {"show": "page", "name": "Rosa"}),
        ("public", {"show": "all"}),
        ("public", {"words": "  "}),
        ("public", {"words": "a" * 9000}),
        ("public", {"medium": Medium.PHONE}),
        ("cora", {"medium": Medium.PHONE}),
    ],
)
def test_bad_input(cast, who: str, values) -> None:
    chosen(cast)
    with pytest.raises((Refused, NotYours)):
        raised(cast, who=who, **values)


def test_nobody_signs_for_another(cast) -> None:
    with pytest.raises(NotYours):
        raised(cast, who="dev", show="name", person=cast.people["cora"])


def test_written_down_for_somebody_and_not_read_again(cast) -> None:
    concern, code = raised(cast, who="coordinator", medium=Medium.PHONE)
    assert (concern.written_by, concern.medium, bool(code)) == (cast.users["coordinator"], "phone", True)
    assert seen_by(cast.actor("coordinator")) == []
    event = Event.objects.get(target=concern.code)
    assert (event.actor_kind, event.actor_id) == ("public", None)


def test_nobody_can_be_reached(cast) -> None:
    concern, code = raised(cast, show="nobody")
    assert code == ""
    with pytest.raises(Refused):
        verbs.write_to_raiser(concern=concern, words="Who are you?", by=reader(cast))
    verbs.answer_concern(concern=concern, kind="not_shown", words="I looked.", by=reader(cast))


def test_a_code_that_is_wrong(cast) -> None:
    concern, code = raised(cast)
    spaced = f"{code[:4]} {code[4:8]}-{code[8:].lower()}"
    assert queries.concern_by_code(cast.org, spaced, "192.0.2.1") == concern
    for typed in ("", "nothing", code[:-1]):
        with pytest.raises(NotYours):
            queries.concern_by_code(cast.org, typed, "192.0.2.1")
    with pytest.raises(NotYours):
        queries.concern_by_code(cast.other, code, "192.0.2.1")


# How it goes.


def test_the_way_of_a_concern(cast) -> None:
    concern, _code = raised(cast)
    verbs.acknowledge_concern(concern=concern, by=reader(cast))
    verbs.write_to_raiser(concern=concern, words="When was it?", by=reader(cast))
    verbs.write_to_reader(concern=concern, words="In March.", by=holder(concern))
    concern.refresh_from_db()
    assert (concern.state, concern.due_on) == ("acknowledged", concern.answer_by)
    with pytest.raises(Refused):
        verbs.say_settled(concern=concern, settled=True, by=holder(concern))
    verbs.answer_concern(concern=concern, kind="right", words="So it was.", different="No more.", by=reader(cast))
    verbs.say_settled(concern=concern, settled=False, words="Who checks?", by=holder(concern))
    concern.refresh_from_db()
    assert (concern.state, concern.due_on) == ("unsettled", concern.answer_by)
    verbs.answer_concern(concern=concern, kind="partly", words="I do.", different="Each May.", by=reader(cast))
    verbs.say_settled(concern=concern, settled=True, by=holder(concern))
    concern.refresh_from_db()
    assert [each.state for each in concern.steps.order_by("id")] == [
        *("raised", "acknowledged", "answered", "unsettled", "answered", "settled"),
    ]
    assert concern.outcomes.count() == 2


@pytest.mark.parametrize("kind", ["right", "partly"])
def test_an_answer_says_what_will_be_different(cast, kind: str) -> None:
    concern, _code = raised(cast)
    with pytest.raises(Refused, match="different"):
        verbs.answer_concern(concern=concern, kind=kind, words="It was so.", by=reader(cast))


def test_two_write_at_once(cast) -> None:
    concern, _code = raised(cast)
    seen = concern.version
    verbs.write_to_reader(concern=concern, words="One thing more.", by=holder(concern))
    with pytest.raises(Refused, match="changed"):
        verbs.answer_concern(concern=concern, kind="not_shown", words="No.", seen=seen, by=reader(cast))


@pytest.mark.parametrize("who", [*ROLES, "dev"])
def test_nobody_else_does_what_the_one_who_raised_it_does(cast, who: str) -> None:
    concern, _code = answered(cast)
    for verb in (
        lambda by: verbs.write_to_reader(concern=concern, words="x", by=by),
        lambda by: verbs.say_settled(concern=concern, settled=True, by=by),
        lambda by: verbs.take_back_concern(concern=concern, by=by),
        lambda by: verbs.hide_name(concern=concern, by=by),
        lambda by: concern_telling.write_summary(concern=concern, words="x", by=by),
        lambda by: concern_telling.publish_summary(concern=concern, by=by),
    ):
        with pytest.raises(NotYours):
            verb(cast.actor(who))
    other, _code = raised(cast)
    with pytest.raises(NotYours):
        verbs.take_back_concern(concern=concern, by=holder(other))


def test_when_a_reader_goes_the_one_who_raised_it_says_who_reads_on(cast) -> None:
    concern, _code = raised(cast)
    unreached, _none = raised(cast, concern.contact, show="nobody")
    concern_contacts.end_contact_term(contact=concern.contact, by=cast.actor("coordinator"))
    olive = chosen(cast, "Olive Trent")
    assert seen_by(reader(cast)) == []
    assert seen_by(reader(cast, "Olive Trent")) == [unreached]
    with pytest.raises(Refused):
        verbs.choose_reader(concern=concern, contact=concern.contact, by=holder(concern))
    verbs.choose_reader(concern=concern, contact=olive, by=holder(concern))
    assert len(seen_by(reader(cast, "Olive Trent"))) == 2
    with pytest.raises(Refused):
        verbs.choose_reader(concern=concern, contact=olive, by=holder(concern))


def test_a_term_that_is_over(cast) -> None:
    concern, _code = raised(cast)
    after = concern.contact.until_day + timedelta(days=1)
    assert list(queries.concerns_for(reader(cast), after)) == []
    assert queries.reads_on(concern, concern.contact.until_day)
    assert not queries.reads_on(concern, after)


def test_rules_ask_the_actor() -> None:
    from alongside.core.actor import Actor, Grant, Kind

    outside = frozenset({Grant("read_concerns")})
    for roles, may in (
        ({"concerns_contact"}, True),
        ({"concerns_contact", "contributor"}, True),
        ({"concerns_contact", "finance"}, False),
        (set(), True),
    ):
        actor = Actor(Kind.USER, 1, 2, roles=frozenset(roles), grants=outside)
        assert rules.reads_here(actor) is may, roles
    assert not rules.reads_here(Actor(Kind.USER, 1, 2, roles=frozenset({"concerns_contact"})))
    assert not rules.reads_here(system(1))
