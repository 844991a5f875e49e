"""What this room keeps of its own: write-ups of activities, and standards that an organisation added."""

from .standards import OwnStandard
from .write_ups import (
    POINTS,
    READY,
    SHOWN,
    WRITE_UP,
    WRITE_UP_STATES,
    WRITING,
    Side,
    WriteUp,
    WriteUpStatus,
    WriteUpText,
)

__all__ = [
    "POINTS",
    "READY",
    "SHOWN",
    "WRITE_UP",
    "WRITE_UP_STATES",
    "WRITING",
    "OwnStandard",
    "Side",
    "WriteUp",
    "WriteUpStatus",
    "WriteUpText",
]
