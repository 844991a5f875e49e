"""A road walked by both sides on a phone, without JavaScript: a bump, its reader, and the next request that learns
from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.decisions.models import Decision
from tests import make
from tests.cast import Cast

from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
BUMP = "The papers came the night before."


@pytest.fixture
def walk(come: Callable[..., Visitor]) -> Callable[[str], Visitor]:
    return lambda who: come(who, phone=True, javascript=False)


def given_an_activity(stage: Cast) -> Decision:
    about = make.decision(stage, title="Night worker", opened_on=make.days(-30), due_on=make.days(30))
    make.place(stage, "cora", make.opportunity(stage, about))
    return about


def when_cora_writes_what_she_learned(cora: Visitor, about: Decision) -> None:
    cora.goes_to("/me/").reads("What did you learn? Night worker").follows("What did you learn? Night worker")
    cora.reads("Does it go as you were told?").follows("Write down what you learned")
    cora.writes("A bump: what went wrong, or got stuck?", BUMP).chooses("Only me", "Who may read it?").follows("Save")
    cora.reads(BUMP, "Only me", "Change who may read it")


def then_nobody_else_reads_it_until_she_says_so(cora: Visitor, mo: Visitor, about: Decision) -> None:
    page = f"/harbour/decisions/{about.code}/"
    mo.goes_to(page).does_not_read(BUMP)
    cora.follows("Change who may read it").chooses("Everybody who belongs here", "Who may read it?").follows("Save")
    mo.goes_to(page).reads(BUMP, "By those who take part", "You are asked")


def when_the_manager_asks_again(mo: Visitor, again: Decision) -> None:
    mo.goes_to(f"/harbour/ask/{again.code}/").reads("What was learned last time", BUMP)


def then_the_road_shows_it(who: Visitor) -> None:
    who.goes_to("/harbour/journey/").reads("Bumps", BUMP, "The same as a table")


def test_a_bump_is_carried_to_the_next_request(stage: Cast, walk: Callable[[str], Visitor]) -> None:
    about = given_an_activity(stage)
    again = make.decision(stage, title="Day worker")
    cora, mo = walk("cora"), walk("manager")
    when_cora_writes_what_she_learned(cora, about)
    then_nobody_else_reads_it_until_she_says_so(cora, mo, about)
    when_the_manager_asks_again(mo, again)
    then_the_road_shows_it(mo)
    cora.goes_to(f"/harbour/decisions/{about.code}/").does_not_read("You are asked")
