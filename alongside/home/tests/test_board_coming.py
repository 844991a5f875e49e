"""What a board member needs before a meeting stands on the board's page: where they sit next, what has nobody in it
yet, what is disputed."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.candour.tests.claiming import claimed
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.involvement.models import Meeting, Paper
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def read(client_as: Any, who: str) -> str:
    return str(client_as(who).get("/harbour/board/").content.decode())


@pytest.fixture
def session(cast: Cast) -> Meeting:
    """Of what the board decides, in which Bea sits."""
    forum = Forum.objects.create(organisation=cast.org, name="The board", kind="board", unit=cast.units["board"])
    seat = Seat.objects.create(
        organisation=cast.org, forum=forum, capacity="trustee", filled_by="appointed", since=make.days(-90)
    )
    SeatHolder.objects.create(
        organisation=cast.org, seat=seat, user=cast.users["board"], filled_by="appointed", since=make.days(-90)
    )
    at = make.opportunity(cast, make.decision(cast, title="The five aims", forum=forum))
    return make.meeting(cast, at, on=make.days(9), title="A day about the aims")


def test_where_they_sit_next_and_its_papers(cast: Cast, client_as: Any, session: Meeting) -> None:
    shown = read(client_as, "board")
    assert "The board: A day about the aims" in shown and "No papers yet" in shown
    Paper.objects.create(meeting=session, title="Aims", sent_on=make.days(-1))
    Paper.objects.create(meeting=session, title="Money")
    assert "1 of 2 papers are out" in read(client_as, "board")
    assert "The board: A day about the aims" not in read(client_as, "coordinator")  # has no seat there
    SeatHolder.objects.update(until=make.days(0))
    assert "The board: A day about the aims" not in read(client_as, "board")


def test_reserved_decisions_without_people_come_first(cast: Cast, client_as: Any) -> None:
    make.decision(cast, title="Who runs the crisis line", due_on=make.days(20))
    shown = read(client_as, "board")
    assert "Reserved decisions not yet with people" in shown and "Who runs the crisis line" in shown
    assert shown.index("Who runs the crisis line") < shown.index("Reserved decisions taken without people")


def test_a_disputed_claim_is_among_the_disputes(cast: Cast, client_as: Any) -> None:
    story = claimed(cast, "cora", "dev")
    assert "somebody who was there says that it is not true" not in read(client_as, "board")
    story.dispute("dev", words="We were told.")
    shown = read(client_as, "board")
    assert "somebody who was there says that it is not true" in shown and story.text.text in shown


def test_the_pack_is_one_step_away_for_those_who_see_the_whole(cast: Cast, client_as: Any) -> None:
    assert "/harbour/packs/" in read(client_as, "board") and "/harbour/packs/" not in read(client_as, "manager")
