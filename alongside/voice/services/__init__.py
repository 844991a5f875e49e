"""The verbs. Nobody else writes to this room's tables."""

from .answering import acknowledge, answer, hand_over, write_rendering
from .changes import give_verdict, record_change
from .last_word import challenge, change_uses, take_away, withdraw
from .saying import say
from .telling import tell, told_by_message

__all__ = [
    "acknowledge",
    "answer",
    "challenge",
    "change_uses",
    "give_verdict",
    "hand_over",
    "record_change",
    "say",
    "take_away",
    "tell",
    "told_by_message",
    "withdraw",
    "write_rendering",
]
