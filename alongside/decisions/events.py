from enum import StrEnum


class DecisionEvent(StrEnum):
    ADDED = "decision_added"
    RAISED = "decision_raised"
    CHANGED = "decision_changed"
    DECIDED = "outcome_recorded"
    RESTATED = "outcome_restated"
    DROPPED = "decision_dropped"
    REOPENED = "decision_reopened"
    IMPORTED = "decisions_imported"


class SeatEvent(StrEnum):
    FORUM_MADE = "forum_made"
    FORUM_CHANGED = "forum_changed"
    SEATS_ADDED = "seats_added"
    SEAT_CLOSED = "seat_closed"
    SEAT_FILLED = "seat_filled"
    TERM_ENDED = "term_ended"
    NAME_TAKEN_OUT = "seat_name_taken_out"
