"""What is personal about claims: who was asked, under which name they signed, what they said. When they go, that one
person signed (or said that it is not true) stays, without a name and without words.
"""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models import Signature
from .services import forget_words

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {"Signature": {"person", "name"}, "Account": {"words"}}
HARMLESS: dict[str, set[str]] = {
    "Claim": {
        *_BYLINE,
        *("organisation", "code", "unit", "outlet", "audience", "made_on", "state", "shown_on", "ended_on", "version"),
    },
    "ClaimStatus": {*_BYLINE, "claim", "state", "effective_on"},
    "ClaimText": {
        *_BYLINE,
        *("claim", "code", "number", "text", "level", "rests_on", "reply_by", "ends_on", "why", "salt", "made_on"),
    },
    "ClaimRecord": {*_BYLINE, "text", "decision", "opportunity", "meeting", "change", "was", "was_on"},
    "Signature": {*_BYLINE, "text", "code", "named", "state", "asked_on", "answered_on"},
    "SignatureStatus": {*_BYLINE, "signature", "state", "effective_on"},
    "Account": {*_BYLINE, "text", "signature", "code", "kind", "replies_to", "role", "salt", "said_on"},
}


def export(person_id: int) -> list[dict[str, Any]]:
    rows = Signature.objects.filter(person=person_id).select_related("text__claim").prefetch_related("accounts")
    return [
        {
            "claim": row.text.claim.code,
            "text": row.text.text,
            "asked_on": row.asked_on.isoformat(),
            "what_you_say": row.state,
            "your_name_stands_there_as": row.name,
            "your_words": [account.words for account in row.accounts.all() if account.words],
        }
        for row in rows.order_by("id")
    ]


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    rows = list(Signature.objects.filter(person=person_id).select_related("text"))
    for signature in rows:
        forget_words(signature, by=by, why="forgotten")
    Signature.objects.filter(person=person_id).update(person=None, name="", named=False)
    return len(rows)
