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
    PACK_BEGUN = "pack_begun"
    PACK_ISSUED = "pack_issued"
    ASK_WRITTEN = "ask_written"
    ASK_CHANGED = "ask_changed"
    ASK_LEFT_OUT = "ask_left_out"
    ASK_CAME_OF_IT = "ask_came_of_it"
    PIECE_WRITTEN = "piece_written"
    PIECE_READY = "piece_ready"  # its words: sealed
    PIECE_TAKEN_BACK = "piece_taken_back"
    PIECE_HELD_BACK = "piece_held_back"  # by the safeguarding lead, with a reason
    PIECE_LET_GO = "piece_let_go"
