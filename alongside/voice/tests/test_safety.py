"""Reading, contacting, raising, looking, giving back: each verb done, refused, done twice, and on record."""

from __future__ import annotations

import pytest
import time_machine

from alongside.audit.models import Content, Event
from alongside.core.errors import NotYours, Refused
from alongside.organisation.models import Membership
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Concern, ConcernOpening, ContactWish, Contribution, Grave, PhraseList, Reading
from alongside.voice.shapes import Asks
from tests import make

from .factories import GRAVE, HOW, answered, asks_for_contact, fresh, raised, said, said_by_nobody, told

pytestmark = pytest.mark.usefixtures("locks_in_order")

SINCE = ("received_on", "acknowledge_by", "answer_by", "due_on", "read_by", "state", "unit_id", "said_on")


def events(cast) -> list[str]:
    return list(Event.objects.filter(chain=cast.org.pk).order_by("seq").values_list("name", flat=True))


def seen(contribution: Contribution) -> dict[str, object]:
    row = Contribution.everything.get(pk=contribution.pk)
    return {name: getattr(row, name) for name in SINCE}


def everything(row: Contribution) -> Contribution:
    return Contribution.everything.get(pk=row.pk)


# Reading


def test_reading_is_owed_within_a_working_day(cast) -> None:
    with time_machine.travel("2026-03-06 10:00", tick=False):  # a Friday
        assert said(cast, received_on=make.days(-200)).read_by.isoformat() == "2026-03-09"


def test_somebody_reads_it(cast) -> None:
    contribution = said(cast)
    services.read(contribution=contribution, by=cast.actor("staff"))
    assert fresh(contribution).read_on == make.days(0)
    assert [row.recorded_by for row in Reading.objects.all()] == [cast.users["staff"]]
    assert events(cast)[-1] == "contribution_read"
    with pytest.raises(Refused, match="has read this already"):
        services.read(contribution=contribution, by=cast.actor("manager"))


@pytest.mark.parametrize("who", ["board", "finance", "administrator", "safeguarding", "cora", "public", "stranger"])
def test_who_does_not_read(cast, who) -> None:
    with pytest.raises(Refused):
        services.read(contribution=said(cast), by=cast.actor(who))


def test_whoever_answers_has_read_it(cast) -> None:
    told(cast)
    services.acknowledge(contribution=(second := said(cast)), by=cast.actor("manager"))
    assert fresh(second).read_on == make.days(0)
    assert Reading.objects.count() == 2
    assert not queries.unread_for(cast.actor("coordinator")).exists()


def test_what_is_taken_back_is_not_read(cast) -> None:
    contribution = said(cast)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    with pytest.raises(Refused):
        services.read(contribution=contribution, by=cast.actor("staff"))
    assert not queries.unread_for(cast.actor("coordinator")).exists()


def test_the_gravest_first_and_then_the_oldest(cast) -> None:
    first, second = said(cast, received_on=make.days(-3)), said(cast, received_on=make.days(-2))
    contact = asks_for_contact(cast)
    late, early = (said(cast, words="He hit me.", received_on=make.days(-n)) for n in (1, 9))
    assert list(queries.unread_for(cast.actor("manager"))) == [early, late, contact, first, second]
    assert queries.first_unread(cast.actor("coordinator")) == early
    assert not queries.unread_for(cast.actor("board")).exists()


def test_who_reads_is_decided_by_role_and_unit(cast) -> None:
    assert queries.reader_of(cast.units["team"]) == cast.users["manager"]
    assert queries.reader_of(cast.units["other_team"]) == cast.users["coordinator"]
    Membership.objects.filter(role__in=("manager", "coordinator")).delete()
    assert queries.reader_of(cast.units["team"]) == cast.users["administrator"]


def test_what_is_late_is_known_by_unit(cast) -> None:
    make.contribution(cast, read_by=make.days(-2))
    make.contribution(cast, read_by=make.days(0))
    found = list(queries.late_readings(cast.org, make.days(0)))
    assert [(unit, debt.number, debt.oldest) for unit, debt in found] == [(cast.units["team"], 1, make.days(-2))]
    assert queries.unread_late(cast.actor("staff"), make.days(0)).count() == 1


# To be contacted


def test_a_wish_is_owed_until_it_is_written_down(cast) -> None:
    contribution = asks_for_contact(cast)
    wish = ContactWish.objects.get()
    assert (wish.how, contribution.grave) == (HOW, Grave.CONTACT)
    assert list(queries.contact_wishes_for(cast.actor("manager"))) == [wish]
    assert queries.ways_to(contribution, wish) == [HOW]
    services.end_contact(wish=wish, end="reached", by=cast.actor("staff"))
    wish.refresh_from_db()
    assert (wish.end, wish.how, wish.ended_on) == ("reached", "", make.days(0))
    assert not queries.contact_wishes_for(cast.actor("manager")).exists()
    with pytest.raises(Refused):
        services.end_contact(wish=wish, end="reached", by=cast.actor("staff"))
    facts = Content.objects.get(event__name="contact_wish_ended").facts
    assert facts == {"end": "reached", "contact_by": wish.contact_by.isoformat()}


