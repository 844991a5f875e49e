from enum import StrEnum


class CandourEvent(StrEnum):
    LIMITS_SET = "sign_limits_set"
    ASKING_DENIED = "sign_limits_asking_denied"
