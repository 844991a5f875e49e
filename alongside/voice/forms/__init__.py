"""What can be filled in. One file for each thing."""

from .answering import AnswerForm, HandOverForm, RenderingForm, TellForm
from .author import ChallengeForm, TakeBackForm, UsesForm
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

__all__ = [
    "AnswerForm",
    "ChallengeForm",
    "ChangeForm",
    "CheckDaysForm",
    "CodeForm",
    "CorrectForm",
    "DenialForm",
    "DoneForm",
    "EndContactForm",
    "HandOverForm",
    "HeldForm",
    "KIND_HINTS",
    "LookForm",
    "NAMED",
    "NAMED_HINTS",
    "OWN_USES",
    "PhrasesForm",
    "RaiseForm",
    "RenderingForm",
    "SayForm",
    "ShapedForm",
    "THEIR_USES",
    "TakeBackForm",
    "TellForm",
    "Told",
    "UsesForm",
    "VerdictForm",
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
