"""The verbs of this room."""

from .endings import drop_decision, reopen_decision
from .keeping import Details, add_decision, change_decision, raise_decision
from .outcomes import record_outcome, restate_taken

__all__ = [
    "Details",
    "add_decision",
    "change_decision",
    "drop_decision",
    "raise_decision",
    "record_outcome",
    "reopen_decision",
    "restate_taken",
]
