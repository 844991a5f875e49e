"""A draw in a real browser: from the question that one panel needs to a stranger who checks the ticket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache

from tests.cast import Cast

from . import drawing_lots as story
from .company import LONDON, Company
from .taking_part import MONDAY
from .visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def company(stage: Cast, come: Callable[..., Visitor]) -> Iterator[Company]:
    cache.clear()
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(MONDAY, time(9), LONDON)) as clock:
        yield Company(come, stage, clock.move_to)


def test_a_draw_that_everybody_can_check(company: Company, tmp_path: Path) -> None:
    story.given_something_that_is_being_written(company)
    story.when_the_coordinator_asks_one_question(company)
    story.when_people_answer_or_would_rather_not(company)
    story.then_one_of_them_changes_her_mind_about_the_answer(company)

    story.when_the_coordinator_looks_at_what_rules_would_do(company)
    story.when_the_tickets_are_sealed(company)
    story.then_everybody_can_keep_the_seal(company)
    story.when_the_number_is_drawn_and_typed_in(company)
    story.then_it_is_revealed_and_two_have_a_place(company)

    story.then_each_reads_their_own_chance_and_why(company)
    story.then_a_stranger_checks_it(company, tmp_path)
