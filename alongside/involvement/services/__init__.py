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
from .candidates import add_candidate, change_candidate, remove_candidates_data, withdraw_candidate
from .choices import agree_shortlist, answer_follow_up, choose_candidate, review_panel
from .draws import number_draw, offer_to_everybody, reveal_draw, seal_draw
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
from .outcomes import record_outcome_with, reopen_with, taken_with
from .panels import add_member, agree_to_terms, set_chair, set_terms, stand_down
from .places import accept_place, decline_place, give_back, offer_place, take_back_offer, withdraw_place
from .recruitment import begin_recruitment, move_stage, note_change
from .requests import accept, ask, refuse, withdraw_request
from .results import call_reserve
from .scores import give_scores, hand_in_sheet, mark_candidate, open_sheets, remove_question, write_question
from .setting_aside import set_draw_aside

__all__ = [
    "Advert",
    "Came",
    "ForTheDraw",
    "accept",
    "accept_place",
    "add_agenda_item",
    "add_arrangement",
    "add_candidate",
    "add_feature",
    "add_member",
    "add_paper",
    "agree_shortlist",
    "agree_to_terms",
    "answer_follow_up",
    "arrange_what_is_missing",
    "ask",
    "begin_recruitment",
    "call_reserve",
    "cancel",
    "cancel_meeting",
    "change_candidate",
    "change_feature",
    "change_meeting",
    "change_opportunity",
    "check_in",
    "choose_candidate",
    "close_opportunity",
    "close_what_is_over",
    "debrief",
    "decline_place",
    "give_back",
    "give_scores",
    "hand_in_sheet",
    "mark_arranged",
    "mark_candidate",
    "mark_done",
    "mark_filled",
    "mark_met",
    "mark_not_met",
    "mark_to_do",
    "move_stage",
    "name_conflict",
    "note_change",
    "number_draw",
    "offer_place",
    "offer_to_everybody",
    "open_opportunity",
    "open_sheets",
    "record_attendance",
    "record_outcome_with",
    "refuse",
    "remove_candidates_data",
    "remove_feature",
    "remove_paper",
    "remove_question",
    "reopen_with",
    "reveal_draw",
    "review_panel",
    "say_interest",
    "seal_draw",
    "send_papers",
    "set_chair",
    "set_draw_aside",
    "set_meeting",
    "set_quotas",
    "set_terms",
    "stand_down",
    "take_back_offer",
    "taken_with",
    "withdraw_candidate",
    "withdraw_interest",
    "withdraw_place",
    "withdraw_request",
    "write_opportunity",
    "write_question",
]
