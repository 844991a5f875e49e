"""How a decision was taken, as `record_outcome` is told it.

A pass, not a phone call: this room cannot see who was in the room, `involvement` can. Only `involvement` makes
a `TakenWith`, from its own attendance rows (tests/house/test_taken_with.py).
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TakenWith:
    """`people` contributors had taken part, as involved or more, by the day `on`; `places` are their codes."""

    decision_id: int
    on: date
    people: int
    places: tuple[str, ...]


@dataclass(frozen=True)
class WithoutPeople:
    """Nobody, or too few. A reserved decision needs the reason, and somebody who may allow it (a user's number)."""

    reason: str = ""
    allowed_by: int | None = None
