"""Each figure against rows, one edge after the other; and that there is one way of counting each."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.core import periods
from alongside.decisions.models import Forum, Seat, SeatHolder, TakenWithout
from alongside.involvement.models import AgendaItem, Arrangement, Meeting
from alongside.organisation.queries import settings_of
from alongside.people.models import Training, TrainingDone
from alongside.reports import figure_words, queries
from alongside.reports.queries import Scope
from alongside.reports.queries.figures import GROUPS
from alongside.reports.values import DAYS, Row, Sheet
from alongside.voice import queries as voice
from alongside.voice import services as voices
from alongside.voice.models import Challenge, Contribution
from alongside.voice.tests.factories import answered, said
from tests import make
from tests.cast import Cast

from .test_map import decided

pytestmark = pytest.mark.django_db
OCTOBER, TODAY = date(2026, 10, 1), date(2026, 11, 27)


def sheet(cast: Cast, period: str = "2026-10", today: date = TODAY, units: frozenset[int] | None = None) -> Sheet:
    settings = settings_of(cast.org.pk)
    found = periods.read(period, settings.year_starts_month)
    assert found
    whole = queries.whole(cast.org, settings, found, today)
    scope = whole if units is None else Scope(cast.org, settings, found, today, whole.tree, units)
    return queries.count_sheet(scope, "noon")


def numbers(found: Sheet, figure: str) -> dict[str, float | None]:
    return {row.key: row.number for row in found.figure(figure).rows}


def spoken(cast: Cast, received: date, **values: Any) -> None:
    row = said(cast)
    Contribution.objects.filter(pk=row.pk).update(said_on=received, received_on=received, **values)


def test_a_month_without_anything(cast: Cast) -> None:
    found = sheet(cast, "2026-05")
    assert set(numbers(found, "coverage").values()) == {0}
    assert numbers(found, "answer_time") == {"answered": 0, "median": None, "worst": None}
    assert numbers(found, "seats")["vacant_longest"] is None
    assert Sheet.of_plain(json.loads(json.dumps(found.as_plain()))) == found


def test_reserved_ones_apart(cast: Cast) -> None:
    decided(cast, OCTOBER, "with", reserved=True)
    decided(cast, OCTOBER, "without", kind=cast.kinds["budget"])
    make.decision(cast, opened_on=OCTOBER, due_on=date(2026, 10, 31), raised_by=cast.people["cora"])
    found = sheet(cast, today=date(2026, 10, 9))
    assert numbers(found, "coverage") == {"with": 1, "without": 1, "excepted": 0, "not_yet": 1}
    assert numbers(found, "coverage_reserved") == {"with": 1, "without": 0, "excepted": 0, "not_yet": 1}
    assert numbers(found, "begun") == {"begun": 1} and found.figure("begun").row("begun").of == 3


def test_exceptions_by_the_day_they_were_written_down(cast: Cast) -> None:
    row = decided(cast, date(2026, 9, 30), "excepted")
    TakenWithout.objects.create(organisation=cast.org, decision=row, reason="No time.", on=date(2026, 10, 1))
    assert numbers(sheet(cast), "let_through")["exceptions"] == 1
    assert numbers(sheet(cast, "2026-09"), "let_through")["exceptions"] == 0


def test_how_early_and_never(cast: Cast) -> None:
    for opened in (date(2026, 9, 1), date(2026, 10, 20)):
        about = decided(cast, date(2026, 10, 15), opened_on=date(2026, 8, 1))
        make.opportunity(cast, about, opened_on=opened)
    decided(cast, date(2026, 10, 31))
    assert numbers(sheet(cast), "asked") == {"median": 19.5, "too_late": 1, "never": 1}


def test_notice(cast: Cast) -> None:
    for days, short in ((4, True), (20, False), (30, False)):
        make.request(cast, asked_on=date(2026, 10, 5), notice_days=days, short_notice=short)
    make.request(cast, asked_on=date(2026, 11, 1), notice_days=1, short_notice=True)
    assert numbers(sheet(cast), "notice") == {"median": 20, "shortest": 4, "short": 1}


def test_what_waited_on_a_day_that_is_past_is_read_back(cast: Cast) -> None:
    spoken(cast, date(2026, 10, 20))  # still waits
    spoken(cast, date(2026, 8, 1), state="told", answered_on=date(2026, 11, 2), answer_days=40, answer_kind="adopted")
    spoken(cast, date(2026, 9, 1), state="told", answered_on=date(2026, 10, 2), answer_days=20, answer_kind="adapted")
    spoken(cast, date(2026, 9, 15), state="withdrawn", withdrawn_on=date(2026, 11, 5))
    spoken(cast, date(2026, 9, 15), state="withdrawn", withdrawn_on=date(2026, 10, 5))
    spoken(cast, date(2026, 9, 15), restricted=True)
    assert numbers(sheet(cast), "waiting") == {"0-6": 1, "6-12": 1, "over-12": 1}
    assert numbers(sheet(cast, "2026-11"), "waiting") == {"0-6": 1, "6-12": 0, "over-12": 0}
    assert numbers(sheet(cast), "answers")["adapted"] == 1
    assert numbers(sheet(cast), "answer_time") == {"answered": 1, "median": 20, "worst": 20}


def test_what_waits_and_is_disputed_today_is_what_the_lists_say(cast: Cast) -> None:
    today = make.days(0)
    for n in range(3):
        row = said(cast)
        if n:
            answered(row, cast)
            voices.challenge(contribution=row, kind="not_true", words="", by=cast.actor("cora"))
        if n == 2:
            answered(Contribution.objects.get(pk=row.pk), cast)
    found = sheet(cast, f"{today:%Y-%m}", today)
    assert numbers(found, "disputes")["answers"] == Contribution.objects.filter(disputed=True).count() == 1
    assert Challenge.objects.count() == 2
    assert sum(n or 0 for n in numbers(found, "waiting").values()) == 1
    assert voice.figures(cast.org)["answered_in_a_year"] == numbers(found, "answer_time")["answered"]


def test_changes_as_they_stand(cast: Cast) -> None:
    row = said(cast)
    answered(row, cast)
    make.changed(cast, row, since=OCTOBER)
    assert numbers(sheet(cast), "changes") == {"claimed": 1, "confirmed": 0, "challenged": 0, "lapsed": 0}


def session(cast: Cast, at: Any, on: date) -> Meeting:
    return make.meeting(cast, at, on=on)


def test_a_session_after_midnight_on_the_night_the_clocks_change(cast: Cast) -> None:
    """Half past twelve on 1 April in London is half past eleven on 31 March by the clocks of the server."""
    at = make.opportunity(cast)
    starts = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)
    meeting = make.meeting(
        cast, at, starts_at=starts, ends_at=starts.replace(hour=23, minute=59), held_on=date(2026, 4, 1)
    )
    AgendaItem.objects.create(meeting=meeting, position=1, title="Lights", raised_by_person=cast.people["cora"])
    assert numbers(sheet(cast, "2026-04"), "agenda") == {"raised": 1}
    assert numbers(sheet(cast, "2026-03"), "agenda") == {"raised": 0}


def test_access_needs_are_exact(cast: Cast) -> None:
    meeting = session(cast, make.opportunity(cast), date(2026, 10, 10))
    for state, own in (("met", False), ("not_met", True), ("to_do", False)):
        Arrangement.objects.create(
            meeting=meeting, person=cast.people["cora"], what="A lift.", state=state, said_by_person=own, due_on=OCTOBER
        )
    assert numbers(sheet(cast), "needs") == {"met": 1, "not_met": 1, "said": 1}


def test_numbers_of_people_are_rounded_and_nothing_is_left_over(cast: Cast) -> None:
    at = make.opportunity(cast)
    meeting = session(cast, at, date(2026, 10, 10))
    for who in ("cora", "dev", "noor"):
        make.attended(meeting, make.place(cast, who, at, offered_on=OCTOBER), came=who != "noor")
    found = sheet(cast)
    rows = [*found.figure("came").rows, *found.figure("places").rows]
    assert {row.number for row in rows} == {0} and {row.of for row in rows} == {None}
    assert {figure_words.told(row) for row in rows} == {"fewer than 10"}
    assert numbers(found, "busiest") == {"share": None}
    assert figure_words.told(found.figure("busiest").row("share")) == "Not said of few people"


@pytest.mark.parametrize(("came", "share"), [(10, None), (29, None), (30, 32)])
def test_the_busiest_tenth_is_at_least_three(cast: Cast, came: int, share: int | None) -> None:
    """Of 29 people 20 or more are shown, as of 20: whether it is said tells no more."""
    from alongside.candour.tests.pulsing import people

    at = make.opportunity(cast)
    meeting = session(cast, at, date(2026, 10, 10))
    for n, person in enumerate(people(cast, came)):
        place = at.places.create(
            organisation=cast.org, person=person, chosen_because="Drawn.", offered_on=OCTOBER, state="accepted"
        )
        meeting.attendances.create(place=place, came=True, minutes=110 if n == 0 else 10)
    found = sheet(cast)
    shown = came - came % 10
    assert numbers(found, "busiest") == {"share": share} and numbers(found, "came")["first_timers"] == shown
    assert numbers(sheet(cast, "2026-11"), "came")["once"] == shown


def test_seats_since_when(cast: Cast) -> None:
    board = Forum.objects.create(organisation=cast.org, name="Board", kind="board", unit=cast.units["board"])
    made = {"organisation": cast.org, "forum": board, "lived_experience": True, "filled_by": "draw"}
    made["since"] = date(2026, 1, 1)
    seat = Seat.objects.create(**made, capacity="chair")
    Seat.objects.create(**made, capacity="member")
    SeatHolder.objects.create(
        organisation=cast.org,
        seat=seat,
        person=cast.people["cora"],
        filled_by="draw",
        since=OCTOBER,
        until=date(2026, 11, 1),
    )
    found = sheet(cast)
    assert numbers(found, "seats") == {
        "filled": 1,
        "vacant": 1,
        "vacant_median": 303,
        "vacant_longest": 303,
        "votes": 1,
        "chairs": 1,
    }
    assert numbers(found, "terms") == {"began": 1, "over": 0}
    assert numbers(sheet(cast, "2026-11"), "terms") == {"began": 0, "over": 1}


def test_training_is_of_the_whole_organisation(cast: Cast) -> None:
    training = Training.objects.create(organisation=cast.org, name="Interviewing")
    TrainingDone.objects.create(person=cast.people["cora"], training=training, done_on=OCTOBER)
    assert sheet(cast).figure("training").row("people").few
    part = sheet(cast, units=frozenset([cast.units["team"].pk]))
    assert "training" not in [one.slug for each in part.parts for one in each.figures]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Row("a", "", 17, 102), "17 of 102 (17%)"),
        (Row("a", "", 0, 0), "0 of 0"),
        (Row("a", "", 1.0, measure=DAYS), "1 day"),
        (Row("a", "", 10.5, measure=DAYS), "10.5 days"),
        (Row("a", "", 0.5, measure=DAYS), "0.5 days"),
        (Row("a", "", 20, step=10), "20 or more"),
        (Row("a", "", 0, step=10), "fewer than 10"),
        (Row("a", "", None, measure=DAYS), "–"),
        (Row("a", "", 1000), "1,000"),
    ],
)
def test_numbers_in_words(row: Row, told: str) -> None:
    assert figure_words.told(row) == told


def test_the_page_says_how_each_is_counted_and_what_the_reasons_were(cast: Cast, client_as: Any) -> None:
    row = decided(cast, make.days(0), "excepted", title="The night rota")
    TakenWithout.objects.create(organisation=cast.org, decision=row, reason="The law gave us two days.")
    page = client_as("board").get("/harbour/figures/").content.decode()
    assert page.count("How this is counted") == len({figure.slug for group in GROUPS for figure in group.figures})
    assert "The law gave us two days." in page and "Allowed by: nobody" in page
    assert "standing=excepted" in page
    own = client_as("finance").get("/harbour/figures/").content.decode()
    assert "voices/?" not in own  # they see no voices


def test_what_is_kept_is_counted_again_when_something_happens(cast: Cast, client_as: Any) -> None:
    client = client_as("board")
    said(cast)
    assert ">1<" in figure(client.get("/harbour/figures/").content.decode(), "received")
    said(cast)
    assert ">2<" in figure(client.get("/harbour/figures/").content.decode(), "received")


def figure(page: str, slug: str) -> str:
    return page.split(f'id="figure-{slug}"')[1].split("</table>")[0]


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    said(cast)
    decided(cast, make.days(0), "excepted")
    client = client_as("board")
    with django_assert_max_num_queries(30):  # nothing is kept yet: two periods are counted
        assert client.get("/harbour/figures/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get("/harbour/figures/").status_code == 200
