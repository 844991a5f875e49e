"""However it was said, it is in one ledger: read, answered, told, questioned by its author, answered again, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core import mail

from tests.cast import Cast

from . import listening as story
from .company import LONDON, Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


@pytest.fixture
def company(stage: Cast, come: Callable[..., Visitor], settings: Any) -> Iterator[Company]:
    settings.MAIL_IN = {"address": story.ADDRESS}
    mail.outbox.clear()
    with time_machine.travel(datetime.combine(story.FIRST, time(9), LONDON)) as clock:
        yield Company(partial(come, javascript=False), stage, clock.move_to)


def test_every_way_in_ends_in_one_ledger_and_is_owed_the_same(company: Company, tmp_path: Path) -> None:
    story.when_the_coordinator_brings_in_a_file_of_comments(company, tmp_path)
    story.when_staff_put_up_a_letterbox_with_a_poster_and_paper_forms(company)
    story.when_somebody_points_a_phone_at_the_poster(company)
    story.when_somebody_writes_an_e_mail(company)
    story.when_a_paper_form_is_typed_in(company)
    story.then_all_of_it_is_in_one_ledger(company)

    story.when_each_is_read_and_answered(company)
    story.then_each_of_them_is_told(company)
    story.when_each_of_them_says_that_it_is_not_right(company)
    story.then_nobody_can_tidy_that_away(company)

    story.when_each_is_answered_again(company)
    story.then_each_of_them_says_that_it_answers_them(company)
    story.then_nothing_is_owed_any_more(company)
