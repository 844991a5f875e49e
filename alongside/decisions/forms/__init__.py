"""What can be filled in. Forms check the shape; the verbs check the rest."""

from .decisions import (
    ChangeForm,
    DecisionForm,
    ImportForm,
    RaiseForm,
    ReasonForm,
    options_in,
)

__all__ = [
    "DecisionForm",
    "ChangeForm",
    "RaiseForm",
    "ReasonForm",
    "ImportForm",
    "options_in",
]
