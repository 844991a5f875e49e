"""The lists of this room. What is owed stands before what is done."""

from .asked import AskedTable
from .brought import AgendaTable, PaperTable
from .common import RoomTable
from .draws import DrawTable, TurnsTable
from .opportunities import AllOpportunityTable, OpenTable, OpportunityTable
from .panels import JobTable, MemberTable, MemberToRunTable, score_table
from .requests import AskTable, HeldTable, RequestTable, ReservedTable, WaitingTable, notice
from .sessions import ArrangementTable, NotMetTable, SessionTable, ToWriteTable

__all__ = [
    "AgendaTable",
    "AllOpportunityTable",
    "ArrangementTable",
    "AskTable",
    "AskedTable",
    "DrawTable",
    "HeldTable",
    "JobTable",
    "MemberTable",
    "MemberToRunTable",
    "NotMetTable",
    "OpenTable",
    "OpportunityTable",
    "PaperTable",
    "RequestTable",
    "ReservedTable",
    "RoomTable",
    "SessionTable",
    "ToWriteTable",
    "TurnsTable",
    "WaitingTable",
    "notice",
    "score_table",
]
