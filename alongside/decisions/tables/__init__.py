"""The lists of this room."""

from .decisions import (
    DecisionTable,
    ExceptionTable,
    PastTable,
    table_for,
)
from .elections import ElectionTable, RoundTable, bars_of, state_of, votes_in_words
from .seats import BodyTable, SeatTable, TermTable, VacancyTable, WaiverTable

__all__ = [
    "BodyTable",
    "DecisionTable",
    "ElectionTable",
    "ExceptionTable",
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
