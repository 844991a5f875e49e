"""What somebody was asked when their words were taken down for them. The words are with the reply or the piece; when
those are taken back or their author is forgotten, the questions stay, and lead to nobody."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from alongside.core.actor import Actor

from .models import TakenDown

PERSONAL: dict[str, set[str]] = {"TakenDown": set()}
HARMLESS: dict[str, set[str]] = {
    "TakenDown": {
        *("id", "recorded_at", "recorded_by", "by_kind", "medium"),
        *("organisation", "reply", "piece", "asked", "agreed_on"),
    },
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = TakenDown.objects.filter(Q(reply__person=person_id) | Q(piece__person=person_id)).order_by("id")
    rows = rows.select_related("reply__account", "piece__pack", "recorded_by")
    return {
        "agreed_when_it_was_written_down": [
            {
                "of": row.reply.account.year if row.reply else row.piece.pack.period if row.piece else "",
                "you_were_asked": row.asked,
                "you_said_yes_on": row.agreed_on.isoformat(),
                "written_down": row.written_down,
            }
            for row in rows
        ]
    }


def erase(person_id: int, by: Actor) -> int:
    """Nothing of it leads to them once the reply or the piece does not."""
    return 0
