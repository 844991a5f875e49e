"""The lists of this room."""

from .decisions import (
    DecisionTable,
    ExceptionTable,
    PastTable,
    table_for,
)

__all__ = [
    "DecisionTable",
    "PastTable",
    "table_for",
    "ExceptionTable",
]
