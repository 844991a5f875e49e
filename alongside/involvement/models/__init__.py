"""From a request to people in the room: one file for each step, in the order in which they happen."""

from .draws import (
    Draw,
    DrawEntry,
    DrawLeftOut,
    DrawSecret,
    DrawStatus,
    Feature,
    FeatureValue,
    InterestAnswer,
    NumberFrom,
)
from .meetings import AgendaItem, Arrangement, Attendance, Meeting, Paper
from .opportunities import Interest, Opportunity, OpportunityStatus
from .places import Place, PlaceRole, PlaceStatus, Role, Stage
from .requests import InvolvementRequest, RequestStatus

__all__ = [
    "AgendaItem",
    "Arrangement",
    "Attendance",
    "Draw",
    "DrawEntry",
    "DrawLeftOut",
    "DrawSecret",
    "DrawStatus",
    "Feature",
    "FeatureValue",
    "Interest",
    "InterestAnswer",
    "InvolvementRequest",
    "Meeting",
    "NumberFrom",
    "Opportunity",
    "OpportunityStatus",
    "Paper",
    "Place",
    "PlaceRole",
    "PlaceStatus",
    "RequestStatus",
    "Role",
    "Stage",
]
