"""What came back is on a desk, and whoever was thought to know is told another way."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from alongside.core.actor import system
from alongside.home.services import send_waiting
from alongside.home.services.carriers.smtp import Smtp
from alongside.people import queries as register
from alongside.people import services as people
from alongside.people.models import Channel, Consent, Purpose
from alongside.post import queries as outbox
from alongside.post import services
from alongside.post.models import Message
from alongside.voice import services as voice
from alongside.voice.models import Answer, TellingCameBack
from tests import make

from .test_sending import write


def answered(cast, who: str = "cora", **values):
    said = make.contribution(
        cast, person=cast.people[who], state="answered", answer_kind="adopted", answered_on=make.days(0), **values
    )
    answer = Answer.objects.create(
        contribution=said, kind="adopted", reason="We do it.", salt="s", role="Manager", answered_on=make.days(0)
    )
    message = write(cast, who, kind="answer_told", link=f"/me/said/{said.code}/", key=f"answer:{answer.code}")
    return said, message


def also_by(cast, kind: str, address: str, purpose: str, who: str = "cora") -> None:
    Channel.objects.create(person=cast.people[who], kind=kind, address=address)
    Consent.objects.create(person=cast.people[who], purpose=purpose, wording="Yes.", given_on=make.days(-9))


def state(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.channel


def bounce(letter) -> int:
    code = outbox.code_in(letter["Message-ID"])
    return services.bounced(code, why="There is no such mailbox.", lasting=True)


def test_an_answer_that_came_back_was_not_told_and_goes_another_way(cast, postbox) -> None:
    also_by(cast, "post", "1 Quay Road, Harbour, YO1 1AA", Purpose.CONTACT_POST)
    said, message = answered(cast)
    send_waiting()
    said.refresh_from_db()
    assert (said.state, state(message)) == ("told", ("sent", "email"))
    ((_to, letter),) = postbox.letters
    assert bounce(letter) == 1
    assert bounce(letter) == 0  # a mail server may say it twice
    send_waiting()
    said.refresh_from_db()
    assert (said.state, said.told_on) == ("answered", None)
    assert state(message) == ("by_hand", "post")
    came_back = TellingCameBack.objects.get()
    assert came_back.why == "There is no such mailbox." and came_back.telling.channel == "email"
    email = Channel.objects.get(person=cast.people["cora"], kind="email")
    assert (email.stopped_on, email.stopped_why) == (make.days(0), "no_such")
    assert [t.outcome for t in outbox.tries_of([message])] == ["bounced", "handed"]


def test_with_no_other_way_it_stands_on_the_desk_until_the_address_is_mended(cast, postbox, client_as) -> None:
    said, message = answered(cast)
    send_waiting()
    bounce(postbox.letters[0][1])
    send_waiting()
    assert state(message)[0] == "held"
    page = client_as("coordinator").get("/harbour/desk/").content.decode()
    assert "There is no such mailbox." in page
    people.set_channel(person=cast.people["cora"], kind="email", address="cora.new@example.org", by=cast.actor("cora"))
    send_waiting()
    said.refresh_from_db()
    assert (said.state, state(message)[0]) == ("told", "sent")
    assert postbox.letters[-1][0] == ["cora.new@example.org"]


def test_what_bounces_is_one_letter_with_everything_in_it(cast, postbox) -> None:
    also_by(cast, "phone", "01632 960 001", Purpose.CONTACT_PHONE)
    herself = cast.actor("cora")
    people.pause(person=cast.people["cora"], by=herself)
    for number in range(3):
        write(cast, key=f"k{number}")
    send_waiting()
    people.resume(person=cast.people["cora"], by=herself)
    send_waiting()
    assert len(postbox.letters) == 1
    assert bounce(postbox.letters[0][1]) == 3
    send_waiting()
    assert set(Message.objects.values_list("state", "channel")) == {("by_hand", "phone")}


def test_an_address_that_was_mended_meanwhile_is_left_alone(cast, postbox) -> None:
    _said, _message = answered(cast)
    send_waiting()
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        person, herself = cast.people["cora"], cast.actor("cora")
        people.set_channel(person=person, kind="email", address="cora.new@example.org", by=herself)
        bounce(postbox.letters[0][1])
        send_waiting()
    assert [to for to, _letter in postbox.letters] == [["cora@example.org"], ["cora.new@example.org"]]


def test_whoever_said_something_about_the_answer_knows_it(cast, postbox) -> None:
    said, message = answered(cast)
    send_waiting()
    said.refresh_from_db()
    voice.challenge(contribution=said, kind="not_an_answer", words="", by=cast.actor("cora"))
    bounce(postbox.letters[0][1])
    send_waiting()
    said.refresh_from_db()
    assert said.state == "challenged" and not TellingCameBack.objects.exists()
    assert state(message)[0] == "dropped"


def test_an_address_that_is_refused_at_once_is_the_same(cast, postbox) -> None:
    also_by(cast, "phone", "01632 960 001", Purpose.CONTACT_PHONE)
    postbox.gone.add("cora@example.org")
    said, message = answered(cast)
    result = send_waiting()
    said.refresh_from_db()
    assert said.state == "answered" and state(message) == ("by_hand", "phone")
    assert (result.returned, result.hands["phone"]) == (1, 1)
    assert register.may_contact(cast.people["cora"].pk).kind == "phone"


def test_a_message_that_no_server_takes_is_looked_at_and_the_address_still_works(cast, postbox) -> None:
    postbox.refuses = "554 This looks like something nobody asked for"
    message = write(cast)
    assert send_waiting().failed == 1
    assert state(message)[0] == "failed" and "554" in message.reason
    assert register.may_contact(cast.people["cora"].pk).kind == "email"


def test_a_server_that_is_not_there_is_asked_once_a_run(cast, settings, monkeypatch) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False
    for number in range(3):
        write(cast, key=f"k{number}")
    assert send_waiting().failed == 3
    assert set(Message.objects.values_list("state", flat=True)) == {"queued"}


class Stopped(BaseException):
    """The program is gone: nothing after this line happens."""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_nothing_is_sent_twice_by_a_program_that_stopped(cast, postbox, monkeypatch, moment) -> None:
    """Killed between handing over and writing it down: it may have gone, so a person looks."""
    real = Smtp.carry

    def stops(self, parcel):
        if moment == "after":
            real(self, parcel)
        raise Stopped

    said, message = answered(cast)
    monkeypatch.setattr(Smtp, "carry", stops)
    with pytest.raises(Stopped):
        send_waiting()
    monkeypatch.setattr(Smtp, "carry", real)
    send_waiting()
    assert state(message)[0] == "sending"
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        send_waiting()
    said.refresh_from_db()
    assert state(message)[0] == "failed" and "may have gone" in message.reason
    assert said.state == "answered" and len(postbox.letters) == (moment == "after")
    assert list(outbox.stuck_in(cast.org.pk)) == [message]


def test_what_was_claimed_by_a_program_that_stopped_goes_once(cast, postbox) -> None:
    message = write(cast)
    services.claim()
    send_waiting()
    assert postbox.letters == []
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert (send_waiting().sent, send_waiting().sent) == (1, 0)
    assert state(message)[0] == "sent" and len(postbox.letters) == 1


def test_what_is_taken_back_between_two_steps_does_not_leave(cast, postbox) -> None:
    message = write(cast)
    (claimed,) = services.claim()
    services.drop([message])
    assert services.hand_over([claimed], channel="email", batch="0123456789") == []


def test_a_second_try_is_the_same_letter(cast, postbox) -> None:
    message = write(cast)
    postbox.turns_away = True
    send_waiting()
    first = Message.objects.get().batch
    postbox.turns_away = False
    Message.objects.update(not_before=message.created_at)
    send_waiting()
    assert outbox.code_in(postbox.letters[0][1]["Message-ID"]) == first == Message.objects.get().batch


def test_a_way_that_stopped_is_only_stopped_by_those_who_may(cast) -> None:
    person = cast.people["cora"]
    with pytest.raises(Exception, match="Only the co-production coordinator"):
        people.stop_channel(person=person, kind="email", why="no_such", by=cast.actor("staff"))
    assert people.stop_channel(person=person, kind="email", why="no_such", by=system(cast.org.pk))
    assert not people.stop_channel(person=person, kind="email", why="no_such", by=system(cast.org.pk))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Message-ID: <alongside.0123456789@example.org>", "0123456789"),
        ("In-Reply-To: <ALONGSIDE.0123456789@EXAMPLE.ORG>\nReferences: <x@y>", "0123456789"),
        ("<alongside.short@example.org>", ""),
        ("", ""),
        ("<somebody.else@example.org>", ""),
    ],
)
def test_the_code_is_found_in_what_a_server_gives_back(text, code) -> None:
    assert outbox.code_in(text) == code


def test_a_code_of_nothing_brings_nothing_back(db) -> None:
    assert services.bounced("", why="x", lasting=True) == services.bounced("0123456789", why="x", lasting=True) == 0


def test_what_staff_do_not_get_stands_on_the_desk(cast, postbox, client_as) -> None:
    postbox.gone.add("mo@example.org")
    services.queue("owed", organisation=cast.org.pk, to_user=cast.users["manager"].pk, subject="Two", body="Wait")
    send_waiting()
    assert "1 message to staff did not arrive" in client_as("coordinator").get("/harbour/desk/").content.decode()
    assert "no such address" in client_as("coordinator").get("/harbour/outbox/?state=held").content.decode()
