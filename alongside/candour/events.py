from enum import StrEnum


class CandourEvent(StrEnum):
    LIMITS_SET = "sign_limits_set"
    ASKING_DENIED = "sign_limits_asking_denied"
    PULSE_ASKED = "pulse_asked"
    PULSE_OVER = "pulse_over"  # the one event of all that contributors answered (docs/decisions/0022)
    PULSES_TOGETHER = "pulses_of_small_groups_counted"
    OPEN_ACCOUNT = "pulse_given_openly"
    OPEN_ACCOUNT_BACK = "pulse_given_openly_taken_back"
    LADDER_CHOSEN = "ladder_chosen"
    CLEARED = "opportunity_cleared"
    CLAIM_WORDED = "claim_worded"
    CLAIM_SHOWN = "claim_shown"
    CLAIM_ENDED = "claim_ended"
    CLAIM_ASKED = "claim_asked"
    CLAIM_ANSWERED = "claim_answered"
    CLAIM_ACCOUNT = "claim_account_given"
