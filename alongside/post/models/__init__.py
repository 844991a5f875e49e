"""The outbox: messages, every try to bring one to somebody, and how often staff want to hear."""

from .messages import (
    BY_HAND,
    DROPPED,
    FAILED,
    HELD,
    MESSAGE,
    QUEUED,
    RETURNED,
    SENDING,
    SENT,
    Message,
    WaitsFor,
)
from .tries import ByHand, Outcome, Rhythm, StaffRhythm, Try

__all__ = [
    "BY_HAND",
    "DROPPED",
    "FAILED",
    "HELD",
    "MESSAGE",
    "QUEUED",
    "RETURNED",
    "SENDING",
    "SENT",
    "ByHand",
    "Message",
    "Outcome",
    "Rhythm",
    "StaffRhythm",
    "Try",
    "WaitsFor",
]