def test_without_a_name_there_has_to_be_a_way(cast) -> None:
    with pytest.raises(Refused, match="how we can reach you"):
        said_by_nobody(cast, asks=Asks(contact=True, how="  "))
    with pytest.raises(Refused, match="too long"):
        said_by_nobody(cast, asks=Asks(contact=True, how="x" * 301))
    assert said(cast, asks=Asks(contact=True)).contact_wish.how == ""


def test_words_taken_back_take_the_wish_with_them(cast) -> None:
    contribution, _code = said_by_nobody(cast, asks=Asks(contact=True, how=HOW))
    services.withdraw(contribution=contribution, by=queries.holder_of(contribution))
    wish = ContactWish.objects.get()
    assert (wish.end, wish.how) == ("taken_back", "")


# What may be a risk


def test_the_author_raises_it_and_nobody_else_hears(cast) -> None:
    concern = raised(cast, decision=make.decision(cast), unit=None)
    assert concern.contribution.restricted and concern.look_by > make.days(0)
    assert Contribution.objects.count() == 0
    message = Message.objects.get()
    assert (message.kind, message.to_user) == ("safeguarding", cast.users["safeguarding"].pk)
    assert message.body == "Something needs you: look at the queue."
    assert "Cora" not in message.subject and GRAVE[:10] not in message.body
    for facts in Content.objects.filter(event__name="concern_raised"):
        assert set(facts.facts) == {"raised_by", "look_by"}


def test_a_reader_raises_it_by_hand(cast) -> None:
    contribution = said(cast, unit=None, decision=make.decision(cast))
    before = seen(contribution)
    services.raise_concern(contribution=contribution, by=cast.actor("staff"), why="She is alone at night.")
    assert seen(contribution) == before
    assert Concern.objects.get().why == "She is alone at night."
    assert list(Message.objects.exclude(state="dropped").values_list("kind", flat=True)) == ["safeguarding"]
    with pytest.raises(NotYours):
        services.raise_concern(contribution=contribution, by=cast.actor("coordinator"))


@pytest.mark.parametrize("verb", ["acknowledge", "answer", "hand_over", "tell", "read", "write_rendering"])
def test_what_is_raised_is_not_there_for_those_who_answer(cast, verb) -> None:
    contribution = raised(cast).contribution
    more = {
        "answer": {"kind": "adopted", "reason": "We do it.", "role": "Manager"},
        "tell": {"channel": "phone"},
        "write_rendering": {"rendering": "Shorter."},
    }
    with pytest.raises(NotYours):
        getattr(services, verb)(contribution=contribution, by=cast.actor("coordinator"), **more.get(verb, {}))


@pytest.mark.parametrize("who", ["coordinator", "administrator", "manager", "staff", "board", "cora", "stranger"])
def test_nobody_else_safeguards(cast, who) -> None:
    concern = raised(cast)
    for verb in (services.look_at_concern, services.open_concern):
        with pytest.raises(NotYours):
            verb(concern=concern, by=cast.actor(who))
    for verb in (services.release_concern, services.close_concern):
        with pytest.raises(NotYours):
            verb(concern=concern, done="All is well.", by=cast.actor(who))
    with pytest.raises(NotYours):
        queries.concerns_for(cast.actor(who))
    with pytest.raises(NotYours):
        queries.concern_for(cast.actor(who), concern.code)


def test_it_is_looked_at_and_given_back_as_it_was(cast) -> None:
    contribution = answered(said(cast), cast).contribution
    before = seen(contribution)
    lead = cast.actor("safeguarding")
    concern = services.raise_concern(contribution=contribution, by=cast.actor("manager"))
    with pytest.raises(Refused, match="First say"):
        services.release_concern(concern=concern, done="Rang her.", by=lead)
    services.open_concern(concern=concern, by=lead)
    services.look_at_concern(concern=concern, by=lead)
    with time_machine.travel(make.days(90), tick=False):
        services.release_concern(concern=concern, done="I rang her. She is well.", by=lead)
    assert seen(contribution) == before
    assert queries.entry_for(cast.actor("manager"), contribution.code) == contribution
    concern.refresh_from_db()
    assert (concern.state, concern.done) == ("released", "I rang her. She is well.")
    assert [row.state for row in concern.statuses.order_by("id")] == ["raised", "looking", "released"]
    assert events(cast)[-4:] == ["concern_raised", "concern_opened", "concern_looked_at", "concern_released"]
    services.raise_concern(contribution=contribution, by=cast.actor("manager"))
    assert Concern.objects.count() == 2


def test_closed_stays_away_and_can_be_given_back(cast) -> None:
    concern, lead = raised(cast), cast.actor("safeguarding")
    services.look_at_concern(concern=concern, by=lead)
    with pytest.raises(Refused):
        services.close_concern(concern=concern, done="   ", by=lead)
    services.close_concern(concern=concern, done="The police went.", by=lead)
    assert Contribution.objects.count() == 0
    services.release_concern(concern=concern, done="Can be answered now.", by=lead)
    concern.refresh_from_db()
    assert concern.done == "The police went.\n\nCan be answered now."
    assert Contribution.objects.count() == 1


