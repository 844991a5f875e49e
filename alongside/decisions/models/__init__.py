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

__all__ = [
    "DECIDED",
    "DECISION",
    "DROPPED",
    "NO_DAY",
    "PLANNED",
    "STATES",
    "Audience",
    "Decision",
    "DecisionStatus",
    "Taken",
    "TakenWithout",
    "Trigger",
]
