"""Nothing goes out as co-produced on the organisation's word alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.cast import Cast

from . import claiming as story
from .company import Company
from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]


def test_a_claim_is_signed_and_disputed(stage: Cast, come: Callable[..., Visitor]) -> None:
    company = Company(partial(come, javascript=False), stage, lambda moment: None)
    story.given_a_decision_to_whose_session_two_people_came(company)
    story.when_the_manager_claims_it(company)
    story.when_one_signs_it_with_words(company)
    story.when_another_disputes_it_on_a_phone(company)
    story.then_anybody_reads_both(company)
