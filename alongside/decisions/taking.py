"""How a decision was taken, and by what body, as `record_outcome` is told it.

A pass, not a phone call: this room cannot see who was in the room, `involvement` can. Only `involvement` makes
a `TakenWith`, from its own attendance rows (tests/house/test_passes.py).
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


@dataclass(frozen=True)
class LivedSeats:
    """The seats for lived experience of the body that decides, as they stood on a day."""

    seats: int = 0
    held: int = 0

    @property
    def empty(self) -> int:
        return self.seats - self.held

    @property
    def lone(self) -> bool:
        return self.seats == 1

    @property
    def alone(self) -> bool:
        """There are several, and one person sits there without the others."""
        return self.seats > 1 and self.held == 1


@dataclass(frozen=True)
class Waived:
    """Decided although seats for lived experience were empty: why, and who allowed it (a user's number)."""

    reason: str = ""
    allowed_by: int | None = None


NOT_WAIVED = Waived()
