"""A month is over: the coordinator signs; the one whom contributors chose says what is missing, and then signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.cast import Cast

from . import closing_a_month as story
from .company import Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


def test_a_month_is_closed_by_both_sides(stage: Cast, come: Callable[..., Visitor]) -> None:
    company = Company(partial(come, javascript=False), stage, lambda moment: None)
    story.given_a_month_that_is_over(company)
    story.given_contributors_have_chosen_who_signs(company)
    story.when_the_coordinator_checks_and_signs(company)
    story.then_the_other_side_says_what_is_missing(company)
    story.when_it_is_counted_again_and_both_sign(company)
    story.then_it_is_closed_and_anybody_can_check_it(company)
