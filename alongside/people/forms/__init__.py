"""What can be filled in about somebody: by themselves, or for them with a word on how it is known."""

from .equality import EqualityForm, PopulationForm, QuestionChangeForm, QuestionForm, SheetForm, TakeBackForm
from .function import ReadForForm, ReadForm, StaffTrainingForm
from .hearing import HearingForm
from .held import ChannelForm, ConsentForm, NamesForm, NeedForm, OfferForm, PauseForm, ReviewForm
from .inviting import InviteForm
from .register import MoveForm, NewPersonForm, RegisterFileForm, RegisterForm, SignInForm
from .told import PlainForm, Told, how_known
from .turns import LimitsForm, TrainingChangeForm, TrainingDoneForm, TrainingForm, WishForm

__all__ = [
    "RegisterFileForm",
    "ChannelForm",
    "ConsentForm",
    "EqualityForm",
    "HearingForm",
    "InviteForm",
    "LimitsForm",
    "MoveForm",
    "NamesForm",
    "NeedForm",
    "NewPersonForm",
    "OfferForm",
    "PauseForm",
    "PlainForm",
    "PopulationForm",
    "QuestionChangeForm",
    "QuestionForm",
    "ReadForForm",
    "ReadForm",
    "RegisterForm",
    "ReviewForm",
    "SheetForm",
    "SignInForm",
    "StaffTrainingForm",
    "TakeBackForm",
    "Told",
    "TrainingChangeForm",
    "TrainingDoneForm",
    "TrainingForm",
    "WishForm",
    "how_known",
]
