"""The verbs of an organisation: make it, describe it, set its clocks, units and kinds, give and end roles."""

from .accounts import change_own_name
from .function import add_post, change_post, fill_post, leave_post, note_time
from .kinds import add_kind, change_kind, release_kind, reserve_kind
from .organisations import DESCRIPTION, describe, make_first_organisation, make_organisation
from .policies import add_policy, change_policy, end_policy, review_policy
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
    "add_policy",
    "add_post",
    "add_unit",
    "change_kind",
    "change_own_name",
    "change_policy",
    "change_post",
    "change_settings",
    "change_unit",
    "close_unit",
    "describe",
    "end_policy",
    "end_role",
    "end_stand_in",
    "fill_post",
    "give_role",
    "leave_post",
    "make_first_organisation",
    "make_organisation",
    "new_key",
    "note_time",
    "release_kind",
    "remove_closed_day",
    "reopen_unit",
    "reserve_kind",
    "review_policy",
    "sign",
    "stand_in",
    "stop_taking_part",
]
