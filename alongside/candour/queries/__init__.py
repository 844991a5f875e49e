"""Reading candour. Every question starts from who asks."""

from .limits import asked_named, asked_of, limits_on, limits_rows, limits_values, my_asked, standards_of
from .signs import (
    SignRead,
    Year,
    chosen_units,
    decision_to_read,
    signs_of_decision,
    signs_of_organisation,
    signs_of_year,
)

__all__ = [
    "SignRead",
    "Year",
    "asked_named",
    "asked_of",
    "chosen_units",
    "decision_to_read",
    "limits_on",
    "limits_rows",
    "limits_values",
    "my_asked",
    "signs_of_decision",
    "signs_of_organisation",
    "signs_of_year",
    "standards_of",
]
