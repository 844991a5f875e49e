"""E-mails, texts and letters through GOV.UK Notify: a real server on this machine that checks token and shape."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from alongside.home.services import send_waiting
from alongside.home.services.carriers.notify import address_lines, international
from alongside.people import queries as register
from alongside.people.models import Channel, Purpose
from alongside.post import models
from alongside.post.models import Message

from . import notify_fake
from .access_told import reachable_by
from .notify_fake import KEY, TEMPLATES, Fake
from .test_returning import also_by, answered, state
from .test_sending import write


@pytest.fixture
def notify(settings) -> Iterator[Fake]:
    with notify_fake.running() as (fake, address):
        settings.NOTIFY = {"key": KEY, "address": address, "templates": TEMPLATES}
        yield fake


def only(notify: Fake) -> tuple[str, dict]:
    ((found, told),) = notify.taken.items()
    return found, told


def later(minutes: int):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


def test_an_email_is_told_when_it_arrived(cast, notify) -> None:
    said, message = answered(cast)
    assert send_waiting().by == {"email": 1}
    found, told = only(notify)
    assert (told["kind"], told["email_address"]) == ("email", "cora@example.org")
    assert "We changed it." in told["personalisation"]["body"] and told["reference"]
    said.refresh_from_db()
    assert (said.state, state(message)[0]) == ("answered", "sent")
    notify.status[found] = "delivered"
    with later(6):
        send_waiting()
    said.refresh_from_db()
    assert said.state == "told" and Message.objects.get().delivered_at


def test_a_text_holds_a_link_and_nothing_else_and_they_are_told_when_they_open_it(cast, notify, client_as) -> None:
    reachable_by(cast, "text", "cora", preferred=False)
    Channel.objects.filter(person=cast.people["cora"], kind="email").delete()
    said, message = answered(cast)
    assert send_waiting().by == {"text": 1}
    found, told = only(notify)
    assert told["phone_number"] == "+447700900001"
    text = told["personalisation"]["body"]
    assert f"/me/said/{said.code}/" in text and "We changed it" not in text and "answer" not in text
    assert len(text) <= 160
    notify.status[found] = "delivered"
    with later(6):
        send_waiting()
    said.refresh_from_db()
    assert said.state == "answered"
    client_as("cora").get(f"/me/said/{said.code}/")
    said.refresh_from_db()
    assert said.state == "told" and said.answers.get().tellings.get().channel == "on_page"


def test_whoever_does_not_sign_in_has_no_use_for_a_link(cast, notify) -> None:
    reachable_by(cast, "text", "noor")
    reachable_by(cast, "phone", "noor", preferred=False)
    assert write(cast, "noor") and send_waiting().hands == {"phone": 1}


def test_a_letter(cast, notify) -> None:
    reachable_by(cast, "post")
    said, _message = answered(cast, "noor")
    assert send_waiting().by == {"post": 1}
    found, told = only(notify)
    lines = [told["personalisation"][f"address_line_{number}"] for number in (1, 2, 3, 4)]
    assert lines == ["Noor", "1 Quay Road", "Harbour", "YO1 1AA"]
    notify.status[found] = "received"
    with later(6):
        send_waiting()
    said.refresh_from_db()
    assert said.state == "told"


@pytest.mark.parametrize("status", ["permanent-failure", "technical-failure", "temporary-failure"])
def test_what_did_not_arrive_comes_back(cast, notify, status) -> None:
    also_by(cast, "phone", "01632 960 001", Purpose.CONTACT_PHONE)
    said, message = answered(cast)
    send_waiting()
    notify.status[only(notify)[0]] = status
    with later(6):
        send_waiting()
    said.refresh_from_db()
    assert said.state == "answered"
    lasting = status == "permanent-failure"
    assert state(message)[0] == ("by_hand" if lasting else "queued")
    assert register.may_contact(cast.people["cora"].pk).kind == ("phone" if lasting else "email")


def test_what_comes_back_three_times_needs_somebody(cast, notify) -> None:
    message = write(cast)
    moment = timezone.now()
    for _ in range(3):
        with time_machine.travel(moment):
            send_waiting()
            notify.status.update(dict.fromkeys(notify.taken, "temporary-failure"))
        with time_machine.travel(moment + timedelta(minutes=6)):
            send_waiting()
        moment += timedelta(days=1, minutes=7)
    assert state(message)[0] == "held" and len(notify.taken) == 3


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ((403, "AuthError", "Invalid token: API key not found"), "queued"),
        ((429, "RateLimitError", "Exceeded rate limit"), "queued"),
        ((429, "TooManyRequestsError", "Exceeded send limits (50) for today"), "queued"),
        ((500, "Exception", "Internal server error"), "queued"),
        ((503, "Exception", "Unavailable"), "queued"),
        ((400, "BadRequestError", "Template not found"), "failed"),
        ((400, "ValidationError", "email_address Not a valid email address"), "held"),
    ],
)
def test_what_notify_refuses_is_tried_again_or_given_back(cast, notify, says, expected) -> None:
    notify.says = says
    message = write(cast)
    send_waiting()
    assert state(message)[0] == expected
    assert message.reason and "cora" not in message.reason and not notify.taken
    stopped = Channel.objects.get(person=cast.people["cora"]).stopped_why
    assert stopped == ("unreadable" if expected == "held" else "")


def test_a_wrong_key_is_noticed_once_a_run(cast, notify, settings) -> None:
    settings.NOTIFY = {**settings.NOTIFY, "key": KEY.replace(notify_fake.SECRET, notify_fake.SERVICE)}
    for number in range(3):
        write(cast, key=f"k{number}")
    assert send_waiting().failed == 3 and not notify.taken
    assert "settings" in Message.objects.first().reason


def test_an_answer_that_got_lost_is_looked_for_before_it_is_sent_again(cast, notify) -> None:
    notify.dies_after_taking = True
    message = write(cast)
    assert send_waiting().failed == 1 and len(notify.taken) == 1
    notify.dies_after_taking = False
    with later(30):
        assert send_waiting().sent == 1
    assert len(notify.taken) == 1 and state(message)[0] == "sent"


@pytest.mark.parametrize("gone", [True, False])
def test_a_program_that_stopped_finds_out_whether_it_left(cast, notify, gone) -> None:
    message = write(cast)
    batch = "0123456789"
    if gone:
        notify.taken["11111111-1111-1111-1111-111111111111"] = {"reference": batch}
    Message.objects.update(state=models.SENDING, channel="email", batch=batch, claimed_at=timezone.now())
    Message.objects.update(handed_at=timezone.now())
    with later(11):
        send_waiting()
    assert state(message)[0] == "sent" and len(notify.taken) == 1


def test_nobody_is_asked_about_a_thing_every_minute(cast, notify) -> None:
    write(cast)
    send_waiting()
    for _ in range(3):
        send_waiting()
    assert notify.asked == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("07700 900 001", "+447700900001"),
        ("(01632) 960001", "+441632960001"),
        ("+44 7700 900001", "+447700900001"),
        ("0044 7700 900001", "+447700900001"),
        ("+353 1 555 0100", "+35315550100"),
    ],
)
def test_numbers_as_people_write_them(written, read) -> None:
    assert international(written) == read


def test_a_long_address_has_seven_lines_and_the_postcode_last() -> None:
    address = "Flat 3\n\nThe Old Mill, Back Lane\nUpper Town\nHarbour\nNorth Riding\nYorkshire\n YO1  1AA "
    lines = address_lines("Noor", address)
    assert len(lines) == 7 and lines[0] == "Noor" and lines[-1] == "YO1 1AA"
    assert "North Riding, Yorkshire" in lines[-2]
