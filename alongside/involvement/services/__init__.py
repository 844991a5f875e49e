"""The verbs, one file for each family, in the order in which they happen."""

from .arrangements import (
    add_arrangement,
    arrange_what_is_missing,
    mark_arranged,
    mark_met,
    mark_not_met,
    mark_to_do,
)
from .attendance import Came, check_in, debrief, record_attendance
from .features import add_feature, change_feature, name_conflict, remove_feature, set_quotas
from .interest import ForTheDraw, say_interest, withdraw_interest
from .meetings import add_agenda_item, add_paper, cancel_meeting, change_meeting, remove_paper, send_papers, set_meeting
from .opportunities import (
    Advert,
    cancel,
    change_opportunity,
    close_opportunity,
    close_what_is_over,
    mark_done,
    mark_filled,
    open_opportunity,
    write_opportunity,
)
from .outcomes import record_outcome_with, taken_with
from .places import accept_place, decline_place, give_back, offer_place, take_back_offer, withdraw_place
from .requests import accept, ask, refuse, withdraw_request

__all__ = [
    "ForTheDraw",
    "add_feature",
    "change_feature",
    "name_conflict",
    "remove_feature",
    "set_quotas",
    "Advert",
    "Came",
    "accept",
    "accept_place",
    "add_agenda_item",
    "add_arrangement",
    "add_paper",
    "arrange_what_is_missing",
    "ask",
    "cancel",
    "cancel_meeting",
    "change_meeting",
    "change_opportunity",
    "check_in",
    "close_opportunity",
    "close_what_is_over",
    "debrief",
    "decline_place",
    "give_back",
    "mark_arranged",
    "mark_done",
    "mark_filled",
    "mark_met",
    "mark_not_met",
    "mark_to_do",
    "offer_place",
    "open_opportunity",
    "record_attendance",
    "record_outcome_with",
    "refuse",
    "say_interest",
    "remove_paper",
    "send_papers",
    "set_meeting",
    "take_back_offer",
    "taken_with",
    "withdraw_interest",
    "withdraw_place",
    "withdraw_request",
    "write_opportunity",
]
