"""Who is in a draw and who is not, what turns do, seats that come back, and being forgotten."""

import json
from dataclasses import asdict

import pytest

from alongside.core.errors import Refused
from alongside.involvement import draw as engine
from alongside.involvement import personal, queries, services
from alongside.involvement.models import DrawEntry, Interest, Place
from alongside.people.models import Limits, Training, TrainingDone
from alongside.post.models import Message
from tests import make
from tests.make import days

from . import steps
from .drawing import ROLES, YOUNG, drawn, keys, numbered, quota, ready, sealed

# Who is in it


def out(cast, opportunity, who) -> tuple[str, ...]:
    pool = queries.pool_of(opportunity, days(0))
    found = [each for each in pool.outside if each.person_id == cast.people[who].pk]
    return tuple(str(reason) for each in found for reason in each.reasons)


def test_why_somebody_is_not_in_it(cast) -> None:
    training = Training.objects.create(organisation=cast.org, name="Interviewing")
    opportunity = ready(cast, 6, training_needed=training)
    for who in keys(5):
        TrainingDone.objects.create(person=cast.people[who], training=training, done_on=days(-20))
    Interest.objects.filter(person=cast.people["p00"]).update(unavailable=True, conflict="A friend")
    before = make.place(cast, "p01", make.opportunity(cast), answered_on=days(-10))
    assert before.state == "accepted"
    Limits.objects.create(person=cast.people["p01"], per_year=1, rest_days=30)
    Limits.objects.create(person=cast.people["p02"], per_year=1, rest_days=30)
    assert out(cast, opportunity, "p00") == ("not_available", "conflict")
    assert out(cast, opportunity, "p01") == ("limit", "resting")
    assert out(cast, opportunity, "p02") == ()
    assert out(cast, opportunity, "p05") == ("training",)


@pytest.mark.parametrize(
    ("state", "came", "values", "turns"),
    [
        ("accepted", None, {}, 1),
        ("accepted", True, {}, 1),
        ("accepted", False, {}, 0),
        ("withdrawn", None, {}, 0),
        ("withdrawn", True, {}, 1),
        ("declined", None, {}, 0),
        ("offered", None, {}, 0),
        ("accepted", None, {"answered_on": days(-366)}, 0),
    ],
)
def test_what_counts_as_a_turn(cast, state, came, values, turns) -> None:
    at = make.opportunity(cast, state="done")
    place = make.place(cast, "cora", at, **{"state": state, **values})
    if came is not None:
        make.attended(make.meeting(cast, at), place, came)
    found = queries.turns_of([cast.people["cora"].pk], days(0))
    assert len(found.get(cast.people["cora"].pk, ())) == turns


def test_a_place_in_something_cancelled_is_no_turn(cast) -> None:
    make.place(cast, "cora", make.opportunity(cast, state="cancelled"))
    assert queries.turns_of([cast.people["cora"].pk], days(0)) == {}


def test_a_turn_makes_the_next_chance_smaller(cast) -> None:
    opportunity = ready(cast, 8)
    make.place(cast, "p00", make.opportunity(cast), answered_on=days(-30))
    draw = sealed(cast, opportunity)
    entries = {entry.person_id: entry for entry in draw.entries.all()}
    mine, others = entries.pop(cast.people["p00"].pk), list(entries.values())
    assert mine.turns == 1
    assert mine.turn_ends_on == queries.year_after(days(-30))
    assert mine.weight * 4 == others[0].weight
    assert mine.on_tickets * 2 < min(entry.on_tickets for entry in others)


def test_an_access_need_leaves_nobody_out(cast) -> None:
    opportunity = ready(cast, 4)
    steps.need(cast, "p00")
    assert queries.outlook(opportunity, days(0)).inside == 4
    assert asdict(queries.needs_of_pool(opportunity, days(0))) == {"people": 1, "not_met": 0}


# Seats that come back


def answer(cast, place: Place, verb) -> None:
    who = next(key for key, person in cast.people.items() if person.pk == place.person_id)
    verb(place=place, by=cast.actor(who))


def test_the_next_reserve_steps_in(cast) -> None:
    opportunity = ready(cast, 6)
    draw, coordinator = drawn(cast, opportunity), cast.actor("coordinator")
    first, second = Place.objects.filter(opportunity=opportunity).order_by("id")
    answer(cast, first, services.accept_place)
    answer(cast, second, services.decline_place)
    place = services.call_reserve(opportunity=opportunity, by=coordinator)
    assert place.person_id == queries.reserves_of(draw).first().person_id
    assert "next on the reserve list" in place.chosen_because
    with pytest.raises(Refused, match="Every seat is taken or offered"):
        services.call_reserve(opportunity=opportunity, by=coordinator)


