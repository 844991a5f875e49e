"""A change that did not hold, as one story; its author reads it on a phone, also without JavaScript, and prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
import time_machine
from django.core import mail

from tests.cast import Cast

from . import holding as story
from .company import LONDON, Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
FIRST = date(2026, 11, 3)


@pytest.fixture
def company(stage: Cast, visitor: Callable[..., Visitor]) -> Iterator[Company]:
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(FIRST, time(9), LONDON)) as clock:
        yield Company(visitor, stage, clock.move_to)


def test_from_a_claim_to_a_page_that_says_it_did_not_hold(company: Company, tmp_path: Path) -> None:
    story.given_two_people_who_were_answered(company)
    story.when_a_change_is_claimed_with_a_day_to_look_again(company)
    story.then_two_authors_judge_it(company)
    story.when_it_did_not_hold(company)
    story.then_it_is_owed_again(company)
    story.then_its_author_says_whether_it_is_there_again(company)
    story.then_its_author_opens_the_trace_and_prints_it(company, tmp_path)
    story.then_staff_see_the_same_for_all_of_them(company)
