from enum import StrEnum


class OrganisationEvent(StrEnum):
    MADE = "organisation_made"
    DESCRIBED = "organisation_described"
    SETTINGS_CHANGED = "settings_changed"
    CLOSED_DAY_ADDED = "closed_day_added"
    UNIT_ADDED = "unit_added"
    UNIT_CHANGED = "unit_changed"
    KIND_ADDED = "kind_added"
    KIND_CHANGED = "kind_changed"
    RESERVED = "kind_reserved"
    RELEASED = "kind_released"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
