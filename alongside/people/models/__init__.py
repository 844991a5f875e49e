"""The register: who takes part, how to reach them, what they allow, need and offer. Walled off from care records."""

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
    "ENQUIRED",
    "LEFT",
    "PAUSED",
    "PERSON",
    "STATES",
    "WELCOMED",
    "AccessNeed",
    "Channel",
    "ChannelKind",
    "Consent",
    "Hear",
    "Limits",
    "NameToken",
    "NeedKind",
    "Offer",
    "OfferKind",
    "Pause",
    "Person",
    "PersonStatus",
    "Purpose",
    "Told",
    "Training",
    "TrainingDone",
    "Ways",
    "Wish",
    "WishedFor",
]
