"""What can be filled in. One file for each thing."""

from .adding import ALL, AddForm, TakeBackForm
from .answering import AnswerForm, HandOverForm, RenderingForm, TellForm
from .attaching import AttachForm, EvidenceForm, RemoveFileForm, WithFile, file_box, files_of, label_box
from .author import ChallengeForm, GoodForm, UsesForm
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
from .owing import CameBackForm, ManyForm, NoteForm, PassOnForm
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
from .themes import MarkForm, PileForm, ThemeForm
from .wording import EmptyPhrasesForm, TemplateForm

__all__ = [
    "ThemeForm",
    "PileForm",
    "MarkForm",
    "ALL",
    "AddForm",
    "AnswerForm",
    "AppealForm",
    "AttachForm",
    "CameBackForm",
    "ChallengeForm",
    "ChangeForm",
    "CheckDaysForm",
    "CodeForm",
    "ConfirmForm",
    "CorrectForm",
    "DenialForm",
    "DoneForm",
    "EmptyPhrasesForm",
    "EndContactForm",
    "EvidenceForm",
    "TemplateForm",
    "GoodForm",
    "HandOverForm",
    "HeldForm",
    "KIND_HINTS",
    "LetterboxForm",
    "LetterboxSayForm",
    "LookForm",
    "ModerateForm",
    "MoveForm",
    "ManyForm",
    "NAMED",
    "NAMED_HINTS",
    "NoteForm",
    "OWN_USES",
    "OwnVersionForm",
    "PanelForm",
    "PassOnForm",
    "PhrasesForm",
    "PrintForm",
    "RaiseForm",
    "RemoveFileForm",
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
    "WithFile",
    "WriteDownForm",
    "asks_of",
    "contact_tick",
    "file_box",
    "files_of",
    "how_line",
    "recheck_of",
    "label_box",
    "risk_tick",
    "uses_as_list",
    "uses_of",
    "verbatim",
    "wherein_of",
]
