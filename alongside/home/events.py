from enum import StrEnum


class HomeEvent(StrEnum):
    FORGOTTEN = "person_forgotten"
    TOLD_ANOTHER_WAY = "told_another_way"
    RUNG = "person_rung"
    LETTER_RETURNED = "letter_returned"
    RHYTHM_CHOSEN = "rhythm_chosen"
    CALENDAR_MADE = "calendar_made"
    CALENDAR_STOPPED = "calendar_stopped"
    LIST_TAKEN = "list_taken"
