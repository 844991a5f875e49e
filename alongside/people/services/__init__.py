"""The verbs of the register. Each wish is written down by the person, or for them with a word on how it is known."""

from .channels import remove_channel, set_channel, stop_channel
from .consents import give_consent, withdraw_consent
from .equality import SHEET_CODE, answer_equality, forget_equality, take_back_equality, type_in_equality_sheet
from .equality_counts import count_make_up, run_make_up
from .equality_questions import (
    add_equality_question,
    reword_equality_question,
    set_population,
    take_starter_questions,
)
from .function import note_staff_training, read_policy, strike_staff_training
from .hearing import set_hearing
from .inviting import invite
from .needs import add_need, end_need, review_need
from .offers import add_offer, end_offer
from .pauses import end_pauses_that_are_over, pause, resume
from .register import add_person, assign_person, change_person, move_person
from .sign_in import link_sign_in
from .trainings import add_training, change_training, note_training, strike_training
from .wishes import set_limits, set_wish

__all__ = [
    "SHEET_CODE",
    "add_equality_question",
    "add_need",
    "add_offer",
    "add_person",
    "add_training",
    "answer_equality",
    "assign_person",
    "change_person",
    "change_training",
    "count_make_up",
    "end_need",
    "end_offer",
    "end_pauses_that_are_over",
    "forget_equality",
    "give_consent",
    "invite",
    "link_sign_in",
    "move_person",
    "note_staff_training",
    "note_training",
    "pause",
    "read_policy",
    "remove_channel",
    "resume",
    "review_need",
    "reword_equality_question",
    "run_make_up",
    "set_channel",
    "set_hearing",
    "set_limits",
    "set_population",
    "set_wish",
    "stop_channel",
    "strike_staff_training",
    "strike_training",
    "take_back_equality",
    "take_starter_questions",
    "type_in_equality_sheet",
    "withdraw_consent",
]
