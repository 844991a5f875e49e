"""A body has not decided while its seats for lived experience are empty, unless somebody who may waives that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.decisions import queries, services
from alongside.decisions.models import DECIDED, Decision, Forum, SeatWaiver
from alongside.decisions.taking import NOT_WAIVED, Waived
from tests import make
from tests.cast import Cast

from . import factories

As = Callable[[str], Client]


@pytest.fixture
def board(cast: Cast) -> Forum:
    """Two seats for lived experience, one of them empty, and one of another kind that nobody holds."""
    at = factories.forum(cast)
    factories.holder(factories.seat(at), person=cast.people["cora"])
    factories.seat(at)
    factories.seat(at, lived_experience=False)
    return at


@pytest.fixture
def decision(cast: Cast, board: Forum) -> Decision:
    return make.decision(cast, kind=cast.kinds["policy"], forum=board)


def test_it_has_not_decided_with_a_seat_empty(cast: Cast, decision: Decision) -> None:
    for who in ("coordinator", "board", "manager"):
        with pytest.raises(Refused) as refused:
            factories.decided(cast, decision, who)
        assert refused.value.field == "waiver_reason"
    decision.refresh_from_db()
    assert decision.state == "planned" and not SeatWaiver.objects.exists()


@pytest.mark.parametrize(("who", "may"), [("coordinator", True), ("board", True), ("manager", False)])
def test_who_may_waive_it(cast: Cast, decision: Decision, who: str, may: bool) -> None:
    waived = Waived("The bank wanted an answer that day.")
    if not may:
        with pytest.raises(Refused):
            factories.decided(cast, decision, who, waived=waived)
        return
    factories.decided(cast, decision, who, waived=waived)
    row = SeatWaiver.objects.get()
    assert (row.seats, row.empty, row.reason) == (2, 1, waived.reason)
    assert row.allowed_by == cast.users[who] and row.forum == decision.forum
    assert Event.objects.filter(name="outcome_recorded").count() == 1


def test_somebody_else_may_be_named_if_they_may(cast: Cast, decision: Decision) -> None:
    with pytest.raises(Refused):
        factories.decided(cast, decision, waived=Waived("It rained.", cast.users["manager"].pk))
    factories.decided(cast, decision, waived=Waived("It rained.", cast.users["board"].pk))
    assert SeatWaiver.objects.get().who_allowed == "Trustee"


@pytest.mark.parametrize("waived", [NOT_WAIVED, Waived("Not needed.")])
def test_with_all_of_them_held_nothing_is_waived(cast: Cast, decision: Decision, board: Forum, waived: Waived) -> None:
    empty = queries.vacancies([queries.body_of(board, make.days(0))])
    for each in empty:
        if each.seat.lived_experience:
            factories.holder(each.seat, person=cast.people["dev"])
    factories.decided(cast, decision, waived=waived)
    assert not SeatWaiver.objects.exists()


def test_it_is_judged_by_the_day_it_was_decided(cast: Cast, decision: Decision, board: Forum) -> None:
    empty = next(e.seat for e in queries.body_of(board, make.days(0)).seats if e.seat.lived_experience and not e.held)
    factories.holder(empty, person=cast.people["dev"], since=make.days(-2))
    with pytest.raises(Refused):
        factories.decided(cast, decision, decided_on=make.days(-3))
    factories.decided(cast, decision, decided_on=make.days(-2))


def test_a_body_without_such_seats_is_not_stopped_here(cast: Cast) -> None:
    at = factories.forum(cast)
    factories.seat(at, lived_experience=False)
    factories.decided(cast, make.decision(cast, kind=cast.kinds["policy"], forum=at))
    assert not SeatWaiver.objects.exists()


def test_one_that_is_opened_again_keeps_its_waiver_and_needs_another(cast: Cast, decision: Decision) -> None:
    done = factories.decided(cast, decision, waived=Waived("It rained."))
    by = cast.actor("coordinator")
    again = services.reopen_decision(decision=done, reason="A mistake.", seen=done.version, by=by)
    with pytest.raises(Refused):
        factories.decided(cast, again)
    factories.decided(cast, again, waived=Waived("It rained again."))
    assert [row.reason for row in queries.waivers_of(again)] == ["It rained.", "It rained again."]


def test_a_body_that_once_decided_so_cannot_be_taken_off(cast: Cast, decision: Decision) -> None:
    done = factories.decided(cast, decision, waived=Waived("It rained."))
    by = cast.actor("coordinator")
    again = services.reopen_decision(decision=done, reason="A mistake.", seen=done.version, by=by)
    with pytest.raises(Refused):
        services.change_decision(decision=again, forum=None, seen=again.version, by=by)


def test_the_database_wants_a_reason_and_empty_seats(cast: Cast, decision: Decision) -> None:
    fine = {
        "organisation": cast.org,
        "decision": decision,
        "forum": decision.forum,
        "seats": 2,
        "empty": 1,
        "reason": "It rained.",
        "allowed_by": cast.users["board"],
    }
    for wrong in ({"reason": ""}, {"empty": 0}, {"empty": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SeatWaiver.objects.create(**{**fine, **wrong})


def test_the_pages_say_so_by_name(cast: Cast, client_as: As, decision: Decision) -> None:
    factories.decided(cast, decision, "board", waived=Waived("The bank wanted an answer."))
    for who, url in (
        ("board", "/harbour/board/"),
        ("staff", f"/harbour/decisions/{decision.code}/"),
        ("manager", "/harbour/seats/waivers/"),
        ("finance", "/harbour/seats/waivers/"),
    ):
        page = client_as(who).get(url).content.decode()
        seen = who != "manager"  # of another team
        assert ("The bank wanted an answer." in page) == seen or who == "manager", url
        assert "Trustee" in page or who == "manager", url
    assert "1 time this year." in client_as("board").get("/harbour/board/").content.decode()


def test_the_outcome_page_asks_for_it_of_those_who_may(cast: Cast, client_as: As, decision: Decision) -> None:
    url = f"/harbour/decisions/{decision.code}/outcome/"
    told = "of its seats for lived experience was empty on that day"
    for who, asked in (("coordinator", True), ("manager", False)):
        page = client_as(who).get(url).content.decode()
        assert told in page and ("waiver_reason" in page) == asked
    said: dict[str, Any] = {
        "outcome": "Yes.",
        "reason": "It helps.",
        "decided_on": make.days(0).isoformat(),
        "seen": decision.version,
    }
    alma = client_as("coordinator")
    assert alma.post(url, said).status_code == 422
    said |= {"waiver_reason": "It rained.", "waived_by": cast.users["board"].code}
    assert alma.post(url, said).status_code == 303
    decision.refresh_from_db()
    assert decision.state == DECIDED and SeatWaiver.objects.get().allowed_by == cast.users["board"]


def test_the_body_stands_in_the_form_and_on_the_page(cast: Cast, client_as: As, board: Forum) -> None:
    alma, code = client_as("coordinator"), board.code
    assert board.name in alma.get("/harbour/decisions/new/").content.decode()
    said = {"title": "Dogs", "kind": "policy", "unit": cast.units["board"].code, "forum": code}
    said |= {"trigger": "planned", "audience": "contributors"}
    page = alma.post("/harbour/decisions/new/", said)["Location"]
    assert Decision.objects.get().forum == board
    assert f"/harbour/seats/{code}/" in alma.get(page).content.decode()


def test_a_body_of_another_organisation_is_not_taken(cast: Cast) -> None:
    elsewhere = factories.forum(cast, organisation=cast.other, unit=cast.units["elsewhere"])
    with pytest.raises(Refused) as refused:
        services.change_decision(decision=make.decision(cast), seen=1, forum=elsewhere, by=cast.actor("coordinator"))
    assert refused.value.field == "forum"


COLUMNS = ("Title", "Kind", "Unit", "Due", "Body")


def test_an_import_may_name_the_body(bring: Any, board: Forum) -> None:
    from .importing import table

    rows = [("Dogs", "Policy", "Board", "27/03/2027", board.name.upper()), ("Cats", "Policy", "Board", "", "")]
    assert bring(table(*rows, columns=COLUMNS)).problems == []
    assert [row.forum for row in Decision.objects.order_by("-title")] == [board, None]


def test_what_an_import_may_not_say_about_a_body(bring: Any, board: Forum) -> None:
    from .importing import table

    past = make.days(-1).strftime("%d/%m/%Y")
    columns = (*COLUMNS, "Decided")
    rows = [("A", "Policy", "Board", "", "Nobody", ""), ("B", "Policy", "Board", "", board.name, past)]
    problems = bring(table(*rows, columns=columns)).problems
    assert [(each.row, each.column) for each in problems] == [(2, "Body"), (3, "Body")]
    assert not Decision.objects.exists()
