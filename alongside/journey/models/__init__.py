"""One file for each thing: what somebody learned, and what is aimed at."""

from .aims import AIM, AIM_STATES, OPEN, REACHED, SAID, STOPPED, STUCK, Aim, AimAgreement, AimStatus, AimWord, Says
from .entries import WORDS, Audience, Entry, EntryReader, EntryText, PromptAway, Side, When
from .statements import Rated, RatingMark, RatingRound, Statement, StatementAgreement
from .stories import (
    Story,
    StoryCheck,
    StoryChoice,
    StoryDomain,
    StoryGroup,
    StoryRound,
    StoryRoundStatus,
)
from .touchpoints import FeelingWords, Telling, TellingAudience, TouchCount, Touchpoint

__all__ = [
    "AIM",
    "AIM_STATES",
    "OPEN",
    "REACHED",
    "SAID",
    "STOPPED",
    "STUCK",
    "WORDS",
    "Aim",
    "AimAgreement",
    "AimStatus",
    "AimWord",
    "Audience",
    "Entry",
    "EntryReader",
    "EntryText",
    "FeelingWords",
    "PromptAway",
    "Rated",
    "RatingMark",
    "RatingRound",
    "Says",
    "Side",
    "Statement",
    "StatementAgreement",
    "Story",
    "StoryCheck",
    "StoryChoice",
    "StoryDomain",
    "StoryGroup",
    "StoryRound",
    "StoryRoundStatus",
    "Telling",
    "TellingAudience",
    "TouchCount",
    "Touchpoint",
    "When",
]
