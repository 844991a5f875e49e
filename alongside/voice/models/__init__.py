"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling, TellingCameBack, TellingChannel
from .changes import Change, ChangeKind, ChangeSource, ChangeStatus, Size, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus, Grave, Via
from .holding import Cause, CheckDay, Correction, Held, Reopening, Sighting
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
from .shaping import Denial, Shaped

__all__ = [
    "Answer",
    "AnswerKind",
    "Cause",
    "Challenge",
    "ChallengeKind",
    "Change",
    "ChangeKind",
    "ChangeSource",
    "ChangeStatus",
    "CheckDay",
    "Concern",
    "ConcernOpening",
    "ConcernStatus",
    "ContactEnd",
    "ContactWish",
    "Contribution",
    "ContributionKind",
    "ContributionStatus",
    "Correction",
    "Denial",
    "Grave",
    "Held",
    "Letterbox",
    "LetterboxStatus",
    "PhraseList",
    "Question",
    "RaisedBy",
    "Reading",
    "Reopening",
    "Shaped",
    "Sighting",
    "Size",
    "Slip",
    "Telling",
    "TellingCameBack",
    "TellingChannel",
    "Verdict",
    "VerdictKind",
    "Via",
]
