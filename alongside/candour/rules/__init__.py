"""Who may do what in this room, and when: one file for each thing."""

from .clearing import check_stood_behind
from .limits import FEWEST_ASKED, can_set_limits, check_asked, check_can_deny, check_can_set_limits, check_limits
from .pulses import (
    answers_as_staff,
    can_choose_ladder,
    can_hand_out,
    can_read_named,
    can_read_words,
    can_see_accounts,
    check_answers,
    check_anybody_there,
    check_can_hand_out,
    check_ladder,
    check_not_yet,
    check_open,
    check_own_word,
    check_staff,
    check_take_back,
    check_themself,
    check_was_there,
)
from .signs import can_see_signs, can_see_signs_of

__all__ = [
    "answers_as_staff",
    "can_choose_ladder",
    "can_hand_out",
    "can_read_named",
    "can_read_words",
    "can_see_accounts",
    "check_answers",
    "check_anybody_there",
    "check_can_hand_out",
    "check_ladder",
    "check_not_yet",
    "check_open",
    "check_own_word",
    "check_staff",
    "check_take_back",
    "check_themself",
    "check_was_there",
    "FEWEST_ASKED",
    "can_see_signs",
    "can_see_signs_of",
    "can_set_limits",
    "check_asked",
    "check_can_deny",
    "check_can_set_limits",
    "check_limits",
    "check_stood_behind",
]
