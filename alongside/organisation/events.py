from enum import StrEnum


class OrganisationEvent(StrEnum):
    MADE = "organisation_made"
    DESCRIBED = "organisation_described"
    SETTINGS_CHANGED = "settings_changed"
    CLOSED_DAY_ADDED = "closed_day_added"
    CLOSED_DAY_REMOVED = "closed_day_removed"
    UNIT_ADDED = "unit_added"
    UNIT_CHANGED = "unit_changed"
    UNIT_CLOSED = "unit_closed"
    UNIT_REOPENED = "unit_reopened"
    KIND_ADDED = "kind_added"
    KIND_CHANGED = "kind_changed"
    RESERVED = "kind_reserved"
    RELEASED = "kind_released"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    SUBSTITUTE_NAMED = "substitute_named"
    SUBSTITUTE_ENDED = "substitute_ended"
    NAME_CHANGED = "own_name_changed"
