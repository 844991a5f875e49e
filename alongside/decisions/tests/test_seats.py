"""Bodies, seats and terms, against the database."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.audit.models import Event
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import personal, queries, services
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.home.services import forgetting
from alongside.people.models import Consent, Person
from alongside.post.models import Message
from tests import make
from tests.cast import Cast

from . import factories

ALIKE: dict[str, Any] = {"capacity": "member", "voting": True, "lived_experience": True, "filled_by": "election"}


@pytest.fixture
def board(cast: Cast) -> Forum:
    return factories.forum(cast)


def happened(name: str) -> int:
    return Event.objects.filter(name=name).count()


def test_a_body_is_made_and_changed(cast: Cast) -> None:
    by = cast.actor("coordinator")
    made = services.make_forum(name=" Quality group ", kind="group", unit=cast.units["services"], by=by)
    assert (made.name, made.standing) == ("Quality group", True)
    services.change_forum(forum=made, seen=1, by=by, standing=False, ends_on=make.days(60))
    made.refresh_from_db()
    assert (made.standing, made.ends_on, made.version) == (False, make.days(60), 2)
    assert (happened("forum_made"), happened("forum_changed")) == (1, 1)


def test_what_a_body_may_not_be(cast: Cast, board: Forum) -> None:
    by = cast.actor("coordinator")
    fine: dict[str, Any] = {"name": "A", "kind": "group", "unit": cast.units["board"], "by": by}
    for wrong, field in (
        ({"name": "  "}, "name"),
        ({"name": board.name}, "name"),
        ({"standing": False}, "ends_on"),
        ({"unit": cast.units["elsewhere"]}, "unit"),
        ({"by": cast.actor("board")}, None),
        ({"by": cast.actor("cora")}, None),
    ):
        with pytest.raises(Refused) as refused:
            services.make_forum(**{**fine, **wrong})
        assert refused.value.field == field
    assert Forum.objects.count() == 1


def test_two_who_change_a_body_at_once(cast: Cast, board: Forum) -> None:
    by = cast.actor("coordinator")
    services.change_forum(forum=board, seen=1, by=by, decides="Everything.")
    with pytest.raises(Refused) as refused:
        services.change_forum(forum=board, seen=1, by=by, decides="Nothing.")
    assert refused.value.field == "seen"


def test_a_body_elsewhere_does_not_exist(cast: Cast, board: Forum) -> None:
    with pytest.raises(NotYours):
        services.add_seats(forum=board, by=cast.actor("stranger"), **ALIKE)
    with pytest.raises(NotYours):
        queries.forum_for(cast.actor("stranger"), board.code)


def test_two_seats_are_added_and_show_as_empty(cast: Cast, board: Forum) -> None:
    services.add_seats(forum=board, number=2, by=cast.actor("coordinator"), since=make.days(-30), **ALIKE)
    found = queries.body_of(board, make.days(0))
    assert (len(found.seats), found.filled, found.lived.seats, found.lived.empty) == (2, 0, 2, 2)
    assert [each.days_empty for each in found.seats] == [30, 30]
    assert happened("seats_added") == 1


def test_one_seat_alone_needs_a_reason_that_is_kept(cast: Cast, board: Forum) -> None:
    by = cast.actor("coordinator")
    with pytest.raises(Refused) as refused:
        services.add_seats(forum=board, by=by, **ALIKE)
    assert refused.value.field == "lone_reason" and not Seat.objects.exists()
    services.add_seats(forum=board, by=by, lone_reason="The articles allow one.", **ALIKE)
    board.refresh_from_db()
    assert board.lone_reason == "The articles allow one." and queries.lived_seats(board, make.days(0)).lone
    services.add_seats(forum=board, by=by, **ALIKE)  # the second needs none
    assert not queries.lived_seats(board, make.days(0)).lone


def test_closing_all_but_one_needs_a_reason_too(cast: Cast, board: Forum) -> None:
    by, first, second = cast.actor("coordinator"), factories.seat(board), factories.seat(board)
    with pytest.raises(Refused):
        services.close_seat(seat=first, by=by)
    services.close_seat(seat=first, by=by, lone_reason="Two could not be found.")
    assert [each.seat for each in queries.body_of(board, make.days(0)).seats] == [second]
    with pytest.raises(Refused):
        services.close_seat(seat=first, by=by)
    assert happened("seat_closed") == 1


def test_somebody_takes_a_seat_and_is_told(cast: Cast, board: Forum) -> None:
    of = factories.seat(board, term_months=24)
    by = cast.actor("coordinator")
    term = services.fill_seat(seat=of, person=cast.people["cora"], filled_by="nomination", since=make.days(-1), by=by)
    assert term.until and (term.until - term.since).days in {730, 731}
    assert Message.objects.get().to_person == cast.people["cora"].pk and happened("seat_filled") == 1
    found = queries.body_of(board, make.days(0))
    assert found.filled == 1 and found.seats[0].holder == term
    with pytest.raises(Refused):
        services.fill_seat(seat=of, person=cast.people["dev"], filled_by="draw", since=make.days(0), by=by)


def test_a_term_that_ran_out_leaves_the_seat_empty_since_then(cast: Cast, board: Forum) -> None:
    of = factories.seat(board)
    before = factories.holder(of, person=cast.people["cora"], until=make.days(-9))
    assert queries.body_of(board, make.days(0)).seats[0].days_empty == 9
    services.fill_seat(
        seat=of, person=cast.people["dev"], filled_by="election", since=make.days(-2), by=cast.actor("coordinator")
    )
    before.refresh_from_db()
    assert before.ended_on == make.days(-9) and before.until == make.days(-9)
    assert [term.person_id for term in queries.terms_of(of)] == [cast.people["dev"].pk, cast.people["cora"].pk]


def test_whoever_holds_it_may_leave_without_a_reason(cast: Cast, board: Forum) -> None:
    of = factories.seat(board)
    term = factories.holder(of, person=cast.people["cora"])
    with pytest.raises(Refused):
        services.end_term(holder=term, on=make.days(0), by=cast.actor("dev"))
    services.end_term(holder=term, on=make.days(-3), by=cast.actor("cora"))
    found = queries.body_of(board, make.days(0)).seats[0]
    assert (found.held, found.days_empty, happened("term_ended")) == (False, 3, 1)
    assert not Message.objects.exists()  # she knows
    with pytest.raises(Refused):
        services.end_term(holder=term, on=make.days(0), by=cast.actor("cora"))


@pytest.mark.parametrize("day", [-51, 1])
def test_days_on_which_a_term_cannot_end(cast: Cast, board: Forum, day: int) -> None:
    term = factories.holder(factories.seat(board), person=cast.people["cora"])
    with pytest.raises(Refused) as refused:
        services.end_term(holder=term, on=make.days(day), by=cast.actor("coordinator"))
    assert refused.value.field == "on"


def test_the_database_holds_one_holder_for_each_seat(cast: Cast, board: Forum) -> None:
    of = factories.seat(board)
    factories.holder(of, person=cast.people["cora"])
    wrong: list[dict[str, Any]] = [
        {"person": cast.people["dev"]},
        {"person": cast.people["dev"], "user": cast.users["staff"], "ended_on": make.days(0)},
        {"name": "Olu", "until": make.days(-50), "ended_on": make.days(-50)},
    ]
    for values in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.holder(of, **values)


@pytest.mark.parametrize(
    "values", [{"filled_by": "appointed"}, {"capacity": "observer"}, {"term_months": 0}, {"closed_on": make.days(-101)}]
)
def test_the_database_knows_what_no_seat_may_be(cast: Cast, board: Forum, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.seat(board, **values)


def test_a_name_from_outside_can_be_taken_out_once_they_left(cast: Cast, board: Forum) -> None:
    by, term = cast.actor("coordinator"), factories.holder(factories.seat(board), name="Olu Gbeho")
    with pytest.raises(Refused):
        services.take_name_out(holder=term, by=by)
    services.end_term(holder=term, on=make.days(0), by=by)
    services.take_name_out(holder=term, by=by)
    term.refresh_from_db()
    assert term.name == "" and happened("seat_name_taken_out") == 1


def test_who_reads_which_name(cast: Cast, board: Forum) -> None:
    terms = [
        factories.holder(factories.seat(board), person=cast.people["cora"]),
        factories.holder(factories.seat(board), person=cast.people["dev"]),
        factories.holder(factories.seat(board), name="Olu Gbeho"),
        factories.holder(factories.seat(board, lived_experience=False), user=cast.users["board"]),
    ]

    def read(who: str) -> list[str]:
        names = queries.names_of(cast.actor(who), terms)
        return [names[term.pk] for term in terms]

    assert read("coordinator") == ["Cora", "Dev", "Olu Gbeho", "Bea Lindqvist"]
    assert read("board") == ["", "", "", "Trustee"]
    assert read("cora") == ["You", "", "", "Trustee"]
    Consent.objects.create(person=cast.people["dev"], purpose="credit", wording="Yes.", given_on=make.days(-1))
    assert read("board") == ["", "Dev", "", "Trustee"]


def test_empty_seats_come_longest_first_and_those_of_what_is_over_are_none(cast: Cast, board: Forum) -> None:
    over = factories.forum(cast, name="Over", standing=False, ends_on=make.days(-1))
    factories.seat(over)
    young, old = factories.seat(board, since=make.days(-3)), factories.seat(board, since=make.days(-90))
    found = queries.vacancies(queries.bodies(cast.actor("cora"), make.days(0)))
    assert [each.seat for each in found] == [old, young]


def test_empty_seats_are_the_same_however_they_are_asked_for(cast: Cast, board: Forum) -> None:
    """One by one for a body's page, all in one query for the desk."""
    for number, term in enumerate(
        (
            None,
            {"until": make.days(-9), "ended_on": make.days(-9)},
            {"until": make.days(-9)},
            {"ended_on": make.days(0)},
            {"until": make.days(9), "ended_on": make.days(-4)},
            {"until": make.days(9)},
            {},
        )
    ):
        of = factories.seat(board, lived_experience=bool(number % 2), filled_by="draw")
        if term is not None:
            factories.holder(of, name="Olu", **term)
    factories.seat(board, closed_on=make.days(0))
    factories.seat(factories.forum(cast, standing=False, ends_on=make.days(-1)))
    actor, today = cast.actor("board"), make.days(0)
    found = queries.vacancies_for(actor, today)
    slowly = queries.vacancies(queries.bodies(actor, today))
    assert {(each.seat.pk, each.days_empty) for each in found} == {(each.seat.pk, each.days_empty) for each in slowly}
    assert len(found) == 5 and [each.seat.lived_experience for each in found] == [True] * 2 + [False] * 3
    assert queries.vacancies_for(cast.actor("stranger"), today) == []


