"""What can be filled in. Forms check the shape; the verbs check the rest."""

from .decisions import (
    ChangeForm,
    DecisionForm,
    ImportForm,
    RaiseForm,
    ReasonForm,
    options_in,
)
from .elections import (
    AnswerForm,
    BallotForm,
    ElectionForm,
    NameForm,
    OffForm,
    PaperBallotForm,
    Spoken,
    StandForm,
    TakeForm,
)
from .seats import ChangeForumForm, CloseForm, EndForm, FillForm, ForumForm, SeatsForm

__all__ = [
    "AnswerForm",
    "BallotForm",
    "ChangeForm",
    "ChangeForumForm",
    "CloseForm",
    "DecisionForm",
    "ElectionForm",
    "EndForm",
    "FillForm",
    "ForumForm",
    "ImportForm",
    "NameForm",
    "OffForm",
    "PaperBallotForm",
    "RaiseForm",
    "ReasonForm",
    "SeatsForm",
    "Spoken",
    "StandForm",
    "TakeForm",
    "options_in",
]
