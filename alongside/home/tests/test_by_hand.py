"""Whoever is rung or written to by hand: what is on the lists, what is written down, and what follows from it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from alongside.core.errors import Refused
from alongside.home import services
from alongside.home.services import send_waiting
from alongside.people import services as people
from alongside.people.models import Channel, Purpose
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import Message
from tests import make

from .access_told import reachable_by, waiting
from .test_returning import also_by, answered, state

MOST_QUERIES = 15


def read(client_as, url: str, who: str = "coordinator") -> str:
    return client_as(who).get(url).content.decode()


def call(cast, outcome: str, by: str = "coordinator", **values) -> int:
    return services.record_call(person=cast.people["noor"], outcome=outcome, by=cast.actor(by), **values)


def test_an_answer_is_told_by_phone(cast, client_as) -> None:
    reachable_by(cast, "phone")
    said, message = answered(cast, "noor")
    assert send_waiting().hands == {"phone": 1}
    said.refresh_from_db()
    assert (said.state, state(message)) == ("answered", ("by_hand", "phone"))
    assert "Noor" in read(client_as, "/harbour/outbox/calls/")
    url = f"/harbour/outbox/calls/{cast.people['noor'].code}/"
    page = read(client_as, url)
    assert "We changed it." in page and "01632 960 001" in page and "say nothing but" in page
    response = client_as("coordinator").post(url, {"outcome": "told", "told": [message.code]})
    assert response.status_code == 303
    said.refresh_from_db()
    assert (said.state, state(message)) == ("told", ("sent", "phone"))
    assert said.answers.get().tellings.get().channel == "phone"
    assert client_as("coordinator").get(url).status_code == 404


def test_not_reached_it_is_tried_again_and_nothing_is_told(cast, client_as) -> None:
    reachable_by(cast, "phone")
    message = waiting(cast, "phone")
    again = timezone.now() + timedelta(days=3)
    assert call(cast, "no_answer", again=again) == 1
    message.refresh_from_db()
    assert (message.state, message.not_before) == ("by_hand", again)
    assert [t.outcome for t in outbox.tries_of([message])] == ["no_answer"]
    with pytest.raises(Refused) as refused:
        call(cast, "no_answer", again=timezone.now() - timedelta(days=1))
    assert refused.value.field == "again_on"


def test_without_a_day_it_is_tried_again_on_the_next_working_day(cast) -> None:
    reachable_by(cast, "phone")
    message = waiting(cast, "phone")
    friday = datetime(2027, 3, 5, 15, tzinfo=make.LONDON)
    with time_machine.travel(friday, tick=False):
        call(cast, "no_answer")
    message.refresh_from_db()
    assert message.not_before == datetime(2027, 3, 8, 10, tzinfo=make.LONDON)


def test_word_is_left_only_where_they_allow_it(cast, client_as) -> None:
    reachable_by(cast, "phone")
    waiting(cast, "phone")
    with pytest.raises(Refused, match="leave word"):
        call(cast, "left_word")
    url = f"/harbour/outbox/calls/{cast.people['noor'].code}/"
    assert "I left word" not in read(client_as, url)
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, "in_person")
    people.set_hearing(person=cast.people["noor"], often="at_once", leave_word=True, by=by)
    cast.people["noor"].refresh_from_db()
    assert "I left word" in read(client_as, url)
    assert call(cast, "left_word") == 1


def test_a_wrong_number_stops_and_another_way_is_found(cast, client_as) -> None:
    reachable_by(cast, "phone")
    reachable_by(cast, "post", preferred=False)
    said, message = answered(cast, "noor")
    send_waiting()
    assert call(cast, "wrong") == 1
    send_waiting()
    assert state(message) == ("by_hand", "post")
    number = Channel.objects.get(person=cast.people["noor"], kind="phone")
    assert number.stopped_why == "wrong_number" and number.stopped_on == make.days(0)
    page = read(client_as, f"/harbour/people/{cast.people['noor'].code}/")
    assert "Does not work" in page and "the number is wrong" in page


def test_what_came_in_during_the_call_stays_on_the_list(cast) -> None:
    reachable_by(cast, "phone")
    first = waiting(cast, "phone")
    second = waiting(cast, "phone")
    assert call(cast, "told", told=[first.code]) == 1
    assert (state(first)[0], state(second)[0]) == ("sent", "by_hand")
    with pytest.raises(Refused) as refused:
        call(cast, "told", told=["0123456789"])
    assert refused.value.field == "told"


@pytest.mark.parametrize("who", ["staff", "manager", "administrator", "cora", "stranger"])
def test_only_the_coordinator_writes_down_calls_and_letters(cast, who) -> None:
    reachable_by(cast, "phone")
    waiting(cast, "phone")
    with pytest.raises(Refused):
        call(cast, "no_answer", by=who)
    with pytest.raises(Refused):
        services.letters_posted(people_codes=[], upto="", on=make.days(0), by=cast.actor(who))


def test_letters_are_printed_posted_and_told(cast, client_as) -> None:
    reachable_by(cast, "post")
    said, message = answered(cast, "noor")
    assert send_waiting().hands == {"post": 1}
    client, url = client_as("coordinator"), "/harbour/outbox/letters/print/"
    page = client.get(url).content.decode()
    assert "1 Quay Road<br>Harbour<br>YO1 1AA" in page and "We changed it." in page
    assert "/me/said/" not in page  # whoever does not sign in has no use for an address
    late = waiting(cast, "post")
    code = cast.people["noor"].code
    values = {"people_codes": [code], "on": f"{make.days(0):%d/%m/%Y}", "upto": message.code}
    assert client.post(url, values).status_code == 303
    said.refresh_from_db()
    assert (said.state, state(message), state(late)[0]) == ("told", ("sent", "post"), "by_hand")
    assert [t.outcome for t in outbox.tries_of([message])] == ["posted"]


def test_a_letter_that_came_back_is_not_told(cast, client_as) -> None:
    reachable_by(cast, "post")
    said, message = answered(cast, "noor")
    send_waiting()
    by = cast.actor("coordinator")
    services.letters_posted(people_codes=[cast.people["noor"].code], upto=message.code, on=make.days(0), by=by)
    client, url = client_as("coordinator"), f"/harbour/outbox/{message.code}/came-back/"
    assert "It came back" in read(client_as, "/harbour/outbox/")
    assert client.post(url, {}).status_code == 303
    said.refresh_from_db()
    assert (said.state, state(message)[0]) == ("answered", "held")
    assert "The letter came back." in read(client_as, "/harbour/desk/")
    assert client.get(url).status_code == 404
    page = read(client_as, f"/harbour/voices/{said.code}/")
    assert "They were not told after all" in page


@pytest.mark.parametrize("days", [1, -90])
def test_letters_are_posted_today_or_lately(cast, days) -> None:
    reachable_by(cast, "post")
    message = waiting(cast, "post")
    with pytest.raises(Refused) as refused:
        services.letters_posted(
            people_codes=[cast.people["noor"].code], upto=message.code, on=make.days(days), by=cast.actor("coordinator")
        )
    assert refused.value.field == "on"


def test_who_takes_a_rest_is_neither_rung_nor_written_to(cast, client_as) -> None:
    reachable_by(cast, "phone")
    message = waiting(cast, "phone")
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, "in_person")
    people.pause(person=cast.people["noor"], by=by)
    assert "Noor" not in read(client_as, "/harbour/outbox/calls/")
    assert client_as("coordinator").get(f"/harbour/outbox/calls/{cast.people['noor'].code}/").status_code == 404
    send_waiting()
    assert (state(message)[0], message.waits_for) == ("held", "pause")
    assert not outbox.stuck_in(cast.org.pk).exists()  # nobody is to do anything about it
    cast.people["noor"].refresh_from_db()
    people.resume(person=cast.people["noor"], by=by)
    send_waiting()
    assert state(message) == ("by_hand", "phone")


def test_a_permission_taken_back_takes_them_off_the_list(cast) -> None:
    reachable_by(cast, "phone")
    message = waiting(cast, "phone")
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, "phone")
    people.withdraw_consent(person=cast.people["noor"], purpose=Purpose.CONTACT_PHONE, by=by)
    send_waiting()
    assert state(message)[0] == "held"


def test_their_words_stand_in_a_letter_only_when_they_want_that(cast, client_as) -> None:
    reachable_by(cast, "post")
    words = "The bus does not stop there any more."
    said, _message = answered(cast, "noor", words=words)
    send_waiting()
    url = "/harbour/outbox/letters/print/"
    assert words not in read(client_as, url)
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, "in_person")
    people.set_hearing(person=cast.people["noor"], often="at_once", quote_post=True, by=by)
    send_waiting()
    assert words in read(client_as, url)
    assert words not in str(list(Message.objects.values()))  # and nowhere in the outbox
    said.restricted = True
    said.save(update_fields=["restricted"])
    assert words not in read(client_as, url)


def test_the_pages_cost_few_queries(cast, client_as, django_assert_max_num_queries) -> None:
    for who in ("noor", "cora", "dev", "eoin"):
        reachable_by(cast, "phone", who, preferred=False)
        waiting(cast, "phone", who)
        reachable_by(cast, "post", who, preferred=False)
        waiting(cast, "post", who)
    client, noor = client_as("coordinator"), cast.people["noor"].code
    for url in ("calls/", f"calls/{noor}/", "letters/", "letters/print/", ""):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(f"/harbour/outbox/{url}").status_code == 200
    with django_assert_max_num_queries(MOST_QUERIES):
        assert "4 things to tell by phone" in client.get("/harbour/desk/").content.decode()


def test_whoever_may_not_see_the_register_reads_nothing_personal_in_the_outbox(cast, client_as) -> None:
    reachable_by(cast, "phone")
    waiting(cast, "phone", subject="About your bus")
    assert "About your bus" in read(client_as, "/harbour/outbox/")
    page = read(client_as, "/harbour/outbox/", "administrator")
    assert "About your bus" not in page and "We changed it." not in page and "Noor" not in page


def test_hours_show_when_to_ring(cast, client_as) -> None:
    reachable_by(cast, "phone")
    waiting(cast, "phone")
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, "in_person")
    with time_machine.travel(datetime(2027, 3, 3, 9, tzinfo=make.LONDON), tick=False):
        people.set_hearing(
            person=cast.people["noor"],
            often="at_once",
            days=["3"],
            from_time=time(10),
            until_time=time(15),
            on_the_phone="Let it ring.",
            by=by,
        )
        url = f"/harbour/outbox/calls/{cast.people['noor'].code}/"
        client = client_as("coordinator")
        page = client.get(url).content.decode()
        assert "Not now, please" in page and "Wednesday, from 10am to 3pm" in page and "Let it ring." in page
        assert "Not now" in client.get("/harbour/outbox/calls/").content.decode()


def test_a_letter_is_by_hand_and_an_email_first_where_both_are_allowed(cast, postbox) -> None:
    also_by(cast, "post", "1 Quay Road", Purpose.CONTACT_POST)
    post.queue("hello", organisation=cast.org.pk, to_person=cast.people["cora"].pk, subject="Hello", body="News.")
    assert send_waiting().by == {"email": 1}