def test_the_empty_seat_is_drawn_again_and_confirmed_people_keep_theirs(cast) -> None:
    opportunity = ready(cast, 6)
    drawn(cast, opportunity)
    first, second = Place.objects.filter(opportunity=opportunity).order_by("id")
    answer(cast, first, services.accept_place)
    answer(cast, second, services.decline_place)
    again = drawn(cast, opportunity)
    kept = again.entries.get(person=first.person)
    assert kept.kept
    assert all(kept.code in ticket for ticket in again.document["tickets"])
    assert not again.entries.filter(person=second.person).exists()
    assert Place.objects.filter(opportunity=opportunity, state__in=["offered", "accepted"]).count() == 2
    first.refresh_from_db()
    assert first.state == "accepted"
    assert Message.objects.filter(to_person=first.person_id, kind="draw_done").count() == 0


def test_rules_bend_in_the_agreed_order_when_a_seat_came_back(cast) -> None:
    opportunity = ready(cast, 6, young=1)
    quota(cast, opportunity, YOUNG, least=1, bend=1)
    drawn(cast, opportunity)
    young = Place.objects.get(opportunity=opportunity, person=cast.people["p00"])
    answer(cast, young, services.decline_place)
    with pytest.raises(Refused, match="within the rules"):
        services.call_reserve(opportunity=opportunity, by=cast.actor("coordinator"))
    again = drawn(cast, opportunity)
    assert [(bent["value"], bent["least"]) for bent in again.document["bent"]] == [(YOUNG, 0)]
    assert engine.verify(queries.proof_of(again)) == ()


def test_everybody_gives_their_place_back(cast) -> None:
    opportunity, coordinator = ready(cast, 4), cast.actor("coordinator")
    drawn(cast, opportunity)
    for place in Place.objects.filter(opportunity=opportunity):
        answer(cast, place, services.decline_place)
    services.offer_to_everybody(opportunity=opportunity, roles=ROLES, by=coordinator)
    for place in Place.objects.filter(opportunity=opportunity, state="offered"):
        answer(cast, place, services.decline_place)
    with pytest.raises(Refused, match="Nobody is left"):
        sealed(cast, opportunity)


def test_the_seat_of_somebody_who_left_in_between_stays_empty(cast) -> None:
    opportunity, coordinator = ready(cast, 6), cast.actor("coordinator")
    draw = numbered(cast, sealed(cast, opportunity))
    for interest in Interest.objects.filter(opportunity=opportunity):
        who = next(key for key, person in cast.people.items() if person.pk == interest.person_id)
        services.withdraw_interest(interest=interest, by=cast.actor(who))
    services.reveal_draw(draw=draw, by=coordinator)
    assert not Place.objects.filter(opportunity=opportunity).exists()
    assert queries.outlook(opportunity, days(0)).empty == 2


# Forgetting


def test_forgotten_the_code_stays_and_the_person_goes(cast) -> None:
    draw = drawn(cast, ready(cast, 6, young=3))
    entry = draw.entries.get(person=cast.people["p00"])
    assert entry.answers
    taken = personal.export(cast.people["p00"].pk)["draws"]
    assert [each["my_code"] for each in taken] == [entry.code]
    personal.erase(cast.people["p00"].pk, cast.actor("coordinator"))
    entry.refresh_from_db()
    assert (entry.person, entry.answers, entry.turns) == (None, "", 0)
    assert entry.code in json.dumps(draw.document)
    assert engine.verify(queries.proof_of(draw)) == ()


def test_the_answers_go_when_it_is_over(cast) -> None:
    opportunity = ready(cast, 6, young=3)
    drawn(cast, opportunity)
    services.cancel(opportunity=opportunity, by=cast.actor("coordinator"))
    assert set(DrawEntry.objects.values_list("answers", flat=True)) == {""}


# The year


def test_how_a_year_is_shared_out(cast) -> None:
    opportunity = ready(cast, 12)
    for who, times in (("p00", 3), ("p01", 1)):
        for _ in range(times):
            make.place(cast, who, make.opportunity(cast), answered_on=days(-30))
    found = queries.shared_out(cast.actor("board"), days(0))
    assert (found.people, found.seats, found.none, found.usual, found.most) == (12, 4, 10, 0, 3)
    assert (found.busiest, found.busiest_seats, found.busiest_in_100) == (2, 4, 100)
    assert opportunity.state == "closed"
    first = queries.turns_by_person(cast.actor("coordinator"), days(0))
    assert [len(each.days) for each in first[-2:]] == [1, 3]


def test_taken_back_during_a_draw_the_answers_go_and_the_tickets_stand(cast) -> None:
    opportunity = ready(cast, 6, young=3)
    draw = sealed(cast, opportunity)
    mine = Interest.objects.get(person=cast.people["p00"])
    services.withdraw_interest(interest=mine, by=cast.actor("p00"))
    assert draw.entries.get(person=cast.people["p00"]).answers == ""
    assert draw.entries.get(person=cast.people["p01"]).answers
    done = services.reveal_draw(draw=numbered(cast, draw), by=cast.actor("coordinator"))
    assert engine.verify(queries.proof_of(done)) == ()
