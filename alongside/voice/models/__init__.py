"""What was said, what was answered, what is different now. One file for each."""

from .answers import Answer, AnswerKind, Challenge, ChallengeKind, Telling, TellingCameBack, TellingChannel
from .attachments import Attachment
from .changes import Change, ChangeKind, ChangeSource, ChangeStatus, Size, Verdict, VerdictKind
from .contributions import Contribution, ContributionKind, ContributionStatus, Grave, Via
from .group_words import GroupSays, GroupWord
from .holding import Cause, CheckDay, Correction, Held, Reopening, Sighting
from .last_word import AnswersMe, RenderingDoubt
from .letterboxes import Letterbox, LetterboxStatus, Question, Slip
from .mails import Mail
from .moderation import Appeal, AppealEnd, Moderation, Outcome, PanelMember, PanelVote, ShowingRules
from .passing import Chase, Passing, PassingEnd
from .rising import Escalation, Step
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
from .together_marks import GroundMark, MarkKind
from .wording import AnswerTemplate, EmptyPhrases

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
    "AnswerTemplate",
    "AnswersMe",
    "Challenge",
    "ChallengeKind",
    "Change",
    "ChangeKind",
    "ChangeSource",
    "ChangeStatus",
    "CheckDay",
    "Chase",
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
    "EmptyPhrases",
    "Escalation",
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
    "Passing",
    "PassingEnd",
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
    "RenderingDoubt",
    "Size",
    "Slip",
    "Step",
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
    "GroundMark",
    "MarkKind",
]
