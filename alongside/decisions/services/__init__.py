"""The verbs of this room."""

from .elections import call_election, call_off
from .endings import drop_decision, reopen_decision
from .forums import add_seats, change_forum, close_seat, make_forum
from .keeping import Details, add_decision, change_decision, raise_decision
from .outcomes import record_outcome, restate_taken
from .seats import end_term, fill_seat, take_name_out
from .standing import (
    answer_nomination,
    ask_to_stand,
    change_statement,
    forget_candidacies,
    put_forward,
    stand,
    take_seat,
    withdraw_candidate,
)
from .voting import (
    cast_paper,
    cast_vote,
    count_election,
    count_elections,
    tell_voters,
    vote_on_paper,
    vote_on_screen,
)

__all__ = [
    "Details",
    "add_decision",
    "add_seats",
    "answer_nomination",
    "ask_to_stand",
    "call_election",
    "call_off",
    "cast_paper",
    "cast_vote",
    "change_decision",
    "change_forum",
    "change_statement",
    "close_seat",
    "count_election",
    "count_elections",
    "drop_decision",
    "end_term",
    "fill_seat",
    "forget_candidacies",
    "make_forum",
    "put_forward",
    "raise_decision",
    "record_outcome",
    "reopen_decision",
    "restate_taken",
    "stand",
    "take_name_out",
    "take_seat",
    "tell_voters",
    "vote_on_paper",
    "vote_on_screen",
    "withdraw_candidate",
]
