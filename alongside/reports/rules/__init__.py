"""Who may read the map and the figures, and who writes up an activity."""

from .figures import can_see_figures, check_can_see_figures
from .standards import (
    can_keep_standards,
    check_can_add,
    check_can_keep_standards,
    check_can_list_standards,
)
from .write_ups import can_say_ready, check_back, check_begun, check_ready, check_words, check_writes, may_read, side_of

__all__ = [
    "can_keep_standards",
    "can_say_ready",
    "can_see_figures",
    "check_back",
    "check_begun",
    "check_can_add",
    "check_can_keep_standards",
    "check_can_list_standards",
    "check_can_see_figures",
    "check_ready",
    "check_words",
    "check_writes",
    "may_read",
    "side_of",
]
