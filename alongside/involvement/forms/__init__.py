"""The shape of what somebody fills in. Forms check shape; verbs decide."""

from .afterwards import AttendanceForm, NoteForm, NotMetForm, OutcomeForm
from .draws import NumberForm, RolesForm, SealForm, SetAsideForm
from .features import ConflictForm, FeatureForm, InterestForm, QuotaForm, WrittenDownInterestForm
from .meetings import AgendaForm, ArrangementForm, MeetingForm, PaperForm, SentForm
from .opportunities import FindForm, OpportunityForm
from .panels import (
    AgreedForm,
    AgreeForm,
    CandidateForm,
    ChoiceForm,
    MarkForm,
    ReviewedForm,
    ReviewForm,
    ScoresForm,
    ShortlistForm,
    StandDownForm,
)
from .places import OfferForm, WrittenDownForm
from .recruitment import (
    BeginForm,
    FollowUpForm,
    JobChangeForm,
    QuestionByForm,
    QuestionForm,
    SeatForm,
    StageForm,
    TermsForm,
)
from .requests import AskForm, RefuseForm

__all__ = [
    "NumberForm",
    "RolesForm",
    "SealForm",
    "SetAsideForm",
    "AgendaForm",
    "AgreeForm",
    "AgreedForm",
    "ArrangementForm",
    "AskForm",
    "AttendanceForm",
    "BeginForm",
    "CandidateForm",
    "ChoiceForm",
    "ConflictForm",
    "FeatureForm",
    "FindForm",
    "FollowUpForm",
    "InterestForm",
    "JobChangeForm",
    "MarkForm",
    "MeetingForm",
    "NotMetForm",
    "NoteForm",
    "OfferForm",
    "OpportunityForm",
    "OutcomeForm",
    "PaperForm",
    "QuestionByForm",
    "QuestionForm",
    "QuotaForm",
    "RefuseForm",
    "ReviewForm",
    "ReviewedForm",
    "ScoresForm",
    "SeatForm",
    "SentForm",
    "ShortlistForm",
    "StageForm",
    "StandDownForm",
    "TermsForm",
    "WrittenDownForm",
    "WrittenDownInterestForm",
]
