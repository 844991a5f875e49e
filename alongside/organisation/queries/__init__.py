"""Reading organisations, units, clocks, and what somebody may do."""

from .actors import actor_for, actors_for, held_on, membership_for, memberships_in, memberships_of, users_with
from .clocks import Clock, clock_of, closed_days_of, settings_of, settings_rows
from .units import (
    KindNow,
    all_organisations,
    all_units_of,
    by_slug,
    kind_for,
    kinds_of,
    kinds_with_reservations,
    open_reservation,
    organisation_of,
    reserved_kind_ids,
    top_unit,
    unit_for,
    units_of,
)

__all__ = [
    "Clock",
    "KindNow",
    "actor_for",
    "actors_for",
    "all_organisations",
    "all_units_of",
    "by_slug",
    "clock_of",
    "closed_days_of",
    "held_on",
    "kind_for",
    "kinds_of",
    "kinds_with_reservations",
    "membership_for",
    "memberships_in",
    "memberships_of",
    "open_reservation",
    "organisation_of",
    "reserved_kind_ids",
    "settings_of",
    "settings_rows",
    "top_unit",
    "unit_for",
    "units_of",
    "users_with",
]
