"""The shape of what somebody fills in. Forms check shape; verbs decide."""

from .afterwards import AttendanceForm, NoteForm, NotMetForm, OutcomeForm
from .draws import NumberForm, RolesForm, SealForm, SetAsideForm
from .features import ConflictForm, FeatureForm, InterestForm, QuotaForm, WrittenDownInterestForm
from .meetings import AgendaForm, ArrangementForm, MeetingForm, PaperForm, SentForm
from .opportunities import FindForm, OpportunityForm
from .places import OfferForm, WrittenDownForm
from .requests import AskForm, RefuseForm

__all__ = [
    "NumberForm",
    "RolesForm",
    "SealForm",
    "SetAsideForm",
    "AgendaForm",
    "ArrangementForm",
    "AskForm",
    "AttendanceForm",
    "ConflictForm",
    "FeatureForm",
    "FindForm",
    "InterestForm",
    "MeetingForm",
    "NotMetForm",
    "NoteForm",
    "OfferForm",
    "OpportunityForm",
    "OutcomeForm",
    "PaperForm",
    "QuotaForm",
    "RefuseForm",
    "SentForm",
    "WrittenDownForm",
    "WrittenDownInterestForm",
]
