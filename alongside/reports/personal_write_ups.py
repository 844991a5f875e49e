"""What people wrote in write-ups, and that they did. Standards that an organisation added hold nobody."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models import POINTS, WriteUpText
from .services.write_ups import forget_texts

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "OwnStandard": set(),
    "WriteUp": set(),
    "WriteUpStatus": set(),
    "WriteUpText": {"person", "words", "named"},
}
HARMLESS: dict[str, set[str]] = {
    "OwnStandard": {*BYLINE, "organisation", "code", "slug", "content", "added_on", "ended_on"},
    "WriteUp": {*BYLINE, "organisation", "code", "opportunity", "state", "said_by", "shown_on"},
    "WriteUpStatus": {*BYLINE, "writeup", "state", "effective_on"},
    "WriteUpText": {*BYLINE, "write_up", "code", "point", "side", "user", "written_on", "version"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = WriteUpText.objects.filter(person=person_id).select_related("write_up__opportunity").order_by("id")
    return {
        "written_up": [
            {
                "activity": row.write_up.opportunity.title,
                "point": str(POINTS[row.point]),
                "words": row.words,
                "with_your_name": row.named,
                "written_on": row.written_on.isoformat(),
            }
            for row in rows
        ],
    }


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    return forget_texts(person_id, by)
