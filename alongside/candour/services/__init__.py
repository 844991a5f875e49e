"""The verbs of this room."""

from .clearing import clear_and_open
from .limits import Answer, deny_asking, set_limits
from .open_pulses import answer_as_staff, answer_openly, choose_ladder, take_back
from .pulses import answer_on_sheet, answer_pulse, ask_how_it_was, hand_out_sheets
from .pulses_over import close_pulse, close_what_is_over, count_small_groups, run_pulses

__all__ = [
    "Answer",
    "answer_as_staff",
    "answer_on_sheet",
    "answer_openly",
    "answer_pulse",
    "ask_how_it_was",
    "choose_ladder",
    "clear_and_open",
    "close_pulse",
    "close_what_is_over",
    "count_small_groups",
    "deny_asking",
    "hand_out_sheets",
    "run_pulses",
    "set_limits",
    "take_back",
]
