"""Lists. One file for each family."""

from .common import EVERYTHING, due, short
from .ledger import BANDS, AgeTable, LedgerTable, OwedTable
from .safety import ConcernTable, ContactTable, UnreadTable, at_most
from .said import HeardList, SaidTable

__all__ = [
    "AgeTable",
    "BANDS",
    "ConcernTable",
    "ContactTable",
    "EVERYTHING",
    "HeardList",
    "LedgerTable",
    "OwedTable",
    "SaidTable",
    "UnreadTable",
    "due",
    "at_most",
    "short",
]
