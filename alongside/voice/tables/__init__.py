"""Lists. One file for each family."""

from .changes import ChangeTable, TraceTable, verdict_in_words
from .common import EVERYTHING, due, short
from .ledger import BANDS, MARKS, AgeTable, LedgerTable, OwedTable
from .letterboxes import LetterboxTable, ThroughTable, lines_of
from .owing import ChosenTable, TemplateTable
from .safety import ConcernTable, ContactTable, UnreadTable, at_most
from .said import HeardList, SaidTable
from .showing import AppealTable, PanelTable, ShowingTable, UnseenTable
from .themes import MonthTable, ThemeTable, ThemeUnitTable

__all__ = [
    "ThemeUnitTable",
    "ThemeTable",
    "MonthTable",
    "AppealTable",
    "PanelTable",
    "ShowingTable",
    "UnseenTable",
    "AgeTable",
    "BANDS",
    "ChangeTable",
    "ChosenTable",
    "ConcernTable",
    "ContactTable",
    "EVERYTHING",
    "HeardList",
    "LedgerTable",
    "LetterboxTable",
    "MARKS",
    "OwedTable",
    "SaidTable",
    "ThroughTable",
    "TraceTable",
    "TemplateTable",
    "UnreadTable",
    "at_most",
    "due",
    "lines_of",
    "short",
    "verdict_in_words",
]
