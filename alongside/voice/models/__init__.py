"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling, TellingCameBack, TellingChannel
from .attachments import Attachment
from .changes import Change, ChangeKind, ChangeSource, ChangeStatus, Size, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus, Grave, Via
from .group_words import GroupSays, GroupWord
from .holding import Cause, CheckDay, Correction, Held, Reopening, Sighting
from .letterboxes import Letterbox, LetterboxStatus, Question, Slip
from .mails import Mail
from .moderation import Appeal, AppealEnd, Moderation, Outcome, PanelMember, PanelVote, ShowingRules
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
from .showing import Preview, Showing, ShowingStatus
from .themes import Theme, ThemeMark, ThemeMarkStatus, ThemeModel, ThemeWording
from .together import (
    Choice,
    CommonGround,
    CommonGroundStatus,
    Statement,
    StatementStatus,
    Vote,
    Voter,
    WhoAnswers,
    WhyNot,
)

__all__ = [
    "ThemeWording",
    "ThemeModel",
    "ThemeMarkStatus",
    "ThemeMark",
    "Theme",
    "Answer",
    "AnswerKind",
    "Appeal",
    "AppealEnd",
    "Cause",
    "Attachment",
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
    "GroupSays",
    "GroupWord",
    "Letterbox",
    "LetterboxStatus",
    "Mail",
    "Moderation",
    "Outcome",
    "PanelMember",
    "PanelVote",
    "PhraseList",
    "Preview",
    "Question",
    "RaisedBy",
    "Reading",
    "Reopening",
    "Shaped",
    "Showing",
    "ShowingRules",
    "ShowingStatus",
    "Sighting",
    "Size",
    "Slip",
    "Telling",
    "TellingCameBack",
    "TellingChannel",
    "Verdict",
    "VerdictKind",
    "Via",
    "Choice",
    "CommonGround",
    "CommonGroundStatus",
    "Statement",
    "StatementStatus",
    "Vote",
    "Voter",
    "WhoAnswers",
    "WhyNot",
]
