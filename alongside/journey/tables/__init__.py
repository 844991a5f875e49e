"""The lists of this room."""

from .entries import EntryTable, MineTable

__all__ = ["EntryTable", "MineTable"]
