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
