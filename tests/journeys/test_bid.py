"""A bid is held against its record before it is sent, and those of whom it speaks have the last word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.cast import Cast

from . import bidding as story
from .company import Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


def test_a_bid_is_held_against_its_record(stage: Cast, come: Callable[..., Visitor]) -> None:
    company = Company(partial(come, javascript=False), stage, lambda moment: None)
    story.given_two_people_who_were_asked_in_time(company)
    story.when_the_manager_writes_the_bid_down(company)
    story.then_it_is_seen_what_the_record_does_not_support(company)
    story.when_it_is_sent_all_the_same(company)
    story.then_whoever_it_speaks_of_says_that_it_is_not_so(company)
