"""What is personal about yearly accounts: what somebody replied, and under which name. When it goes, that there was a
reply which was taken back stays, and of whom it was does not. Numbers of a version lead to nobody.
"""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models import AccountReply
from .services.account_replies import forget_replies

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "PublicAccount": set(),
    "AccountVersion": set(),
    "AccountReply": {"person", "name", "words"},
    "AccountReplyStatus": set(),
}
HARMLESS: dict[str, set[str]] = {
    "PublicAccount": {
        *_BYLINE,
        *("organisation", "code", "year", "title", "introduction", "claims", "version", "published"),
    },
    "AccountVersion": {
        *_BYLINE,
        *("account", "code", "number", "title", "introduction", "changed", "claims", "bumps", "changes", "closed"),
        *("source", "counts", "rows", "map", "facts", "head", "salt", "published_on"),
    },
    "AccountReply": {
        *_BYLINE,
        *("account", "code", "state", "salt", "to_version", "written_on", "shown_on", "held_on", "held_why", "version"),
    },
    "AccountReplyStatus": {*_BYLINE, "accountreply", "state", "effective_on"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = AccountReply.objects.filter(person=person_id).select_related("account", "recorded_by").order_by("id")
    return {
        "replies_to_accounts": [
            {
                "year": row.account.year,
                "words": row.words,
                "your_name_stands_there_as": row.name,
                "written_on": row.written_on.isoformat(),
                "written_down_for_you": row.written_down,
                "state": row.state,
                "held_back_because": row.held_why,
            }
            for row in rows
        ]
    }


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    return forget_replies(person_id, by)