def test_alone_without_the_others(cast: Cast, board: Forum) -> None:
    factories.holder(factories.seat(board), person=cast.people["cora"])
    assert not queries.lived_seats(board, make.days(0)).alone
    factories.seat(board)
    assert queries.lived_seats(board, make.days(0)).alone


def test_forgotten_and_the_seat_is_empty_but_was_held(cast: Cast, board: Forum) -> None:
    of = factories.seat(board)
    factories.holder(of, person=cast.people["cora"])
    assert personal.export(cast.people["cora"].pk)["seats"][0]["body"] == board.name
    by = cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.PHONE)
    forgetting.forget(person=cast.people["cora"], by=by)
    assert queries.body_of(board, make.days(0)).filled == 0
    [term] = queries.terms_of(of)
    names = queries.names_of(cast.actor("coordinator"), [term])
    assert "Cora" not in names[term.pk] and SeatHolder.objects.count() == 1
    assert Person.objects.get(pk=term.person_id).erased_on


@pytest.mark.parametrize("words", ["Cora Whitlock", "cora"])
def test_somebody_is_found_by_name(cast: Cast, words: str) -> None:
    from alongside.people.services.register import keep_tokens

    for person in cast.people.values():
        keep_tokens(person)
    by = cast.actor("coordinator")
    assert queries.person_called(by, words) == cast.people["cora"]
    assert queries.person_called(by, cast.people["dev"].code) == cast.people["dev"]
    for unknown in ("Nobody", "", cast.people["dev"].code[:9]):
        with pytest.raises(Refused):
            queries.person_called(by, unknown)
    with pytest.raises(Refused):
        queries.person_called(cast.actor("staff"), words)
