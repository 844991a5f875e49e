"""What is personal about bids: of whom it is written that they were asked, and what they say of it. When they go, that
one person was asked stays, and whether they said that it is so: without a person and without words.
"""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models import BidAsked
from .services.bid_people import forget_answers

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {"BidAsked": {"person", "what"}, "BidAnswer": {"words"}}
HARMLESS: dict[str, set[str]] = {
    "Bid": {
        *_BYLINE,
        *("organisation", "code", "unit", "title", "funder", "submit_on", "words", "promised", "promised_words"),
        *("state", "version", "sent_on", "salt", "checked", "unsupported", "despite", "decided_on", "awarded"),
    },
    "BidStatus": {*_BYLINE, "bid", "state", "effective_on"},
    "BidRecord": {*_BYLINE, "bid", "decision", "opportunity"},
    "BidClaim": {*_BYLINE, "bid", "claim"},
    "BidLook": {
        *_BYLINE,
        *("bid", "code", "months", "due_on", "looked_on", "kept", "going", "happened", "role"),
    },
    "BidWords": {*_BYLINE, "organisation", "code", "effective_on", "words", "why"},
    "BidAsked": {*_BYLINE, "bid", "code", "knows", "who", "asked_on", "told_on"},
    "BidAnswer": {*_BYLINE, "asked", "code", "so", "salt", "said_on", "taken_back_on"},
    "InstrumentTotal": {
        *_BYLINE,
        *("organisation", "code", "unit", "opportunity", "name", "edition", "side", "taken_on", "n", "score"),
        *("scale", "least", "wrong_on", "why_wrong"),
    },
}


def export(person_id: int) -> list[dict[str, Any]]:
    rows = BidAsked.objects.filter(person=person_id).select_related("bid").prefetch_related("answers")
    return [
        {
            "bid": row.bid.code,
            "what_for": row.bid.title,
            "funder": row.bid.funder,
            "asked_on": row.asked_on.isoformat() if row.asked_on else None,
            "what": row.what,
            "your_answers": [{"it_is_so": each.so, "words": each.words} for each in row.answers.all()],
        }
        for row in rows.order_by("id")
    ]


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    rows = list(BidAsked.objects.filter(person=person_id))
    for asked in rows:
        forget_answers(asked, by=by, why="forgotten")
    BidAsked.objects.filter(person=person_id).update(person=None, what="")
    return len(rows)
