"""What is counted, and of what. It starts from the actor, who sees figures of their units and of no others."""

from .figures import count_sheet
from .keeping import counted, moment
from .mapping import count_map
from .reasons import Reason, reasons_of
from .scope import Scope, scope_before, scope_for, units_to_choose, whole

__all__ = [
    "Reason",
    "Scope",
    "count_map",
    "count_sheet",
    "counted",
    "moment",
    "reasons_of",
    "scope_before",
    "scope_for",
    "units_to_choose",
    "whole",
]
