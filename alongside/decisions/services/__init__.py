"""The verbs of this room."""

from .endings import drop_decision, reopen_decision
from .forums import add_seats, change_forum, close_seat, make_forum
from .keeping import Details, add_decision, change_decision, raise_decision
from .outcomes import record_outcome, restate_taken
from .seats import end_term, fill_seat, take_name_out

__all__ = [
    "Details",
    "add_decision",
    "add_seats",
    "change_decision",
    "change_forum",
    "close_seat",
    "drop_decision",
    "end_term",
    "fill_seat",
    "make_forum",
    "raise_decision",
    "record_outcome",
    "reopen_decision",
    "restate_taken",
    "take_name_out",
]
