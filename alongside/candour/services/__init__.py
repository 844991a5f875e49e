"""The verbs of this room."""

from .claims import Wording, ask_those_missing, end_claim, make_claim, remind_of_claims, restate_claim, show_claim
from .clearing import clear_and_open
from .limits import Answer, deny_asking, set_limits
from .open_pulses import answer_as_staff, answer_openly, choose_ladder, take_back
from .pulses import answer_on_sheet, answer_pulse, ask_how_it_was, hand_out_sheets
from .pulses_over import ask_what_is_due, close_pulse, close_what_is_over, count_small_groups
from .signing import decline, dispute, forget_words, reply, reply_for_organisation, sign, take_back_signature

__all__ = [
    "Answer",
    "Wording",
    "answer_as_staff",
    "answer_on_sheet",
    "answer_openly",
    "answer_pulse",
    "ask_how_it_was",
    "ask_those_missing",
    "ask_what_is_due",
    "choose_ladder",
    "clear_and_open",
    "close_pulse",
    "close_what_is_over",
    "count_small_groups",
    "decline",
    "deny_asking",
    "dispute",
    "end_claim",
    "forget_words",
    "hand_out_sheets",
    "make_claim",
    "remind_of_claims",
    "reply",
    "reply_for_organisation",
    "restate_claim",
    "set_limits",
    "show_claim",
    "sign",
    "take_back",
    "take_back_signature",
]
