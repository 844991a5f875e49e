"""Somebody without e-mail hears what came of their words, by letter and by phone; a bounce comes back and is mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.home.services import sending
from alongside.home.tests.access_told import reachable_by
from alongside.home.tests.test_returning import answered
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import Message
from tests.cast import Cast

from .visitor import Visitor

pytestmark = pytest.mark.browser


def the_post_goes_out() -> None:
    sending.send_waiting()


def test_somebody_without_email_is_told(visitor: Callable[..., Visitor], stage: Cast) -> None:
    """Given an answer for Noor, who takes letters first; when her letter comes back, she is rung."""
    reachable_by(stage, "post")
    reachable_by(stage, "phone", preferred=False)
    said, _message = answered(stage, "noor", words="The bus does not stop there.")
    the_post_goes_out()

    alma = visitor("coordinator")
    alma.goes_to("/harbour/desk/").reads("To be told by you", "1 thing to post").follows("1 thing to post")
    alma.reads("Noor", "1 Quay Road").follows("Show the letters, to print them")
    alma.reads("Hello Noor,", "We changed it.", "YO1 1AA").does_not_read("The bus does not stop there.")
    alma.presses("They are printed and posted").reads("Written down: they are told.", "Nobody waits for this.")
    alma.goes_to(f"/harbour/voices/{said.code}/").reads("They were told, by letter")

    alma.goes_to("/harbour/outbox/").reads("Printed and posted").follows("It came back")
    alma.presses("Yes, it came back").reads("Nothing more is sent to that address")
    alma.goes_to(f"/harbour/voices/{said.code}/").reads("They were not told after all", "The letter came back.")
    the_post_goes_out()

    alma.goes_to("/harbour/desk/").follows("1 thing to tell by phone").reads("01632 960 001").follows("Noor")
    alma.reads("say nothing but that you will ring again", "We changed it.")
    alma.chooses("Nobody answered").presses("Write it down").reads("Written down.", "10am")
    alma.follows("Noor").reads("Tried so far", "No answer").chooses("They answered, and have heard it")
    alma.presses("Write it down").reads("Nobody waits for this.")
    alma.goes_to(f"/harbour/voices/{said.code}/").reads("They were told, by phone")
    alma.goes_to(f"/harbour/people/{stage.people['noor'].code}/").reads("Does not work", "A letter came back")


def test_a_bounce_comes_back_to_the_desk_and_is_mended(visitor: Callable[..., Visitor], stage: Cast) -> None:
    """Given an e-mail that came back; when Cora puts her address right, it goes there."""
    said, message = answered(stage)
    the_post_goes_out()
    batch = Message.objects.get(pk=message.pk).batch
    post.bounced(batch, why="The mail server says that there is no such address (550).", lasting=True)
    the_post_goes_out()

    alma = visitor("coordinator")
    alma.goes_to("/harbour/desk/").reads("Cora: There is an answer", "no such address")
    alma.follows("Cora: There is an answer").reads("Came back", "How Cora can be reached")

    cora = visitor("cora", phone=True)
    cora.goes_to("/me/about/").reads("E-mail does not work: nothing is sent there.").follows("Look at it")
    cora.reads("Nothing is sent there since").writes("Your e-mail address", "cora.whitlock@example.org")
    cora.presses("Save").reads("cora.whitlock@example.org").does_not_read("Does not work")
    cora.follows("Choose how you hear from us").chooses("Once a week, all in one message").chooses("Wednesday")
    cora.writes("Not before this time of day", "10am").writes("Not after this time of day", "9am").presses("Save")
    cora.reads("There is something to put right", "Write a later one")
    cora.writes("Not after this time of day", "4pm").chooses("When there is an answer to what I said").presses("Save")
    cora.reads("Once a week, all in one message", "Answers at once", "Wednesday, from 10am to 4pm")
    cora.follows("Choose how you hear from us").chooses("At once, each by itself")
    for box in cora.page.get_by_role("checkbox", name="Wednesday").all():
        box.uncheck()
    cora.writes("Not before this time of day", "").writes("Not after this time of day", "").presses("Save")
    cora.reads("Any day, any time")
    the_post_goes_out()
    assert Message.objects.get(pk=message.pk).state == "sent"
    alma.goes_to("/harbour/desk/").does_not_read("Cora: There is an answer")
    alma.goes_to(f"/harbour/voices/{said.code}/").reads("They were not told after all")
    assert [one.outcome for one in outbox.tries_of([message])] == ["handed", "bounced", "handed"]


def test_staff_choose_how_often_they_hear(visitor: Callable[..., Visitor]) -> None:
    mo = visitor("manager", phone=True)
    mo.goes_to("/harbour/owed/").follows("How often we write to you").chooses("Once a day, all in one message")
    mo.presses("Save").reads("Saved. It holds from now on.")
