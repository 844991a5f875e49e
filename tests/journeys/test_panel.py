"""An interview panel as one story: with JavaScript and without, a contributor in the chair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time

import pytest
import time_machine
from django.core import mail

from alongside.involvement.queries import broken_sheets
from tests.cast import Cast

from . import choosing as story
from .company import LONDON, Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


@pytest.fixture
def company(stage: Cast, visitor: Callable[..., Visitor]) -> Iterator[Company]:
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(story.MONDAY, time(9), LONDON)) as clock:
        yield Company(visitor, stage, clock.move_to)


def test_from_the_idea_of_a_job_to_the_review(company: Company) -> None:
    story.given_a_decision_with_two_places(company)

    story.when_the_manager_says_that_it_is_about_a_job(company)
    story.when_its_first_stages_go_by(company)
    story.when_somebody_changes_the_job_description(company)

    story.when_the_panel_is_seated(company)
    story.when_somebody_applies(company)
    story.then_nobody_reads_before_they_agreed(company)

    story.when_each_says_whom_they_would_meet(company)
    story.then_the_chair_writes_down_whom_they_invite(company)
    story.when_questions_are_written(company)
    story.when_everybody_scores(company)
    story.then_all_see_all_scores(company)

    story.when_the_choice_differs(company)
    story.then_the_board_and_the_decision_say_so(company)
    story.when_the_panel_looks_back(company)
    story.then_the_panel_hears_whether_they_started_and_stayed(company)
    story.then_what_was_kept_of_candidates_goes(company)
    assert list(broken_sheets(company.cast.org.pk)) == []
