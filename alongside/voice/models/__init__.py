"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling
from .changes import Change, ChangeSource, ChangeStatus, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus

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
    "Telling",
    "Verdict",
    "VerdictKind",
]
