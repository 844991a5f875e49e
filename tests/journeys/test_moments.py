"""Somebody without an account tells on a phone, without JavaScript, what a service was like; and takes it back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from alongside.journey.tests.touch_factories import moment
from tests.cast import Cast

from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
WORDS = "Nobody rang back for nine days."


def given_two_moments(stage: Cast) -> None:
    moment(stage, "The first call", after=moment(stage, "The wait", "cora"))


def when_somebody_tells_it(anybody: Visitor) -> str:
    anybody.goes_to("/harbour/").follows("What our services are like: tell it, or see what others told")
    anybody.follows("Crisis line").follows("Tell us what it was like")
    anybody.chooses("The wait", "Which moment?").chooses("Very bad", "How was it for you?")
    anybody.writes("Do you want to say what happened?", WORDS).chooses("Anyone").presses("Tell it")
    code = re.search(r"(?:[0-9a-z]{4} ){3}[0-9a-z]{4}", anybody.reads("This is your code").text())
    assert code
    return code[0]


def then_it_is_read_before_others_see_it(anybody: Visitor, alma: Visitor) -> None:
    anybody.goes_to("/harbour/what-it-is-like/").follows("Crisis line").does_not_read(WORDS)
    alma.goes_to("/harbour/what-it-is-like/").follows("1 thing that somebody told waits to be read").follows(WORDS)
    alma.chooses("Those whom its teller chose may read them").presses("Save").reads("Nothing waits.")
    anybody.goes_to("/harbour/what-it-is-like/").follows("Crisis line").reads(WORDS, "Too few so far to show")


def when_they_take_it_back(anybody: Visitor, code: str) -> None:
    anybody.goes_to("/harbour/what-it-is-like/").follows("I have a code: show me what I told, or take it back")
    anybody.writes("Your code", code).presses("Show it to me").reads(WORDS, "Very bad").presses("Take it back")
    anybody.reads("Your words are gone.")


def test_told_read_shown_and_taken_back(stage: Cast, come: Callable[..., Visitor]) -> None:
    given_two_moments(stage)
    anybody, alma = come("public", phone=True, javascript=False), come("coordinator", javascript=False)
    code = when_somebody_tells_it(anybody)
    then_it_is_read_before_others_see_it(anybody, alma)
    when_they_take_it_back(anybody, code)
    anybody.goes_to("/harbour/what-it-is-like/").follows("Crisis line").does_not_read(WORDS)
