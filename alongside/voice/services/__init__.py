"""The verbs. Nobody else writes to this room's tables."""

from .adding import add_words, withdraw_all
from .answering import acknowledge, answer, hand_over, write_rendering
from .attaching import attach, attach_evidence, forget_files, remove_file, sweep_files
from .changes import give_verdict, record_change
from .concerns import close_concern, look_at_concern, open_concern, raise_concern, release_concern
from .contact import end_contact
from .correcting import correct_change
from .doubting import agree_to_words, mark_answered
from .holding import ask_whether_it_held, look, plan_checks, say_held
from .last_word import challenge, change_uses, take_away, withdraw
from .learning_themes import learn_themes
from .letterboxes import change_letterbox, close_letterbox, make_letterbox, put_in, reopen_letterbox
from .many import answer_many
from .messages import remind_safeguarding
from .moderating import appeal, moderate, vote
from .notes import write_note
from .owners import hand_back
from .paper import print_forms, type_in
from .passing_on import chase, end_passing, pass_on
from .publishing import change_showing_rules, end_on_panel, name_to_panel
from .questions import question_of
from .reading import read
from .rising import rise
from .saying import say
from .shaping import What, dispute_shaped, say_shaped
from .showing import confirm, write_own_version
from .telling import not_told_after_all, tell, told_after_a_text, told_by_code, told_by_message
from .themes import introduce_theme, mark_several, mark_theme, retire_theme, reword_theme, take_starter_themes
from .wording import change_empty_phrases, write_template
from .wordlists import change_phrases

__all__ = [
    "take_starter_themes",
    "reword_theme",
    "retire_theme",
    "mark_theme",
    "mark_several",
    "learn_themes",
    "introduce_theme",
    "What",
    "acknowledge",
    "add_words",
    "agree_to_words",
    "answer",
    "appeal",
    "ask_whether_it_held",
    "attach",
    "attach_evidence",
    "answer_many",
    "challenge",
    "change_letterbox",
    "chase",
    "change_empty_phrases",
    "change_phrases",
    "change_showing_rules",
    "change_uses",
    "close_concern",
    "close_letterbox",
    "confirm",
    "correct_change",
    "dispute_shaped",
    "end_contact",
    "end_on_panel",
    "forget_files",
    "end_passing",
    "give_verdict",
    "hand_back",
    "hand_over",
    "look",
    "mark_answered",
    "look_at_concern",
    "make_letterbox",
    "moderate",
    "name_to_panel",
    "not_told_after_all",
    "open_concern",
    "plan_checks",
    "print_forms",
    "put_in",
    "question_of",
    "pass_on",
    "raise_concern",
    "read",
    "record_change",
    "release_concern",
    "remind_safeguarding",
    "reopen_letterbox",
    "remove_file",
    "rise",
    "say",
    "say_held",
    "say_shaped",
    "sweep_files",
    "take_away",
    "tell",
    "told_after_a_text",
    "told_by_code",
    "told_by_message",
    "type_in",
    "vote",
    "withdraw",
    "withdraw_all",
    "write_own_version",
    "write_note",
    "write_template",
    "write_rendering",
]
