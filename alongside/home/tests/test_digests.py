"""As often as they choose, at the hours they choose, and after a rest everything in one message."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.errors import Refused
from alongside.home import services
from alongside.home.services import send_waiting
from alongside.organisation import services as organisation_services
from alongside.people import services as people
from alongside.people.quiet import Hours
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import Message
from alongside.voice.tests.factories import said
from alongside.voice.tests.owing_factories import noted
from tests import cast as casting
from tests import make
from tests.make import LONDON

from .test_sending import write

TUESDAY = datetime(2027, 3, 2, 11, 0, tzinfo=LONDON)
WEDNESDAY, MONDAY = datetime(2027, 3, 3, 8, 5, tzinfo=LONDON), datetime(2027, 3, 8, 8, 5, tzinfo=LONDON)


def choose(cast, who: str = "cora", **values) -> None:
    people.set_hearing(person=cast.people[who], by=cast.actor(who), **{"often": "weekly", **values})


@pytest.fixture
def clock():
    with time_machine.travel(TUESDAY, tick=False) as traveller:
        yield traveller


def test_once_a_week_everything_in_one_message(cast, postbox, clock) -> None:
    choose(cast)
    write(cast)
    assert (send_waiting().waiting, postbox.letters) == (1, [])
    clock.move_to(TUESDAY + timedelta(days=2))
    write(cast, link="/me/")
    send_waiting()
    assert postbox.letters == []
    clock.move_to(MONDAY)
    write(cast)  # written at the last moment: it comes along
    assert send_waiting().sent == 3
    ((to, letter),) = postbox.letters
    text = letter.get_content()
    assert letter["Subject"] == "Harbour House: 3 things for you" and to == ["cora@example.org"]
    assert "1. There is an answer" in text and "3. There is an answer" in text and "Harbour House" in text
    assert len(set(Message.objects.values_list("batch", flat=True))) == 1
    assert send_waiting().sent == 0


def test_once_a_day(cast, postbox, clock) -> None:
    choose(cast, often="daily")
    write(cast)
    write(cast)
    send_waiting()
    clock.move_to(WEDNESDAY)
    assert (send_waiting().sent, len(postbox.letters)) == (2, 1)


def test_what_has_a_day_does_not_wait_and_answers_need_not(cast, postbox, clock) -> None:
    choose(cast)
    write(cast)
    write(cast, kind="session_near")
    write(cast, kind="answer_told")
    assert (send_waiting().sent, len(postbox.letters)) == (2, 2)
    choose(cast, answers_at_once=False)
    write(cast, kind="answer_told")
    assert (send_waiting().sent, len(postbox.letters)) == (0, 2)


def test_a_holding_note_comes_as_soon_as_an_answer_and_standing_in_cannot_wait(cast, postbox, clock) -> None:
    choose(cast)
    noted(said(cast), cast, until=make.days(30))
    assert send_waiting().by == {"email": 1} and "how it stands" in postbox.letters[0][1]["Subject"]
    services.choose_rhythm(organisation=cast.org, often="daily", by=cast.actor("staff"))
    organisation_services.stand_in(
        away=cast.users["manager"],
        substitute=cast.users["staff"],
        units=[cast.units["team"]],
        since=make.days(0),
        last_day=make.days(7),
        by=cast.actor("manager"),
    )
    assert send_waiting().by == {"email": 1}


def test_whoever_wants_everything_at_once_again_gets_what_waited(cast, postbox, clock) -> None:
    choose(cast)
    write(cast)
    write(cast)
    send_waiting()
    choose(cast, often="at_once")
    assert (send_waiting().sent, len(postbox.letters)) == (2, 1)


def test_outside_their_hours_it_waits(cast, postbox, clock) -> None:
    choose(cast, often="at_once", from_time=time(13), until_time=time(15), days=["2", "4"])
    write(cast)
    assert send_waiting().waiting == 1
    clock.move_to(TUESDAY.replace(hour=13, minute=1))
    assert send_waiting().sent == 1
    write(cast)
    clock.move_to(TUESDAY.replace(hour=15))
    send_waiting()
    clock.move_to(WEDNESDAY.replace(hour=13, minute=30))
    send_waiting()
    assert len(postbox.letters) == 1
    clock.move_to(datetime(2027, 3, 4, 13, 0, tzinfo=LONDON))
    assert send_waiting().sent == 1


def test_after_a_rest_one_message_and_not_twenty(cast, postbox, clock) -> None:
    people.pause(person=cast.people["cora"], by=cast.actor("cora"))
    for number in range(20):
        write(cast, key=f"k{number}")
        clock.shift(timedelta(hours=7))
        send_waiting()
    assert postbox.letters == []
    cast.people["cora"].refresh_from_db()
    people.resume(person=cast.people["cora"], by=cast.actor("cora"))
    assert (send_waiting().sent, len(postbox.letters)) == (20, 1)


def test_waiting_is_no_failed_attempt(cast, postbox, clock) -> None:
    choose(cast)
    write(cast)
    for _ in range(9):
        send_waiting()
        Message.objects.update(waits_for="", not_before=TUESDAY)
    assert Message.objects.get().attempts == 0


def test_staff_once_a_day_and_only_for_themselves(cast, postbox, clock) -> None:
    services.choose_rhythm(organisation=cast.org, often="daily", by=cast.actor("manager"))
    for who in ("manager", "manager", "coordinator"):
        post.queue("owed", organisation=cast.org.pk, to_user=cast.users[who].pk, subject="Two", body="Wait")
    post.queue("safeguarding", organisation=cast.org.pk, to_user=cast.users["manager"].pk, subject="Now", body="Look")
    send_waiting()
    assert sorted(letter["Subject"] for _to, letter in postbox.letters) == ["Now", "Two"]
    clock.move_to(WEDNESDAY)
    assert (send_waiting().sent, len(postbox.letters)) == (2, 3)


@pytest.mark.parametrize(("who", "often"), [("cora", "daily"), ("stranger", "daily"), ("manager", "weekly")])
def test_a_rhythm_is_for_those_who_work_here(cast, who, often) -> None:
    with pytest.raises(Refused):
        services.choose_rhythm(organisation=cast.org, often=often, by=cast.actor(who))


def test_staff_choose_on_a_page(cast, client_as) -> None:
    client = client_as("manager")
    assert client.post("/harbour/owed/how-often/", {"often": "daily"}).status_code == 303
    assert outbox.rhythm_of(cast.org.pk, cast.users["manager"].pk) == "daily"
    assert "Once a day" in client.get("/harbour/owed/how-often/").content.decode()


def test_so_does_whoever_reads_concerns_from_outside(cast, client_as) -> None:
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    assert client_as("stranger").post("/harbour/owed/how-often/", {"often": "daily"}).status_code == 303
    assert outbox.rhythm_of(cast.org.pk, cast.users["stranger"].pk) == "daily"


def test_people_choose_on_their_page_and_it_is_written_down_for_them(cast, client_as) -> None:
    url = f"/me/about/{cast.people['cora'].code}/hearing/"
    values = {"often": "weekly", "answers_at_once": "on", "days": ["1", "3"], "from_time": "10am", "until_time": "4pm"}
    assert client_as("cora").post(url, values).status_code == 303
    page = client_as("cora").get("/me/about/").content.decode()
    assert "Once a week, all in one message" in page and "Monday, Wednesday, from 10am to 4pm" in page
    page = client_as("coordinator").get(f"/harbour/people/{cast.people['cora'].code}/").content.decode()
    assert "Answers at once" in page and "Are never repeated in a message" in page
    url = f"/harbour/people/{cast.people['noor'].code}/hearing/"
    assert client_as("coordinator").post(url, {"often": "daily"}).status_code == 422
    assert client_as("coordinator").post(url, {"often": "daily", "medium": "phone"}).status_code == 303
    assert "from a phone call" in client_as("coordinator").get(url.replace("hearing/", "")).content.decode()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"often": "hourly"}, "often"),
        ({"days": ["8"]}, "days"),
        ({"from_time": time(10)}, "until_time"),
        ({"until_time": time(10)}, "from_time"),
        ({"from_time": time(10), "until_time": time(10)}, "until_time"),
        ({"on_the_phone": "x" * 501}, "on_the_phone"),
    ],
)
def test_what_cannot_be_chosen(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        choose(cast, **values)
    assert refused.value.field == field


def test_own_words_are_repeated_in_an_email_only_when_they_say_so(cast, postbox, clock) -> None:
    said = make.contribution(cast, words="The bus does not stop there.")
    link = f"/me/said/{said.code}/"
    write(cast, link=link)
    send_waiting()
    choose(cast, often="at_once", quote_email=True)
    write(cast, link=link)
    write(cast, "dev", link=link)
    send_waiting()
    quoted = ["bus" in letter.get_content() for _to, letter in postbox.letters]
    assert quoted == [False, True, False]


days = st.sets(st.sampled_from("1234567"), min_size=1).map(lambda found: "".join(sorted(found)))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(lambda moment: moment.replace(tzinfo=LONDON))
spans = st.one_of(st.just((None, None)), st.tuples(st.times(), st.times()).filter(lambda two: two[0] < two[1]))


@given(days, spans, moments)
def test_a_moment_always_comes_and_lies_in_their_hours(days, span, now) -> None:
    hours = Hours(days, *span)
    for found in (hours.next(now), hours.next_daily(now), hours.next_weekly(now)):
        assert now <= found <= now + timedelta(days=8)
        assert hours.holds(found)
    assert hours.next_daily(now) > now and str(hours.next_weekly(now).isoweekday()) == min(days)
