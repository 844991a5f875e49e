"""What this room keeps of its own: write-ups of activities, what stands around a board pack, standards that an
organisation added, closes of periods, and the yearly account for everybody."""

from .accounts import (
    REPLY,
    REPLY_STATES,
    AccountReply,
    AccountReplyStatus,
    AccountVersion,
    PublicAccount,
)
from .closes import (
    CLOSE_STATES,
    FROZEN,
    OPEN,
    PERIOD_CLOSE,
    CloseSignature,
    PeriodClose,
    PeriodCloseStatus,
    PeriodReopening,
    PeriodSheet,
    ReopeningNo,
    Says,
    SignSide,
)
from .packs import BoardAsk, BoardAskStatus, BoardPack, BoardPackStatus, PackPiece, PackPieceStatus
from .packs_given import PackGiven
from .signers import AskedSigner, PeriodSigner
from .standards import OwnStandard
from .taken_down import TakenDown
from .write_ups import (
    POINTS,
    READY,
    SHOWN,
    WRITE_UP,
    WRITE_UP_STATES,
    WRITING,
    Side,
    WriteUp,
    WriteUpStatus,
    WriteUpText,
)

__all__ = [
    "AccountReply",
    "AccountReplyStatus",
    "AccountVersion",
    "BoardAsk",
    "BoardAskStatus",
    "BoardPack",
    "BoardPackStatus",
    "PackGiven",
    "PackPiece",
    "PackPieceStatus",
    "CLOSE_STATES",
    "FROZEN",
    "OPEN",
    "PERIOD_CLOSE",
    "POINTS",
    "PublicAccount",
    "REPLY",
    "REPLY_STATES",
    "READY",
    "SHOWN",
    "WRITE_UP",
    "WRITE_UP_STATES",
    "WRITING",
    "OwnStandard",
    "AskedSigner",
    "CloseSignature",
    "PeriodClose",
    "PeriodCloseStatus",
    "PeriodReopening",
    "PeriodSheet",
    "PeriodSigner",
    "ReopeningNo",
    "Says",
    "Side",
    "SignSide",
    "TakenDown",
    "WriteUp",
    "WriteUpStatus",
    "WriteUpText",
]
