from __future__ import annotations

from datetime import date

import pytest

from alongside.core.errors import Refused
from alongside.decisions import rules
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.decisions.services.seats import end_of_term
from alongside.people.models import Person
from tests.cast import Cast

TODAY = date(2026, 11, 23)
WHO = ("cora", "staff", "manager", "coordinator", "board", "finance", "administrator", "stranger", "public")


@pytest.mark.parametrize("who", WHO)
def test_who_keeps_seats(cast: Cast, who: str) -> None:
    at = Forum(organisation=cast.org, name="Board", kind="board", unit=cast.units["board"])
    assert rules.can_keep_seats(cast.actor(who), at) == (who == "coordinator")


@pytest.mark.parametrize("who", WHO)
def test_who_sees_seats(cast: Cast, who: str) -> None:
    assert rules.may_see_seats(cast.actor(who)) == (who not in {"public"})


@pytest.mark.parametrize("who", WHO)
def test_who_sees_names(cast: Cast, who: str) -> None:
    assert rules.may_see_holders(cast.actor(who)) == (who in {"coordinator", "stranger"})


def said(**values) -> dict:
    return {
        "capacity": "member",
        "voting": True,
        "lived_experience": True,
        "filled_by": "election",
        "term_months": 24,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"capacity": "observer"}, "voting"),
        ({"filled_by": "appointed"}, "filled_by"),
        ({"term_months": 0}, "term_months"),
        ({"term_months": 121}, "term_months"),
    ],
)
def test_what_no_seat_may_be(values: dict, field: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.check_seat(**said(**values))
    assert refused.value.field == field


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"capacity": "observer", "voting": False},
        {"lived_experience": False, "filled_by": "appointed"},
        {"term_months": None},
    ],
)
def test_what_a_seat_may_be(values: dict) -> None:
    rules.check_seat(**said(**values))


@pytest.mark.parametrize(
    ("seats", "reason", "fine"), [(0, "", True), (1, "", False), (1, " ", False), (1, "The law.", True), (2, "", True)]
)
def test_one_alone_needs_a_reason(seats: int, reason: str, fine: bool) -> None:
    assert rules.allows(rules.check_not_lone, seats, reason) == fine


@pytest.mark.parametrize(
    ("lived", "values", "fine"),
    [
        (True, {"person": Person(organisation_id=1, state="active")}, True),
        (True, {"name": "Olu Gbeho"}, True),
        (True, {"user_id": 3}, False),  # somebody who sits there as staff
        (False, {"user_id": 3}, True),
        (True, {}, False),
        (True, {"name": "  "}, False),
        (True, {"person": Person(organisation_id=1, state="active"), "name": "Olu"}, False),
        (True, {"person": Person(organisation_id=2, state="active")}, False),
        (True, {"person": Person(organisation_id=1, state="left")}, False),
        (True, {"person": Person(organisation_id=1, state="active", erased_on=TODAY)}, False),
    ],
)
def test_who_may_hold_a_seat(lived: bool, values: dict, fine: bool) -> None:
    of = Seat(organisation_id=1, lived_experience=lived)

    def check() -> None:
        rules.check_holder(of, **{"person": None, "user_id": None, "name": "", **values})

    assert rules.allows(check) == fine


@pytest.mark.parametrize(
    ("since", "until", "fine"),
    [
        (date(2026, 11, 23), None, True),
        (date(2026, 6, 1), date(2027, 6, 1), True),
        (date(2026, 5, 31), None, False),  # somebody still held it
        (date(2025, 12, 31), None, False),  # before there was such a seat
        (date(2026, 11, 24), None, False),
        (date(2026, 11, 1), date(2026, 11, 1), False),
    ],
)
def test_days_of_a_term(since: date, until: date | None, fine: bool) -> None:
    of = Seat(since=date(2026, 1, 1))
    before = SeatHolder(since=date(2026, 1, 1), until=date(2026, 6, 1))
    assert rules.allows(rules.check_term, of, [before], since, until, TODAY) == fine


@pytest.mark.parametrize(
    ("since", "months", "until"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 15), None, None),
    ],
)
def test_when_a_term_runs_out(since: date, months: int | None, until: date | None) -> None:
    assert end_of_term(Seat(term_months=months), since) == until


@pytest.mark.parametrize(
    ("until", "ended", "day", "holds"),
    [
        (None, None, date(2030, 1, 1), True),
        (date(2026, 6, 1), None, date(2026, 5, 31), True),
        (date(2026, 6, 1), None, date(2026, 6, 1), False),
        (date(2026, 6, 1), date(2026, 3, 1), date(2026, 3, 1), False),
        (None, None, date(2025, 12, 31), False),
    ],
)
def test_on_which_days_somebody_holds_it(until: date | None, ended: date | None, day: date, holds: bool) -> None:
    assert SeatHolder(since=date(2026, 1, 1), until=until, ended_on=ended).holds_on(day) == holds
