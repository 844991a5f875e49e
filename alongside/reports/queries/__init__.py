"""What is counted, and of what. It starts from the actor, who sees figures of their units and of no others."""

from .closed import ClosedValue, closed_value
from .figures import count_sheet
from .keeping import counted, counted_and_closed, moment
from .mapping import count_map
from .reasons import Reason, reasons_of
from .record import record_of
from .scope import Scope, scope_before, scope_for, units_to_choose, whole
from .write_ups import own_text, shown_write_ups, side_of, sides_written, texts_of, write_up_to_read

__all__ = [
    "ClosedValue",
    "Reason",
    "Scope",
    "closed_value",
    "count_map",
    "count_sheet",
    "counted",
    "counted_and_closed",
    "moment",
    "own_text",
    "reasons_of",
    "record_of",
    "scope_before",
    "scope_for",
    "units_to_choose",
    "whole",
    "shown_write_ups",
    "side_of",
    "sides_written",
    "texts_of",
    "write_up_to_read",
]
