"""What can be filled in about somebody: by themselves, or for them with a word on how it is known."""

from .hearing import HearingForm
from .held import ChannelForm, ConsentForm, NamesForm, NeedForm, OfferForm, PauseForm, ReviewForm
from .register import MoveForm, NewPersonForm, RegisterFileForm, RegisterForm, SignInForm
from .told import PlainForm, Told, how_known
from .turns import LimitsForm, TrainingChangeForm, TrainingDoneForm, TrainingForm, WishForm

__all__ = [
    "RegisterFileForm",
    "ChannelForm",
    "ConsentForm",
    "HearingForm",
    "LimitsForm",
    "MoveForm",
    "NamesForm",
    "NeedForm",
    "NewPersonForm",
    "OfferForm",
    "PauseForm",
    "PlainForm",
    "RegisterForm",
    "ReviewForm",
    "SignInForm",
    "Told",
    "TrainingChangeForm",
    "TrainingDoneForm",
    "TrainingForm",
    "WishForm",
    "how_known",
]
