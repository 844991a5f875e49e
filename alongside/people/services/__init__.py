"""The verbs of the register. Each wish is written down by the person, or for them with a word on how it is known."""

from .channels import remove_channel, set_channel, stop_channel
from .consents import give_consent, withdraw_consent
from .hearing import set_hearing
from .needs import add_need, end_need, review_need
from .offers import add_offer, end_offer
from .pauses import end_pauses_that_are_over, pause, resume
from .register import add_person, assign_person, change_person, move_person
from .sign_in import link_sign_in
from .trainings import add_training, change_training, note_training, strike_training
from .wishes import set_limits, set_wish

__all__ = [
    "add_need",
    "add_offer",
    "add_person",
    "add_training",
    "assign_person",
    "change_person",
    "change_training",
    "end_need",
    "end_offer",
    "end_pauses_that_are_over",
    "give_consent",
    "link_sign_in",
    "move_person",
    "note_training",
    "pause",
    "remove_channel",
    "resume",
    "review_need",
    "set_channel",
    "set_hearing",
    "set_limits",
    "set_wish",
    "stop_channel",
    "strike_training",
    "withdraw_consent",
]
