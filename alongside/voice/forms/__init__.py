"""What can be filled in. One file for each thing."""

from .adding import ALL, AddForm, TakeBackForm
from .answering import AnswerForm, HandOverForm, RenderingForm, TellForm
from .author import ChallengeForm, UsesForm
from .changes import (
    ChangeForm,
    CheckDaysForm,
    CorrectForm,
    HeldForm,
    LookForm,
    VerdictForm,
    recheck_of,
    wherein_of,
)
from .common import OWN_USES, THEIR_USES, Told, uses_as_list, uses_of, verbatim
from .letterboxes import LetterboxForm, LetterboxSayForm, MoveForm, PrintForm
from .safety import DoneForm, EndContactForm, PhrasesForm, RaiseForm
from .saying import (
    KIND_HINTS,
    NAMED,
    NAMED_HINTS,
    CodeForm,
    SayForm,
    WriteDownForm,
    asks_of,
    contact_tick,
    how_line,
    risk_tick,
)
from .shaping import DenialForm, ShapedForm
from .showing import (
    AppealForm,
    ConfirmForm,
    ModerateForm,
    OwnVersionForm,
    PanelForm,
    ShowingRulesForm,
    VoteForm,
)

__all__ = [
    "ALL",
    "AddForm",
    "AnswerForm",
    "AppealForm",
    "ChallengeForm",
    "ChangeForm",
    "CheckDaysForm",
    "CodeForm",
    "ConfirmForm",
    "CorrectForm",
    "DenialForm",
    "DoneForm",
    "EndContactForm",
    "HandOverForm",
    "HeldForm",
    "KIND_HINTS",
    "LetterboxForm",
    "LetterboxSayForm",
    "LookForm",
    "ModerateForm",
    "MoveForm",
    "NAMED",
    "NAMED_HINTS",
    "OWN_USES",
    "OwnVersionForm",
    "PanelForm",
    "PhrasesForm",
    "PrintForm",
    "RaiseForm",
    "RenderingForm",
    "SayForm",
    "ShapedForm",
    "ShowingRulesForm",
    "THEIR_USES",
    "TakeBackForm",
    "TellForm",
    "Told",
    "UsesForm",
    "VerdictForm",
    "VoteForm",
    "WriteDownForm",
    "asks_of",
    "contact_tick",
    "how_line",
    "recheck_of",
    "risk_tick",
    "uses_as_list",
    "uses_of",
    "verbatim",
    "wherein_of",
]
