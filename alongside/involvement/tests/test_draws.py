"""A draw from the sealed tickets to the places, and everything that can go wrong on the way."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.audit.models import Content, Event
from alongside.core.errors import Refused
from alongside.involvement import draw as engine
from alongside.involvement import queries, services
from alongside.involvement.models import Draw, DrawSecret, Interest, Place
from alongside.post.models import Message
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.make import days

from . import steps
from .drawing import OLD, ROLES, YOUNG, crowd, drawn, keys, numbered, opened, quota, ready, say, sealed


def test_from_the_seal_to_the_places(cast) -> None:
    opportunity = ready(cast, 6, young=2)
    quota(cast, opportunity, YOUNG, least=1, most=1)
    draw = sealed(cast, opportunity)
    assert (draw.state, draw.tickets, draw.secret, draw.ticket) == ("committed", 1000, "", None)
    draw = services.reveal_draw(draw=numbered(cast, draw), by=cast.actor("coordinator"))
    proof = json.loads(json.dumps(queries.proof_of(draw)))
    assert engine.verify(proof) == ()
    assert draw.ticket == engine.ticket_for(bytes.fromhex(draw.secret), "417", 1000)
    on_it = set(draw.document["tickets"][draw.ticket - 1])
    places = Place.objects.filter(opportunity=opportunity)
    assert {entry.code for entry in queries.drawn_people(draw)} == on_it
    assert set(places.values_list("person", flat=True)) == {e.person_id for e in queries.drawn_people(draw)}
    assert all("ticket" in place.chosen_because and "chance" not in place.chosen_because for place in places)
    assert {role.stage: role.role for role in places.first().roles.all()} == ROLES
    assert queries.reserves_of(draw).count() == 2


def test_everybody_who_was_in_it_is_told(cast) -> None:
    opportunity = ready(cast, 6)
    Interest.objects.filter(person=cast.people["p05"]).update(conflict="A friend applied")
    drawn(cast, opportunity)
    told = {message.to_person: message for message in Message.objects.filter(to_person__isnull=False)}
    assert set(told) == {cast.people[who].pk for who in keys(6)}
    subjects = sorted(message.subject for message in told.values())
    assert subjects == ["You were drawn"] * 2 + ["You were not drawn this time"] * 3 + ["You were not in the draw"]
    assert "friend" not in told[cast.people["p05"].pk].body


def test_the_secret_is_nowhere_before_its_time(cast) -> None:
    draw = sealed(cast, ready(cast))
    secret = DrawSecret.objects.get(draw=draw).secret
    kept = json.dumps([queries.proof_of(draw), draw.facts, draw.panel], default=str)
    assert secret not in kept
    assert not any(secret in json.dumps(content.facts) for content in Content.objects.all())
    done = services.reveal_draw(draw=numbered(cast, draw), by=cast.actor("coordinator"))
    assert done.secret == secret
    assert not DrawSecret.objects.exists()


def test_nothing_that_is_published_says_who_or_what_anybody_is(cast) -> None:
    opportunity = ready(cast, 8, young=3)
    quota(cast, opportunity, YOUNG, least=1)
    draw = drawn(cast, opportunity)
    text = json.dumps(queries.proof_of(draw))
    for person in cast.people.values():
        assert person.code not in text
        assert person.name not in text
    assert "Under 25" in text  # the rule, and nobody's answer
    assert set(draw.document) >= {"tickets", "reserves", "quotas", "seals"}
    assert not {"candidates", "values", "weights"} & set(draw.document)


def test_every_step_is_in_the_log(cast) -> None:
    draw = drawn(cast, ready(cast))
    names = list(Event.objects.filter(target=draw.code).order_by("seq").values_list("name", flat=True))
    assert names == ["draw_sealed", "draw_numbered", "draw_revealed"]
    assert list(draw.statuses.order_by("id").values_list("state", flat=True)) == ["committed", "numbered", "drawn"]


# What stops it


def test_it_is_closed_first(cast) -> None:
    crowd(cast, 3)
    opportunity = opened(cast)
    for who in keys(3):
        say(cast, opportunity, who)
    with pytest.raises(Refused, match="Close it first"):
        sealed(cast, opportunity)


@pytest.mark.parametrize("who", ["staff", "manager", "board", "cora"])
def test_only_the_coordinator_draws(cast, who) -> None:
    with pytest.raises(Refused, match="Only those who run involvement"):
        sealed(cast, ready(cast), by=cast.actor(who))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"roles": {}}, "at least one stage"),
        ({"number_at": timezone.now() - timedelta(days=2)}, "later than now"),
    ],
)
def test_what_a_seal_needs(cast, values, words) -> None:
    with pytest.raises(Refused, match=words):
        sealed(cast, ready(cast), **values)


def test_rules_that_fight_say_so_with_the_smallest_change(cast) -> None:
    opportunity = ready(cast, 6, young=1)
    quota(cast, opportunity, YOUNG, least=2)
    with pytest.raises(Refused, match=r"“Under 25” .*: 2 seats.*smallest change that works: .*“Under 25”.*1 to 2"):
        sealed(cast, opportunity)
    assert not Draw.objects.exists()
    looked = queries.outlook(opportunity, days(0))
    assert looked.preview.contradiction is not None


def test_a_rule_about_an_answer_that_nobody_gave(cast) -> None:
    opportunity = ready(cast, 6, young=6)
    quota(cast, opportunity, OLD, least=1)
    with pytest.raises(Refused, match="smallest change that works"):
        sealed(cast, opportunity)


def test_somebody_whom_the_rules_keep_out_reads_why(cast) -> None:
    opportunity = ready(cast, 8, young=1)
    quota(cast, opportunity, YOUNG, most=0)
    assert len(queries.outlook(opportunity, days(0)).preview.unreachable) == 1
    draw = sealed(cast, opportunity)
    entry = draw.entries.get(person=cast.people["p00"])
    found = queries.explanation_of(draw, entry, 5)
    assert (entry.on_tickets, found.kind) == (0, "unreachable")
    assert [rule.value for rule in queries.kept_out(draw, entry, found)] == [YOUNG]


@pytest.mark.parametrize(
    ("number", "again", "words"),
    [("41", "41", "three or more"), ("4x7", "4x7", "three or more"), ("417", "471", "not the same")],
)
def test_a_number_is_read_twice(cast, number, again, words) -> None:
    from .drawing import later

    draw = sealed(cast, ready(cast))
    with later(), pytest.raises(Refused, match=words):
        services.number_draw(draw=draw, number=number, again=again, by=cast.actor("coordinator"))


def test_the_number_comes_after_its_time_and_stands(cast) -> None:
    draw, coordinator = sealed(cast, ready(cast)), cast.actor("coordinator")
    with pytest.raises(Refused, match="Come back then"):
        services.number_draw(draw=draw, number="417", again="417", by=coordinator)
    with pytest.raises(Refused, match="Type in the number first"):
        services.reveal_draw(draw=draw, by=coordinator)
    draw = numbered(cast, draw, " 41 7 ")
    assert draw.number == "417"
    with pytest.raises(Refused, match="it stands"):
        numbered(cast, draw, "418")


def test_a_beacon_is_copied_whole(cast) -> None:
    from .drawing import later

    draw = sealed(cast, ready(cast), number_from="beacon", number_source="drand, round 5000000")
    with later(), pytest.raises(Refused, match="value of the beacon"):
        services.number_draw(draw=draw, number="417", again="417", by=cast.actor("coordinator"))
    value = "A3F1" * 16
    assert numbered(cast, draw, value).number == value.lower()


def test_rules_stand_while_a_draw_is_under_way(cast) -> None:
    opportunity = ready(cast, 6, young=2)
    sealed(cast, opportunity)
    with pytest.raises(Refused, match="A draw is under way"):
        quota(cast, opportunity, YOUNG, least=1)
    with pytest.raises(Refused, match="A draw is under way"):
        services.name_conflict(interest=Interest.objects.first(), why="A friend", by=cast.actor("coordinator"))


# A secret that was lost


@pytest.mark.parametrize("lost", ["gone", "changed", "broken"])
def test_a_lost_secret_is_a_new_draw_and_the_old_one_stays(cast, lost) -> None:
    opportunity, coordinator = ready(cast), cast.actor("coordinator")
    draw = numbered(cast, sealed(cast, opportunity))
    rows = DrawSecret.objects.filter(draw=draw)
    rows.delete() if lost == "gone" else rows.update(secret="00" * 32 if lost == "changed" else "no hex")
    with pytest.raises(Refused, match="secret of this draw is lost"):
        services.reveal_draw(draw=draw, by=coordinator)
    with pytest.raises(Refused, match="Write down why"):
        services.set_draw_aside(draw=draw, why=" ", by=coordinator)
    services.set_draw_aside(draw=draw, why="The machine broke.", by=coordinator)
    again = drawn(cast, opportunity)
    assert [each.state for each in queries.draws_of(opportunity)] == ["drawn", "set_aside"]
    assert again.commitment != draw.commitment
    with pytest.raises(Refused, match="stays as it is"):
        services.set_draw_aside(draw=again, why="We do not like it", by=coordinator)


# Two at once


def test_two_coordinators_one_draw(cast) -> None:
    opportunity = ready(cast)
    draw = sealed(cast, opportunity)
    with pytest.raises(Refused, match="under way already"):
        sealed(cast, opportunity)
    second = Draw(opportunity=opportunity, organisation=cast.org, made_on=days(0), commitment="x")
    second.number_at = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)
    assert Draw.objects.get() == draw


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_in_the_same_moment(cast) -> None:
    only_where_there_are_several_connections()
    opportunity = ready(cast)
    found = at_once(lambda: sealed(cast, opportunity), lambda: sealed(cast, opportunity))
    stood = [each for each in found if isinstance(each, Draw)]
    told = [each for each in found if isinstance(each, Refused)]
    assert len(stood) == len(told) == 1
    assert "under way already" in told[0].reason
    assert Draw.objects.get() == stood[0]


# Fewer than seats, one, nobody


def test_as_many_seats_as_people(cast) -> None:
    opportunity = ready(cast, 2)
    with pytest.raises(Refused, match="no draw is needed"):
        sealed(cast, opportunity)
    draw = services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=cast.actor("coordinator"))
    assert draw.state == "not_needed"
    assert Place.objects.filter(opportunity=opportunity, state="offered").count() == 2
    assert set(Message.objects.filter(kind="place_offered").values_list("subject", flat=True)) == {
        "There is a place for you"
    }
    with pytest.raises(Refused, match="Every seat is taken or offered"):
        services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=cast.actor("coordinator"))


def test_one_person_does_not_sit_alone(cast) -> None:
    opportunity, coordinator = ready(cast, 1), cast.actor("coordinator")
    with pytest.raises(Refused, match="easily outvoted"):
        services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=coordinator)
    type(opportunity).objects.update(lone_seat_reason="Nobody else has lived there.")
    assert services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=coordinator).entries.count() == 1


def test_nobody(cast) -> None:
    opportunity = ready(cast, 0)
    with pytest.raises(Refused, match="Nobody is left to draw from"):
        sealed(cast, opportunity)
    with pytest.raises(Refused, match="Nobody is left to offer"):
        services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=cast.actor("coordinator"))


def test_more_people_than_seats_are_not_simply_all_offered_one(cast) -> None:
    with pytest.raises(Refused, match="A draw is the fair way"):
        services.offer_to_everybody(opportunity=ready(cast, 3), roles=ROLES, by=cast.actor("coordinator"))


# While a draw is under way


def test_nothing_else_hands_out_seats_meanwhile(cast) -> None:
    opportunity, coordinator = ready(cast), cast.actor("coordinator")
    draw = sealed(cast, opportunity)
    opportunity.refresh_from_db()
    words = {**steps.ADVERT, "seats": 3, "closes_on": opportunity.closes_on}
    for other in (
        lambda: steps.offered(cast, opportunity, "p00"),
        lambda: services.call_reserve(opportunity=opportunity, by=coordinator),
        lambda: services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=coordinator),
        lambda: steps.opens(opportunity, coordinator),
        lambda: services.change_opportunity(
            opportunity=opportunity, words=words, seen=opportunity.version, by=coordinator
        ),
    ):
        with pytest.raises(Refused, match="under way"):
            other()
    draw.refresh_from_db()
    assert draw.state == "committed"


def test_cancelled_the_draw_is_set_aside(cast) -> None:
    opportunity = ready(cast)
    draw = sealed(cast, opportunity)
    services.cancel(opportunity=opportunity, by=cast.actor("coordinator"))
    draw.refresh_from_db()
    assert (draw.state, draw.set_aside_because) == ("set_aside", "It is not going ahead any more.")
    assert not DrawSecret.objects.exists()


def test_nobody_is_told_twice_that_they_have_no_place(cast) -> None:
    opportunity, coordinator = ready(cast, 8), cast.actor("coordinator")
    draw = drawn(cast, opportunity)
    for place in Place.objects.filter(opportunity=opportunity):
        services.accept_place(place=place, by=steps.told_by_person(cast, place.person))
    services.mark_filled(opportunity=opportunity, by=coordinator)
    told = set(Message.objects.filter(kind="not_chosen").values_list("to_person", flat=True))
    assert told == {entry.person_id for entry in queries.reserves_of(draw)}


def test_who_took_it_back_is_left_in_peace(cast) -> None:
    opportunity = ready(cast)
    draw = numbered(cast, sealed(cast, opportunity))
    mine = Interest.objects.get(person=cast.people["p00"])
    services.withdraw_interest(interest=mine, by=cast.actor("p00"))
    services.reveal_draw(draw=draw, by=cast.actor("coordinator"))
    assert not Message.objects.filter(to_person=cast.people["p00"].pk).exists()
