"""What the verbs share: the locked row, the organisation's days, words as they were said."""

from __future__ import annotations

import unicodedata
from datetime import date

from alongside.core.inputs import tidy_text
from alongside.organisation import queries as organisations

from ..models import Contribution, Passing, RenderingDoubt
from ..models.contributions import RECEIVED


def locked(contribution: Contribution) -> Contribution:
    """The row as it stands now, held until the transaction ends."""
    return Contribution.everything.select_for_update(no_key=True).get(pk=contribution.pk)


def as_said(words: str) -> str:
    """Nothing is changed but what no one can see or keep: control characters and broken halves of a character."""
    return "".join(char for char in tidy_text(words) if unicodedata.category(char) != "Cs")


def clock_for(contribution: Contribution) -> organisations.Clock:
    return organisations.clock_of(contribution.organisation)


def next_due(state: str, acknowledge_by: date, answer_by: date) -> date:
    """The next day on which something is owed. Whatever happens, the day of the answer never moves."""
    return min(acknowledge_by, answer_by) if state == RECEIVED else answer_by


def open_passing(contribution: Contribution) -> Passing | None:
    """With somebody outside, whose answer we wait for. `contribution` is locked."""
    found = contribution.passings.select_for_update(no_key=True).filter(ended_on__isnull=True).first()
    if found:
        found.contribution = contribution
    return found


def open_doubt(contribution: Contribution) -> RenderingDoubt | None:
    """The edited version that its author has not agreed to. `contribution` is locked."""
    return contribution.rendering_doubts.select_for_update(no_key=True).filter(agreed_on__isnull=True).first()
