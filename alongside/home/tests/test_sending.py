"""Mail leaves after commit, through a real SMTP server, and only to those who may be written to at that moment."""

from __future__ import annotations

import pytest

from alongside.home.services import send_waiting
from alongside.people import services as people
from alongside.post import models, services
from alongside.post.models import Message
from alongside.voice.models import Answer, Contribution
from tests import make


def write(cast, who: str = "cora", **values) -> Message:
    message = services.queue(
        values.pop("kind", "hello"),
        organisation=cast.org.pk,
        to_person=cast.people[who].pk,
        subject="There is an answer",
        body="We changed it.",
        **values,
    )
    assert message is not None
    return message


def test_a_message_arrives_at_a_real_server(cast, postbox) -> None:
    write(cast, link="/me/")
    assert send_waiting().sent == 1
    ((to, letter),) = postbox.letters
    assert to == ["cora@example.org"]
    assert letter["Subject"] == "There is an answer"
    text = letter.get_content()
    assert "Hello Cora," in text and "We changed it." in text and "/me/" in text and "Harbour House" in text


def test_staff_are_written_to_at_their_sign_in(cast, postbox) -> None:
    services.queue("owed", organisation=cast.org.pk, to_user=cast.users["manager"].pk, subject="Two", body="Wait")
    send_waiting()
    assert postbox.letters[0][0] == ["mo@example.org"]


@pytest.mark.parametrize("who", ["cora", "manager"])
def test_the_way_to_fewer_letters_opens_for_whoever_gets_it(cast, postbox, client_as, who) -> None:
    """The first letter of all goes to a sign-in, also for somebody who only takes part."""
    services.queue("role_given", organisation=cast.org.pk, to_user=cast.users[who].pk, subject="You can", body="Come")
    send_waiting()
    ending = postbox.letters[0][1].get_content().rsplit("is yours to choose: ", 1)[1].strip()
    assert client_as(who).get(ending[ending.index("/", 8) :]).status_code == 200


@pytest.mark.parametrize("who", ["noor"])
def test_somebody_without_an_address_is_not_forgotten(cast, postbox, who) -> None:
    write(cast, who)
    assert send_waiting().held == 1
    message = Message.objects.get()
    assert message.state == models.HELD and message.reason == "No way to reach them is known."


def test_a_pause_since_it_was_written_holds_it_and_its_end_lets_it_go(cast, postbox) -> None:
    write(cast)
    herself = cast.actor("cora")
    people.pause(person=cast.people["cora"], by=herself)
    assert send_waiting().held == 1 and postbox.letters == []
    people.resume(person=cast.people["cora"], by=herself)
    assert send_waiting().sent == 1 and len(postbox.letters) == 1


def test_a_withdrawn_consent_holds_it(cast, postbox) -> None:
    write(cast)
    people.withdraw_consent(person=cast.people["cora"], purpose="contact_email", by=cast.actor("cora"))
    assert send_waiting().held == 1 and postbox.letters == []


def test_what_the_server_turned_away_is_tried_again(cast, postbox) -> None:
    write(cast)
    postbox.turns_away = True
    assert send_waiting().failed == 1
    message = Message.objects.get()
    assert message.state == models.QUEUED and message.attempts == 1
    assert "cora" not in message.reason
    Message.objects.update(not_before=message.created_at)
    postbox.turns_away = False
    assert send_waiting().sent == 1


def test_nothing_is_sent_twice(cast, postbox) -> None:
    write(cast)
    assert (send_waiting().sent, send_waiting().sent) == (1, 0)


def test_an_answer_that_went_out_was_told(cast, postbox) -> None:
    said = make.contribution(cast, state="answered", answer_kind="adopted", answered_on=make.days(0))
    Answer.objects.create(
        contribution=said, kind="adopted", reason="We do it.", salt="s", role="Manager", answered_on=make.days(0)
    )
    write(cast, kind="answer_told", link=f"/me/said/{said.code}/")
    send_waiting()
    said = Contribution.objects.get(pk=said.pk)
    assert said.state == "told" and said.told_on == make.days(0)


def test_a_subject_cannot_carry_a_header(cast, postbox) -> None:
    message = write(cast)
    Message.objects.filter(pk=message.pk).update(subject="Hello\nBcc: everybody@example.org")
    assert send_waiting().sent == 1
    to, letter = postbox.letters[0]
    assert to == ["cora@example.org"] and letter["Bcc"] is None


def test_whoever_was_rung_instead_is_told_and_waits_no_longer(cast, client_as) -> None:
    said = make.contribution(
        cast, person=cast.people["noor"], state="answered", answer_kind="adopted", answered_on=make.days(0)
    )
    Answer.objects.create(
        contribution=said, kind="adopted", reason="We do it.", salt="s", role="Manager", answered_on=make.days(0)
    )
    message = write(cast, "noor", kind="answer_told", link=f"/me/said/{said.code}/")
    send_waiting()
    client, url = client_as("coordinator"), f"/harbour/outbox/{message.code}/"
    assert "There is an answer" in client.get("/harbour/desk/").content.decode()
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"channel": "phone"}).status_code == 303
    message.refresh_from_db()
    said.refresh_from_db()
    assert (message.state, message.channel) == ("sent", "phone")
    assert said.state == "told" and said.answers.get().tellings.get().channel == "phone"
    assert client.get(url).status_code == 404
    assert "There is an answer" not in client.get("/harbour/desk/").content.decode()
