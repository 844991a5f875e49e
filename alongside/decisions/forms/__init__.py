"""What can be filled in. Forms check the shape; the verbs check the rest."""

from .decisions import (
    ChangeForm,
    DecisionForm,
    ImportForm,
    RaiseForm,
    ReasonForm,
    options_in,
)
from .seats import ChangeForumForm, CloseForm, EndForm, FillForm, ForumForm, SeatsForm

__all__ = [
    "ChangeForm",
    "ChangeForumForm",
    "CloseForm",
    "DecisionForm",
    "EndForm",
    "FillForm",
    "ForumForm",
    "ImportForm",
    "RaiseForm",
    "ReasonForm",
    "SeatsForm",
    "options_in",
]
