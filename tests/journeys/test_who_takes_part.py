"""Somebody says about themselves what they like, and nobody reads it but they."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.cast import Cast

from .visitor import Visitor

pytestmark = pytest.mark.browser


def test_said_by_one_and_read_by_nobody_else(come: Callable[..., Visitor], stage: Cast) -> None:
    visitor = partial(come, javascript=False)
    coordinator = visitor("coordinator")
    coordinator.goes_to("/harbour/settings/equality/").follows("Take the questions to begin with")
    coordinator.presses("Take them").reads("They are yours now", "Gender identity", "Not written down")
    coordinator.follows("Care").writes("The question, as it is read", "What is your diagnosis?").presses("Save")
    coordinator.reads("Nobody is asked here what they are diagnosed with")

    cora = visitor("cora", phone=True)
    cora.goes_to("/me/about/").follows("See the questions").reads("You never have to answer one", "10 people or more")
    cora.follows("Answer : Age").chooses("35 to 44").presses("Save").reads("What is your ethnic group?")
    cora.chooses("I would rather not say").presses("Save").reads("Do you have any physical or mental health")
    cora.follows("Leave it out").reads("35 to 44", "I would rather not say", "Not answered")

    code = stage.people["cora"].code
    coordinator.goes_to(f"/harbour/people/{code}/equality/").does_not_read("35 to 44", "Not answered")
    coordinator.goes_to("/harbour/figures/make-up/").reads("Nothing was counted yet").does_not_read("35 to 44")

    cora.follows("Change : Age").follows("Take the answer out").presses("Take it out").reads("Nothing is kept of it.")
    cora.does_not_read("35 to 44")
