"""Writing to the outbox, and the steps of sending. Who may be written to is asked in `home`, when it is sent."""

from .hands import by_hand, recheck, tried
from .returning import bounced, came_back, settled
from .rhythms import set_rhythm
from .sending import (
    CLAIM_LASTS,
    MOST_ATTEMPTS,
    arrived,
    claim,
    failed,
    given_up,
    hand_over,
    held,
    later,
    looked_at,
    not_gone,
    sent,
    told_otherwise,
    unsure,
)
from .writing import drop, drop_keys, queue, release

__all__ = [
    "CLAIM_LASTS",
    "MOST_ATTEMPTS",
    "arrived",
    "bounced",
    "by_hand",
    "came_back",
    "claim",
    "drop",
    "drop_keys",
    "failed",
    "given_up",
    "hand_over",
    "held",
    "later",
    "looked_at",
    "not_gone",
    "queue",
    "recheck",
    "release",
    "sent",
    "set_rhythm",
    "settled",
    "told_otherwise",
    "tried",
    "unsure",
]
