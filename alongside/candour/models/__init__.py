"""One file for each thing: the limits of signs and who was asked about them; what opened with a reason; how it was;
what is claimed, and who signs it."""

from .claims import Account, Claim, ClaimRecord, ClaimStatus, ClaimText, Signature, SignatureStatus
from .clearances import Cleared
from .limits import LIMIT_FIELDS, AskedAbout, SignLimits
from .pulses import (
    ANSWERS,
    ROLE_FIELDS,
    STAGES,
    STATEMENTS,
    LadderChosen,
    OpenPulse,
    Pulse,
    PulseBox,
    PulseMark,
    PulseRound,
    PulseSheet,
    PulseWords,
)

__all__ = [
    "ANSWERS",
    "LIMIT_FIELDS",
    "ROLE_FIELDS",
    "STAGES",
    "STATEMENTS",
    "Account",
    "AskedAbout",
    "Claim",
    "ClaimRecord",
    "ClaimStatus",
    "ClaimText",
    "Cleared",
    "LadderChosen",
    "OpenPulse",
    "Pulse",
    "PulseBox",
    "PulseMark",
    "PulseRound",
    "PulseSheet",
    "PulseWords",
    "SignLimits",
    "Signature",
    "SignatureStatus",
]
