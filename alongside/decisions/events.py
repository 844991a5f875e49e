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
    ELECTION_CALLED = "election_called"
    ELECTION_OFF = "election_called_off"
    ELECTION_COUNTED = "election_counted"
    ASKED_TO_STAND = "asked_to_stand"
    NAME_PUT_FORWARD = "name_put_forward"
    STOOD = "stood_in_election"
    NOMINATION_ANSWERED = "nomination_answered"
    STATEMENT_CHANGED = "statement_changed"
    CANDIDATE_WITHDREW = "candidate_withdrew"
    SEAT_ANSWERED = "elected_answered"
    PAPER_ASKED = "paper_ballot_asked"
    PAPER_TAKEN_BACK = "paper_ballot_taken_back"
