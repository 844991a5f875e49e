"""The lists of this room."""

from .decisions import (
    DecisionTable,
    ExceptionTable,
    PastTable,
    table_for,
)
from .seats import BodyTable, SeatTable, TermTable, VacancyTable, WaiverTable

__all__ = [
    "BodyTable",
    "DecisionTable",
    "ExceptionTable",
    "PastTable",
    "SeatTable",
    "TermTable",
    "VacancyTable",
    "WaiverTable",
    "table_for",
]
