"""The debts of a team that does nothing rise by themselves, from the reminder to the board, until they are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import partial

import pytest
import time_machine
from django.core import mail

from tests.cast import Cast

from . import rising as story
from .company import LONDON, Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


@pytest.fixture
def company(stage: Cast, come: Callable[..., Visitor]) -> Iterator[Company]:
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(story.SAID_ON, time(9), LONDON)) as clock:
        yield Company(partial(come, javascript=False), stage, clock.move_to)


def test_from_a_reminder_to_the_board_and_down_again(company: Company) -> None:
    story.given_somebody_who_is_read_and_then_forgotten(company)
    story.when_the_day_comes_and_nobody_does_anything(company)
    story.then_whoever_answers_was_reminded(company)
    story.then_whoever_manages_them_sees_it(company)
    story.then_the_board_reads_it_by_itself(company)

    story.when_they_put_it_off_it_stays_there(company)
    story.when_a_holding_note_says_how_it_stands(company)
    story.then_she_is_told_and_the_debt_stays(company)
    story.when_it_is_answered(company)
    story.then_it_is_gone_from_every_page_and_how_late_it_was_stays(company)
