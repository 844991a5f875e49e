"""What is to be decided, and who sits where it is decided: one file for each."""

from .decisions import (
    DECIDED,
    DECISION,
    DROPPED,
    NO_DAY,
    PLANNED,
    STATES,
    Audience,
    Decision,
    DecisionStatus,
    Taken,
    TakenWithout,
    Trigger,
)
from .forums import Capacity, Filled, Forum, ForumKind, Seat, SeatHolder
from .waivers import SeatWaiver

__all__ = [
    "DECIDED",
    "DECISION",
    "DROPPED",
    "NO_DAY",
    "PLANNED",
    "STATES",
    "Audience",
    "Capacity",
    "Decision",
    "DecisionStatus",
    "Filled",
    "Forum",
    "ForumKind",
    "Seat",
    "SeatHolder",
    "SeatWaiver",
    "Taken",
    "TakenWithout",
    "Trigger",
]
