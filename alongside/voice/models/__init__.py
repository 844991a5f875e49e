"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling, TellingCameBack, TellingChannel
from .changes import Change, ChangeSource, ChangeStatus, Size, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus, Grave, Via
from .letterboxes import Letterbox, LetterboxStatus, Question, Slip
from .safety import (
    Concern,
    ConcernOpening,
    ConcernStatus,
    ContactEnd,
    ContactWish,
    PhraseList,
    RaisedBy,
    Reading,
)

__all__ = [
    "Answer",
    "AnswerKind",
    "Challenge",
    "ChallengeKind",
    "Change",
    "ChangeSource",
    "ChangeStatus",
    "Concern",
    "ConcernOpening",
    "ConcernStatus",
    "ContactEnd",
    "ContactWish",
    "Contribution",
    "ContributionKind",
    "ContributionStatus",
    "Grave",
    "Letterbox",
    "LetterboxStatus",
    "PhraseList",
    "Question",
    "RaisedBy",
    "Reading",
    "Size",
    "Slip",
    "Telling",
    "TellingCameBack",
    "TellingChannel",
    "Verdict",
    "VerdictKind",
    "Via",
]
