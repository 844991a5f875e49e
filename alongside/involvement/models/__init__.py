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
from .panels import Candidate, PanelMember, PanelTerms
from .places import Place, PlaceRole, PlaceStatus, Role, Stage
from .recruitment import JobChange, JobPaper, Recruitment, RecruitmentStage, RecruitmentStageStatus, StagePart, Step
from .requests import InvolvementRequest, RequestStatus
from .scores import (
    FollowUp,
    Mark,
    Opinion,
    PanelChoice,
    PanelQuestion,
    PanelReview,
    Round,
    Score,
    Sheet,
)

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
    "Candidate",
    "FollowUp",
    "Interest",
    "InterestAnswer",
    "InvolvementRequest",
    "JobChange",
    "JobPaper",
    "Mark",
    "Meeting",
    "NumberFrom",
    "Opinion",
    "Opportunity",
    "OpportunityStatus",
    "PanelChoice",
    "PanelMember",
    "PanelQuestion",
    "PanelReview",
    "PanelTerms",
    "Paper",
    "Place",
    "PlaceRole",
    "PlaceStatus",
    "Recruitment",
    "RecruitmentStage",
    "RecruitmentStageStatus",
    "RequestStatus",
    "Role",
    "Round",
    "Score",
    "Sheet",
    "Stage",
    "StagePart",
    "Step",
]
