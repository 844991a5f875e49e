from enum import StrEnum


class CloseEvent(StrEnum):
    SIGNER_CHOSEN = "period_signer_chosen"
    SIGNER_DENIED = "period_signer_denied"
    SIGNER_ENDED = "period_signer_ended"
    BEGUN = "period_close_begun"
    CHECKED = "period_checked"
    BACK = "period_to_be_counted_again"
    SAID = "period_signature"
    FROZEN = "period_closed"
    ASKED = "period_reopening_asked"
    ANSWERED = "period_reopening_answered"
    SAID_NO = "period_reopening_why_not"
    REOPENED = "period_reopened"
