"""Who may do what in this room, and when: one file for each thing."""

from .limits import FEWEST_ASKED, can_set_limits, check_asked, check_can_deny, check_can_set_limits, check_limits
from .signs import can_see_signs, can_see_signs_of

__all__ = [
    "FEWEST_ASKED",
    "can_see_signs",
    "can_see_signs_of",
    "can_set_limits",
    "check_asked",
    "check_can_deny",
    "check_can_set_limits",
    "check_limits",
]
