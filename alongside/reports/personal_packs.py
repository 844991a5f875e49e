"""What a contributor wrote for the board is theirs: it goes with them, also out of a pack that the board has had. What
is asked of the board, and what came of it, is the organisation's."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models import PackPiece
from .models.packs import PACK_PIECE_STATES
from .services.pack_pieces import forget_pieces

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
STATUS = {*BYLINE, "state", "effective_on"}
PERSONAL: dict[str, set[str]] = {
    **dict.fromkeys(("BoardPack", "BoardPackStatus", "BoardAsk", "BoardAskStatus", "PackPieceStatus"), set()),
    "PackGiven": set(),
    "PackPiece": {"person", "words", "named", "held_why"},
}
HARMLESS: dict[str, set[str]] = {
    "BoardPack": {*BYLINE, "organisation", "code", "period", "first", "last", "state", "issued_on"},
    "BoardPackStatus": {*STATUS, "boardpack"},
    "BoardAsk": {*BYLINE, "pack", "code", "what", "who", "by_day", "state", "withdrawn_on", "version"},
    "BoardAskStatus": {*STATUS, "boardask", "words"},
    "PackGiven": {"id", "pack", "content", "digest", "closed_version"},
    "PackPiece": {
        *BYLINE,
        *("pack", "code", "salt", "state", "ready_on", "taken_back_on", "was_given", "held_on", "version"),
    },
    "PackPieceStatus": {*STATUS, "packpiece"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = PackPiece.objects.filter(person=person_id).select_related("pack", "recorded_by").order_by("id")
    return {
        "written_for_the_board": [
            {
                "period": row.pack.period,
                "words": row.words,
                "with_your_name": row.named,
                "written_down_for_you": row.written_down,
                "state": str(PACK_PIECE_STATES[row.state]),
                "ready_on": row.ready_on.isoformat() if row.ready_on else None,
                "taken_back_on": row.taken_back_on.isoformat() if row.taken_back_on else None,
                "held_back_because": row.held_why,
            }
            for row in rows
        ]
    }


def erase(person_id: int, by: Actor) -> int:
    return len(forget_pieces(person_id=person_id, by=by))
