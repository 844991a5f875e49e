"""What can be filled in here. Shape only: the verbs decide."""

from ..pulse_words import LIVED, PART, SCALE
from .clearing import ClearForm
from .limits import LimitsForm
from .pulses import LadderForm, PulseForm, SheetCodeForm, SheetsForm

__all__ = [
    "LIVED",
    "PART",
    "SCALE",
    "ClearForm",
    "LadderForm",
    "LimitsForm",
    "PulseForm",
    "SheetCodeForm",
    "SheetsForm",
]
