from enum import StrEnum


class ReportsEvent(StrEnum):
    WRITE_UP_BEGUN = "write_up_begun"
    WRITTEN = "write_up_text_written"
    TEXT_BACK = "write_up_text_taken_back"
    READY = "write_up_ready"
    SHOWN = "write_up_shown"
    BACK = "write_up_taken_back"
    STANDARD_ADDED = "standard_added"
    STANDARD_REMOVED = "standard_removed"
