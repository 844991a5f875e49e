"""The verbs of an organisation: make it, describe it, set its clocks, units and kinds, give and end roles."""

from .accounts import change_own_name
from .kinds import add_kind, change_kind, release_kind, reserve_kind
from .organisations import DESCRIPTION, describe, make_first_organisation, make_organisation
from .roles import end_role, give_role, stop_taking_part
from .settings import SETTINGS_FIELDS, add_closed_day, change_settings, remove_closed_day
from .signing import Signed, new_key, sign
from .substitutes import end_stand_in, stand_in
from .units import add_unit, change_unit, close_unit, reopen_unit

__all__ = [
    "DESCRIPTION",
    "SETTINGS_FIELDS",
    "Signed",
    "add_closed_day",
    "add_kind",
    "add_unit",
    "change_kind",
    "change_own_name",
    "change_settings",
    "change_unit",
    "close_unit",
    "describe",
    "end_role",
    "end_stand_in",
    "give_role",
    "make_first_organisation",
    "make_organisation",
    "new_key",
    "release_kind",
    "remove_closed_day",
    "reopen_unit",
    "reserve_kind",
    "sign",
    "stand_in",
    "stop_taking_part",
]
