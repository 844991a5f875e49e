"""Who can be in a draw, why somebody cannot, and what turns taken do to a chance.

An access need that has not been arranged is no reason here: that is the organiser's failure, and the person stays in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .panels import FULL


class Reason(StrEnum):
    NOT_AVAILABLE = "not_available"
    TRAINING = "training"
    CONFLICT = "conflict"
    LIMIT = "limit"  # over the limit that they set themselves: shown to them alone
    RESTING = "resting"


@dataclass(frozen=True)
class Standing:
    """One person's facts about one draw. `resting`: until this day."""

    available: bool = True
    trained: bool = True
    conflict: bool = False
    over_limit: bool = False
    resting: date | None = None


def why_not(facts: Standing) -> tuple[Reason, ...]:
    """Every reason, not only the first, so that nobody mends one and meets the next."""
    found = (
        (Reason.NOT_AVAILABLE, not facts.available),
        (Reason.TRAINING, not facts.trained),
        (Reason.CONFLICT, facts.conflict),
        (Reason.LIMIT, facts.over_limit),
        (Reason.RESTING, facts.resting is not None),
    )
    return tuple(reason for reason, holds in found if holds)


def turn_weight(turns: int) -> int:
    """A quarter for each turn in the last twelve months, never less than 1/64."""
    return max(1, FULL >> 2 * min(max(turns, 0), 8))
