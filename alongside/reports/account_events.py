from enum import StrEnum


class AccountEvent(StrEnum):
    """`room` of an event is read from where this stands, so it stands in the room."""

    DRAFTED = "account_drafted"
    PUBLISHED = "account_published"
    REPLY_WRITTEN = "account_reply_written"
    REPLY_SHOWN = "account_reply_shown"
    REPLY_KEPT = "account_reply_no_longer_shown"
    REPLY_BACK = "account_reply_taken_back"
    REPLY_HELD = "account_reply_held_back"
    REPLY_LET_GO = "account_reply_shown_again"
