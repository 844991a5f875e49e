"""The main job as one story: from a vacancy in the HR calendar to a change that the one who asked for it confirms.

Told with JavaScript and without, on both databases. Every page that somebody opens on the way is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache

from tests.cast import Cast

from . import speaking, taking_part
from .company import LONDON, Company
from .visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def company(stage: Cast, either_way: Callable[..., Visitor]) -> Iterator[Company]:
    cache.clear()
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(taking_part.MONDAY, time(9), LONDON)) as clock:
        yield Company(either_way, stage, clock.move_to)


def test_from_a_vacancy_to_a_confirmed_change(company: Company, tmp_path: Path) -> None:
    a_vacancy_becomes_a_decision_taken_with_people(company, tmp_path)
    what_was_said_becomes_a_change(company)
    somebody_without_an_account_is_heard_too(company)
    speaking.then_the_record_is_whole(company)


def a_vacancy_becomes_a_decision_taken_with_people(company: Company, folder: Path) -> None:
    story, calendar = taking_part, taking_part.given_the_hr_calendar(company, folder)

    story.when_the_coordinator_brings_it_in(company, calendar)
    story.then_the_same_file_again_changes_nothing(company, calendar)
    story.then_the_vacancy_shows_as_not_yet_with_people(company)

    story.when_the_manager_asks_for_involvement(company)
    story.when_the_coordinator_accepts_it(company)
    story.when_another_request_comes_two_days_before(company)
    story.then_the_coordinator_refuses_and_the_board_reads_why(company)

    story.when_the_opportunity_is_written_without_what_can_change(company)
    story.then_it_cannot_be_opened_until_that_is_said(company)
    story.when_three_people_are_interested(company)
    story.when_one_of_them_says_what_she_needs(company)

    story.when_places_are_offered_with_a_reason_and_roles(company)
    story.when_one_says_no_without_a_reason(company)
    story.then_two_people_have_said_yes(company)

    story.when_a_session_is_set_with_agenda_and_papers(company, folder)
    story.then_what_she_needs_is_arranged(company)
    story.when_it_is_over_and_who_came_is_written_down(company)
    story.then_she_says_herself_whether_it_was_met(company)

    story.when_the_outcome_is_recorded(company)
    story.then_the_other_one_needs_a_reason_and_somebody_who_may(company)


def what_was_said_becomes_a_change(company: Company) -> None:
    story = speaking

    story.when_she_says_what_shuts_people_out(company)
    story.when_the_manager_says_that_it_is_read(company)
    story.then_noted_is_not_an_answer(company)
    story.when_the_manager_answers_with_a_reason(company, story.FIRST)
    story.then_she_is_told(company, story.FIRST, story.ANSWERED_ON)

    story.when_she_says_that_it_is_no_answer(company)
    story.when_the_manager_answers_with_a_reason(company, story.SECOND)
    story.then_she_is_told(company, story.SECOND, story.AGAIN_ON)

    story.when_a_change_is_written_down_with_evidence(company)
    story.then_she_confirms_it_on_her_phone(company)
    story.when_it_may_be_shown(company)
    story.then_everybody_can_see_what_came_of_it(company)


def somebody_without_an_account_is_heard_too(company: Company) -> None:
    story = speaking

    story.when_somebody_says_something_without_an_account(company)
    story.when_it_is_answered(company)
    story.then_the_code_leads_to_the_answer(company)
    story.when_the_words_are_taken_back(company)
    story.then_the_ledger_shows_that_and_nothing_more(company)
