"""Seats for lived experience as they were on a day, and terms on them, row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.audit.models import Event
from alongside.core.actor import Medium
from alongside.decisions import queries
from alongside.decisions.models import Forum, SeatHolder
from alongside.decisions.queries.seats_on_a_day import STANDING, lived_seats_on
from alongside.decisions.tables import LivedSeatTable
from alongside.home.services import forgetting
from alongside.people.models import Consent
from tests import make
from tests.cast import Cast

from . import factories

As = Callable[[str], Client]
LIVED, TERMS = "/harbour/seats/lived/", "/harbour/seats/terms/"


@pytest.fixture
def board(cast: Cast) -> Forum:
    """One seat held since a while, one that was given back, one that is new and was never held."""
    found = factories.forum(cast, name="Board")
    factories.holder(factories.seat(found, capacity="chair"), person=cast.people["dev"], since=make.days(-50))
    left = factories.seat(found, voting=False)
    factories.holder(left, person=cast.people["eoin"], since=make.days(-60), ended_on=make.days(-20))
    factories.seat(found, since=make.days(-10))
    factories.seat(found, lived_experience=False, filled_by="appointed")
    return found


def listed(client: Client, url: str) -> Any:
    response = client.get(url)
    assert response.status_code == 200
    return response.context["table"]


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("days", "standing", "seats"),
    [
        (0, "", [("-", 20), ("-", 10), ("dev", None)]),
        (0, "filled", [("dev", None)]),
        (0, "vacant", [("-", 20), ("-", 10)]),
        (0, "chairs", [("dev", None)]),
        (-20, "", [("-", 0), ("dev", None)]),  # not any more from that day on
        (-21, "", [("eoin", None), ("dev", None)]),
        (-21, "votes", [("dev", None)]),
        (-55, "", [("-", 45), ("eoin", None)]),
        (-55, "chairs", []),
        (-101, "", []),
    ],
)
def test_a_seat_on_a_day(cast: Cast, client_as: As, board: Forum, days: int, standing: str, seats: Any) -> None:
    table = listed(client_as("coordinator"), f"{LIVED}?on={make.days(days)}&standing={standing}")
    numbers = {term.pk: term.person_id for term in SeatHolder.objects.all()}
    names = {person.pk: name for name, person in cast.people.items()}
    found = [(names[numbers[row.term]] if row.term else "-", table.cell_days(row)) for row in table.pages.rows]
    assert found == seats
    assert len(table.keyset.numbers()) == len(seats)


TERM = st.tuples(st.integers(0, 30), st.integers(0, 30), st.booleans())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(terms=st.lists(TERM, max_size=3), last=st.booleans(), on=st.integers(0, 110))
def test_the_list_is_what_is_counted(cast: Cast, terms: list[tuple[int, int, bool]], last: bool, on: int) -> None:
    """Whatever happened on a seat: one after the other, with gaps or none, of no length, run out, still open."""
    first, at = date(2026, 1, 1), factories.forum(cast)
    then = first + timedelta(days=on)
    of = factories.seat(at, since=first)
    day = first
    for gap, length, ran_out in terms:
        since, day = day + timedelta(days=gap), day + timedelta(days=gap + length)
        until = day if ran_out and day > since else None
        factories.holder(of, person=cast.people["dev"], since=since, until=until, ended_on=day)
    if last:
        factories.holder(of, person=cast.people["noor"], since=day, until=day + timedelta(days=10))
    counted = lived_seats_on(Q(forum=at), then)
    rows = list(queries.lived_seats_for(cast.actor("board"), then).filter(forum=at))
    assert [row.held for row in rows] == [one.held for one in counted]
    for row, one in zip(rows, counted, strict=True):
        assert row.stood_since <= then and (row.held or row.stood_since == one.empty_since)
        term = next((term for term in SeatHolder.objects.filter(seat=row) if term.holds_on(then)), None)
        assert (row.term, row.stood_since if row.held else None) == ((term.pk, term.since) if term else (None, None))
    asked = queries.lived_seats_for(cast.actor("board"), then).filter(forum=at)
    assert {name: asked.filter(how).count() for name, how in STANDING.items()} == {
        "filled": sum(one.held for one in counted),
        "vacant": sum(not one.held for one in counted),
        "votes": sum(one.held and one.votes for one in counted),
        "chairs": sum(one.held and one.chairs for one in counted),
    }


def test_each_order_is_paged(cast: Cast, client_as: As, board: Forum, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LivedSeatTable, "page_size", 1)
    client = client_as("board")
    for column in LivedSeatTable.columns:
        if not column.keys:
            continue
        for sign in ("", "-"):
            table, seen = listed(client, f"{LIVED}?sort={sign}{column.name}"), []
            while True:
                seen += [row.pk for row in table.pages.rows]
                if not table.on_url:
                    break
                table = listed(client, f"{LIVED}{table.on_url}")
            assert seen == list(table.keyset.numbers()) and len(seen) == 3, (sign, column.name)


def test_terms_of_some_days(cast: Cast, client_as: As, board: Forum) -> None:
    client, days = client_as("board"), f"{make.days(-61)}--{make.days(-50)}"
    dev, eoin = (SeatHolder.objects.get(person=cast.people[who]) for who in ("dev", "eoin"))
    assert list(listed(client, TERMS).keyset.numbers()) == [dev.pk, eoin.pk]
    assert list(listed(client, f"{TERMS}?began={days}").keyset.numbers()) == [dev.pk, eoin.pk]
    assert list(listed(client, f"{TERMS}?over={make.days(-20)}--{make.days(-20)}").keyset.numbers()) == [eoin.pk]
    page = text(client.get(f"{TERMS}?over={days}"))
    assert "In these days there was no such term." in page and "Those that were over on a day from" in page


def test_names_are_for_those_who_read_them_on_the_page_of_a_seat(cast: Cast, client_as: As, board: Forum) -> None:
    Consent.objects.create(person=cast.people["eoin"], purpose="credit", wording="Yes.", given_on=make.days(-1))
    factories.holder(factories.seat(board), person=cast.people["cora"])
    dev, eoin = cast.people["dev"].known_as, cast.people["eoin"].known_as
    for url in (f"{LIVED}?on={make.days(-30)}", TERMS):
        page = {who: text(client_as(who).get(url)) for who in ("coordinator", "board", "cora")}
        assert [dev in page[who] for who in page] == [True, False, False]
        assert all(eoin in page[who] for who in page)  # they allow it
        assert ">You<" in page["cora"] and ">You<" not in page["board"]


def test_whoever_is_forgotten_is_nowhere(cast: Cast, client_as: As, board: Forum) -> None:
    dev = cast.people["dev"]
    name = dev.known_as
    forgetting.forget(person=dev, by=cast.actor("coordinator").for_person(dev.pk, Medium.PHONE))
    for url in (LIVED, f"{LIVED}?on={make.days(-30)}", TERMS):
        for who in ("coordinator", "board"):
            assert name not in text(client_as(who).get(url))
            assert name not in b"".join(client_as(who).get(f"{url}{'&' if '?' in url else '?'}file=csv")).decode()


def test_a_file_has_names_only_for_those_who_read_them_and_is_written_down(
    cast: Cast, client_as: As, board: Forum
) -> None:
    name, before = cast.people["dev"].known_as, Event.objects.filter(name="list_taken").count()
    taken = {
        who: b"".join(client_as(who).get(f"{LIVED}?on={make.days(-30)}&file=csv")).decode()
        for who in ("coordinator", "board")
    }
    assert name in taken["coordinator"] and name not in taken["board"] and "Vacant" not in taken["board"]
    assert Event.objects.filter(name="list_taken").count() == before + 2


BAD = ("x", "2026-02-30", "x%00", "2999-01-01", "31.10.2026", "--")


@pytest.mark.parametrize("day", BAD)
def test_a_day_that_is_none_or_still_to_come_says_so(cast: Cast, client_as: As, board: Forum, day: str) -> None:
    response = client_as("board").get(f"{LIVED}?on={day}")
    page = text(response)
    assert "Seats for lived experience today" in page and "It was left out" in page
    assert len(response.context["table"].keyset.numbers()) == 3 and not response.context["table"].chosen


@pytest.mark.parametrize(
    "asked",
    [
        "standing=x",
        "part=x",
        "part={elsewhere}.2026-10-31",
        "part=%00.%00",
        "level=x",
        "kind=x",
        "period=x",
        "period=x%00",
    ],
)
def test_what_is_no_choice_narrows_nothing(cast: Cast, client_as: As, board: Forum, asked: str) -> None:
    units = {name: unit.code for name, unit in cast.units.items()}
    response = client_as("board").get(f"{LIVED}?{asked.format(**units)}")
    assert len(response.context["table"].keyset.numbers()) == 3 and "It was left out" in text(response)


def test_a_page_says_of_which_day_it_is_and_leads_back(cast: Cast, client_as: As, board: Forum) -> None:
    client = client_as("board")
    page = text(client.get(f"{LIVED}?on=2020-01-31"))
    assert (
        "Seats for lived experience on 31 January 2020" in page and "There was no such seat on 31 January 2020." in page
    )
    assert 'href="./">Seats for lived experience today' in page and 'href="/harbour/seats/"' in page
    assert 'href="./"' not in text(client.get(LIVED))
    seats = text(client.get("/harbour/seats/"))
    assert 'href="lived/"' in seats and 'href="terms/"' in seats


def test_what_was_never_kept_has_a_sentence(cast: Cast, client_as: As) -> None:
    client = client_as("board")
    assert "No seat is kept for lived experience yet." in text(client.get(LIVED))
    assert "Nobody has held a seat for lived experience yet." in text(client.get(TERMS))


def test_the_seats_of_others_are_not_there(cast: Cast, client_as: As, board: Forum) -> None:
    elsewhere = Forum.objects.create(organisation=cast.other, name="B", kind="board", unit=cast.units["elsewhere"])
    factories.holder(factories.seat(elsewhere), name="Somebody Else")
    client = client_as("board")
    assert len(listed(client, LIVED).keyset.numbers()) == 3
    assert len(listed(client, TERMS).keyset.numbers()) == 2


def test_a_contributor_finds_no_body_by_a_decision_that_is_not_shown_to_them(
    cast: Cast, client_as: As, board: Forum
) -> None:
    decided = make.decision(cast, forum=board, due_on=make.days(3), audience="staff")
    asked = f"{LIVED}?level={decided.unit.level}&kind={decided.kind.slug}"
    assert len(listed(client_as("board"), asked).keyset.numbers()) == 3
    assert not listed(client_as("cora"), asked).keyset.numbers()


@pytest.mark.parametrize("who", ["coordinator", "board", "manager", "cora"])
def test_the_lists_ask_the_database_seldom(
    cast: Cast, client_as: As, board: Forum, who: str, django_assert_max_num_queries: Any
) -> None:
    for _number in range(20):
        factories.holder(factories.seat(board), person=cast.people["noor"])
    make.decision(cast, forum=board, due_on=make.days(0))
    client, part = client_as(who), f"part={cast.units['board'].code}.{make.days(-3)}"
    for url in (f"{LIVED}?on={make.days(-3)}&{part}", f"{LIVED}?level=team&kind=policy&{part}", f"{TERMS}?{part}"):
        with django_assert_max_num_queries(15):
            assert listed(client, url).chosen
