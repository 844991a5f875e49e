"""The verbs. Nobody else writes to this room's tables."""

from .answering import acknowledge, answer, hand_over, write_rendering
from .changes import give_verdict, record_change
from .concerns import close_concern, look_at_concern, open_concern, raise_concern, release_concern
from .contact import end_contact
from .correcting import correct_change
from .holding import ask_whether_it_held, look, plan_checks, say_held
from .last_word import challenge, change_uses, take_away, withdraw
from .messages import remind_safeguarding
from .moderating import appeal, moderate, vote
from .publishing import change_showing_rules, end_on_panel, name_to_panel
from .questions import question_of
from .reading import read
from .saying import say
from .shaping import What, dispute_shaped, say_shaped
from .showing import confirm, write_own_version
from .telling import not_told_after_all, tell, told_after_a_text, told_by_code, told_by_message
from .wordlists import change_phrases

__all__ = [
    "What",
    "acknowledge",
    "answer",
    "appeal",
    "ask_whether_it_held",
    "challenge",
    "change_phrases",
    "change_showing_rules",
    "change_uses",
    "close_concern",
    "confirm",
    "correct_change",
    "dispute_shaped",
    "end_contact",
    "end_on_panel",
    "give_verdict",
    "hand_over",
    "look",
    "look_at_concern",
    "moderate",
    "name_to_panel",
    "not_told_after_all",
    "open_concern",
    "plan_checks",
    "question_of",
    "raise_concern",
    "read",
    "record_change",
    "release_concern",
    "remind_safeguarding",
    "say",
    "say_held",
    "say_shaped",
    "take_away",
    "tell",
    "told_after_a_text",
    "told_by_code",
    "told_by_message",
    "vote",
    "withdraw",
    "write_own_version",
    "write_rendering",
]