def test_two_leads_at_once(cast) -> None:
    concern, lead = raised(cast), cast.actor("safeguarding")
    services.look_at_concern(concern=concern, by=lead, seen=concern.version)
    with pytest.raises(Refused, match="while you were writing"):
        services.close_concern(concern=concern, done="Done twice.", by=lead, seen=concern.version)


def test_every_opening_is_kept(cast) -> None:
    concern = raised(cast)
    for _each in range(3):
        services.open_concern(concern=concern, by=cast.actor("safeguarding"))
    assert [row.recorded_by for row in ConcernOpening.objects.all()] == [cast.users["safeguarding"]] * 3


def test_its_author_has_the_last_word_all_the_same(cast) -> None:
    contribution = raised(cast).contribution
    assert contribution in queries.said_by([cast.people["cora"].pk])
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    assert everything(contribution).words == ""
    lead = cast.actor("safeguarding")
    concern = Concern.objects.get()
    services.look_at_concern(concern=concern, by=lead)
    services.close_concern(concern=concern, done="She took it back. I rang her all the same.", by=lead)


def test_without_a_lead_nothing_is_lost_and_administrators_are_told(cast) -> None:
    Membership.objects.filter(role="safeguarding").delete()
    raised(cast)
    message = Message.objects.get()
    assert message.to_user == cast.users["administrator"].pk
    assert "name a safeguarding lead" in message.subject
    made = Membership.objects.create(organisation=cast.org, user=cast.users["finance"], role="safeguarding")
    assert made and queries.waiting_concerns(cast.actor("finance")).count() == 1


def test_the_lead_makes_the_contact_while_it_is_restricted(cast) -> None:
    concern = raised(cast)
    assert not queries.contact_wishes_for(cast.actor("coordinator")).exists()
    wish = queries.contact_wish_here(concern)
    with pytest.raises(NotYours):
        services.end_contact(wish=wish, end="reached", by=cast.actor("coordinator"))
    services.end_contact(wish=wish, end="reached", by=cast.actor("safeguarding"))


# The list


def test_a_new_list_raises_what_is_unread_and_lowers_nothing(cast) -> None:
    lead = cast.actor("safeguarding")
    plain, grave = said(cast, words="The purple gate sticks."), said(cast, words="He hit me.")
    contact = asks_for_contact(cast, words="The purple gate again.")
    read = said(cast, words="A purple gate, read before.")
    services.read(contribution=read, by=cast.actor("staff"))
    services.change_phrases(groups={"harm": ["purple gate"]}, left_out=[], by=lead)
    assert [fresh(row).grave for row in (plain, grave, contact, read)] == [1, 1, 1, 3]
    assert said(cast, words="He hit me.").grave == Grave.NOT_RAISED
    facts = Content.objects.get(event__name="phrase_list_changed").facts
    assert facts == {"phrases": 1, "left_out": 0, "raised": 2}


def test_the_same_list_is_no_new_list(cast) -> None:
    default = queries.words_of(cast.org.pk)
    by = cast.actor("safeguarding")
    assert services.change_phrases(groups=default.as_lists(), left_out=default.left_out, by=by) is None
    assert PhraseList.objects.count() == 0


@pytest.mark.parametrize(
    ("groups", "left_out", "match"),
    [
        ({}, [], "raises nothing"),
        ({"fear": ["ab"]}, [], "cannot be used"),
        ({"fear": ["x" * 81]}, [], "cannot be used"),
        ({"fear": [f"phrase {n}" for n in range(201)]}, [], "200 phrases"),
        ({"fear": ["afraid"]}, ["a"], "cannot be used"),
    ],
)
def test_lists_that_would_do_harm(cast, groups, left_out, match) -> None:
    with pytest.raises(Refused, match=match):
        services.change_phrases(groups=groups, left_out=left_out, by=cast.actor("safeguarding"))


@pytest.mark.parametrize("who", ["coordinator", "administrator", "manager", "board", "public", "stranger"])
def test_the_lead_owns_the_list(cast, who) -> None:
    with pytest.raises(NotYours):
        services.change_phrases(groups={"fear": ["afraid"]}, left_out=[], by=cast.actor(who))


def test_two_who_change_the_list_at_once(cast) -> None:
    by = cast.actor("safeguarding")
    first = services.change_phrases(groups={"fear": ["afraid"]}, left_out=[], by=by, seen=0)
    with pytest.raises(Refused, match="Somebody changed this"):
        services.change_phrases(groups={"fear": ["scared"]}, left_out=[], by=by, seen=0)
    second = services.change_phrases(groups={"fear": ["scared"]}, left_out=["not scared"], by=by, seen=first.pk)
    newest, oldest = queries.phrase_history([second, first])
    assert (newest.added, newest.removed) == (["(not scared)", "scared"], ["afraid"])
    assert "(heart attack*)" in oldest.removed
