"""Lists. One file for each family."""

from .changes import ChangeTable, TraceTable, verdict_in_words
from .common import EVERYTHING, due, short
from .ledger import BANDS, AgeTable, LedgerTable, OwedTable
from .safety import ConcernTable, ContactTable, UnreadTable, at_most
from .said import HeardList, SaidTable
from .showing import AppealTable, PanelTable, ShowingTable, UnseenTable

__all__ = [
    "AppealTable",
    "PanelTable",
    "ShowingTable",
    "UnseenTable",
    "AgeTable",
    "BANDS",
    "ChangeTable",
    "ConcernTable",
    "ContactTable",
    "EVERYTHING",
    "HeardList",
    "LedgerTable",
    "OwedTable",
    "SaidTable",
    "TraceTable",
    "UnreadTable",
    "due",
    "at_most",
    "short",
    "verdict_in_words",
]
