"""What can be filled in. One file for each thing."""

from .answering import AnswerForm, HandOverForm, RenderingForm, TellForm
from .author import ChallengeForm, TakeBackForm, UsesForm
from .changes import ChangeForm, VerdictForm
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

__all__ = [
    "AnswerForm",
    "ChallengeForm",
    "ChangeForm",
    "CodeForm",
    "DoneForm",
    "EndContactForm",
    "HandOverForm",
    "KIND_HINTS",
    "NAMED",
    "NAMED_HINTS",
    "OWN_USES",
    "PhrasesForm",
    "RaiseForm",
    "RenderingForm",
    "SayForm",
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
    "risk_tick",
    "uses_as_list",
    "uses_of",
    "verbatim",
]
