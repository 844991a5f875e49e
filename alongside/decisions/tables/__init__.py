"""The lists of this room."""

from .decisions import (
    DecisionTable,
    ExceptionTable,
    PastTable,
    table_for,
)
from .elections import ElectionTable, RoundTable, bars_of, state_of, votes_in_words
from .places import Days
from .seats import BodyTable, SeatTable, TermTable, VacancyTable, WaiverTable
from .seats_then import LivedSeatTable, LivedTermTable

__all__ = [
    "BodyTable",
    "Days",
    "DecisionTable",
    "ElectionTable",
    "ExceptionTable",
    "LivedSeatTable",
    "LivedTermTable",
    "PastTable",
    "RoundTable",
    "SeatTable",
    "TermTable",
    "VacancyTable",
    "WaiverTable",
    "bars_of",
    "state_of",
    "table_for",
    "votes_in_words",
]
