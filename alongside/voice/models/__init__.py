"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling, TellingChannel
from .changes import Change, ChangeSource, ChangeStatus, Size, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus, Via

__all__ = [
    "Answer",
    "AnswerKind",
    "Challenge",
    "ChallengeKind",
    "Change",
    "ChangeSource",
    "ChangeStatus",
    "Contribution",
    "ContributionKind",
    "ContributionStatus",
    "Size",
    "Telling",
    "TellingChannel",
    "Verdict",
    "VerdictKind",
    "Via",
]
