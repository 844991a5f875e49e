"""What a board member needs before a meeting stands on the board's page: where they sit next, what has nobody in it
yet, what is disputed."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.candour.tests.claiming import claimed
from alongside.decisions.models import Forum, Seat, SeatHolder
from alongside.involvement.models import Meeting, Paper
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import said, told
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


def test_what_is_late_today_is_not_on_the_page_of_a_year_that_is_over(cast: Cast, client_as: Any) -> None:
    make.decision(cast, title="Who runs the crisis line", due_on=make.days(20))
    last = client_as("board").get(f"/harbour/board/?year={make.days(-366).year}").content.decode()
    assert "Reserved decisions taken without people" in last
    for now in ("Who runs the crisis line", "Where you sit next", "still owed an answer", "Disputes"):
        assert now not in last


def test_what_rose_to_the_board_is_told_once(cast: Cast, client_as: Any) -> None:
    rows = [said(cast, words=f"The light number {n} on the stairs is broken.") for n in range(11)]
    days = {"said_on": make.days(-100), "received_on": make.days(-100), "due_on": make.days(-60)}
    Contribution.objects.filter(pk__in=[row.pk for row in rows]).update(**days)
    Contribution.objects.filter(pk=rows[0].pk).update(board_since=make.days(-5))
    shown = read(client_as, "board")
    assert all(shown.count(f"The light number {n} on") == 1 for n in range(11))
    assert "What rose to the board stands above, and not here." in shown
    assert "All who have waited so long, here and above" in shown  # the list has all eleven
    listed = client_as("board").get("/harbour/voices/?age=over-12").content.decode()
    assert all(f"The light number {n} on" in listed for n in range(11))
    Contribution.objects.filter(pk__in=[row.pk for row in rows]).update(board_since=make.days(-5))
    assert "Nobody else: what rose to the board stands above." in read(client_as, "board")


def test_each_kind_of_dispute_leads_to_a_list_of_its_own(cast: Cast, client_as: Any) -> None:
    answer = told(cast, words="The light on the stairs is broken.")
    Contribution.objects.filter(pk=answer.pk).update(disputed=True)
    of = {"state": "lapsed", "what": "The ramp is mended"}
    change = make.changed(cast, make.contribution(cast, words="Mend the ramp."), since=make.days(-9), **of)
    shown = read(client_as, "board")
    for words, path in (
        ("The light on the stairs is broken.", "voices/?mark=open&state=all"),
        (change.what, "changes/?state=lapsed"),
    ):
        assert f'href="/harbour/{path}"'.replace("&", "&amp;") in shown
        assert words in client_as("board").get(f"/harbour/{path}").content.decode()
    assert "changes/?state=challenged" not in shown and "candour/claims/?stands" not in shown


def test_that_there_are_more_disputes_is_said(cast: Cast, client_as: Any) -> None:
    rows = [told(cast, words=f"The light number {n} on the stairs is broken.") for n in range(10)]
    Contribution.objects.filter(pk__in=[row.pk for row in rows]).update(disputed=True)
    assert "/harbour/voices/?mark=open&amp;state=all" in read(client_as, "board")
    listed = client_as("board").get("/harbour/voices/?mark=open&state=all").content.decode()
    assert all(f"The light number {n} on" in listed for n in range(10))
