"""The register: who takes part, how to reach them, what they allow, need and offer. Walled off from care records."""

from .equality import (
    RATHER_NOT,
    EqualityAnswer,
    EqualityCount,
    EqualityPopulation,
    EqualityQuestion,
    EqualityWording,
)
from .function import PolicyRead, StaffTraining
from .hearing import ANY_DAY, Hearing, Stop
from .held import AccessNeed, Channel, ChannelKind, Consent, NeedKind, Offer, OfferKind, Purpose
from .person import (
    ACTIVE,
    ENQUIRED,
    LEFT,
    PAUSED,
    PERSON,
    STATES,
    WELCOMED,
    NameToken,
    Pause,
    Person,
    PersonStatus,
    Told,
)
from .turns import Hear, Limits, Training, TrainingDone, Ways, Wish, WishedFor

__all__ = [
    "ACTIVE",
    "ANY_DAY",
    "ENQUIRED",
    "LEFT",
    "PAUSED",
    "PERSON",
    "RATHER_NOT",
    "STATES",
    "WELCOMED",
    "AccessNeed",
    "Channel",
    "ChannelKind",
    "Consent",
    "EqualityAnswer",
    "EqualityCount",
    "EqualityPopulation",
    "EqualityQuestion",
    "EqualityWording",
    "Hear",
    "Hearing",
    "Limits",
    "NameToken",
    "NeedKind",
    "Offer",
    "OfferKind",
    "Pause",
    "Person",
    "PersonStatus",
    "PolicyRead",
    "Purpose",
    "StaffTraining",
    "Stop",
    "Told",
    "Training",
    "TrainingDone",
    "Ways",
    "Wish",
    "WishedFor",
]
