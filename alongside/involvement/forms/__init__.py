"""The shape of what somebody fills in. Forms check shape; verbs decide."""

from .afterwards import AttendanceForm, NoteForm, NotMetForm, OutcomeForm
from .meetings import AgendaForm, ArrangementForm, MeetingForm, PaperForm, SentForm
from .opportunities import FindForm, InterestForm, OpportunityForm, WrittenDownInterestForm
from .places import OfferForm, WrittenDownForm
from .requests import AskForm, RefuseForm

__all__ = [
    "AgendaForm",
    "ArrangementForm",
    "AskForm",
    "AttendanceForm",
    "FindForm",
    "InterestForm",
    "MeetingForm",
    "NotMetForm",
    "NoteForm",
    "OfferForm",
    "OpportunityForm",
    "OutcomeForm",
    "PaperForm",
    "RefuseForm",
    "SentForm",
    "WrittenDownForm",
    "WrittenDownInterestForm",
]
