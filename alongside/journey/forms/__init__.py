"""The shape of what somebody fills in."""

from alongside.core.forms import Form as PlainForm

from .aims import AgreeForm, AimForm, WordForm
from .entries import HoldBackForm, WhoForm, WordsForm, WriteForm

__all__ = ["AgreeForm", "AimForm", "HoldBackForm", "PlainForm", "WhoForm", "WordForm", "WordsForm", "WriteForm"]
