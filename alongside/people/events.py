from enum import StrEnum


class PeopleEvent(StrEnum):
    ADDED = "person_added"
    CHANGED = "person_changed"
    ASSIGNED = "person_assigned"
    MOVED = "person_moved"
    SIGN_IN_LINKED = "sign_in_linked"
    CHANNEL_SET = "channel_set"
    CHANNEL_REMOVED = "channel_removed"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    NEED_ADDED = "need_added"
    NEED_REVIEWED = "need_reviewed"
    NEED_ENDED = "need_ended"
    OFFER_ADDED = "offer_added"
    OFFER_ENDED = "offer_ended"
    PAUSED = "paused"
    RESUMED = "resumed"
    IMPORTED = "people_imported"
