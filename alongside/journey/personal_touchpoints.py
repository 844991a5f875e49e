"""What somebody told goes with them, words and feeling alike. A number that was counted among many stays a number. What
the moments are called is the organisation's."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models.touchpoints import Telling
from .services.tellings import blank_telling

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {"Telling": {"person", "felt", "words", "held_why"}}
HARMLESS: dict[str, set[str]] = {
    "FeelingWords": BYLINE | {"organisation", "code", "effective_on", "very_good", "good", "both", "bad", "very_bad"},
    "Touchpoint": BYLINE
    | {
        *("organisation", "unit", "code", "name", "about", "side", "position", "begun_on", "ended_on", "ended_why"),
        "instead_of",
    },
    "TouchCount": BYLINE | {"touchpoint", "code", "first", "last", "of", "least", "shown"},
    "Telling": BYLINE
    | {
        *("organisation", "touchpoint", "code", "digest", "audience", "named", "told_on", "counted", "read_on"),
        *("taken_back_on", "salt"),
    },
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = Telling.objects.filter(person=person_id).select_related("touchpoint__unit").order_by("id")
    return {"what_services_were_like": [_one(row) for row in rows]}


def _one(row: Telling) -> dict[str, Any]:
    return {
        "service": row.touchpoint.unit.name,
        "moment": row.touchpoint.name,
        "from_very_good_2_to_very_bad_minus_2": row.felt,
        "words": row.words,
        "on": row.told_on.isoformat(),
        "who_may_read_the_words": row.audience,
        "with_my_name": row.named,
        "counted": row.counted_id is not None,
        "held_back_because": row.held_why,
        "taken_back_on": row.taken_back_on.isoformat() if row.taken_back_on else None,
        "written_down_from": row.medium,
    }


def erase(person_id: int, by: Actor) -> int:
    mine = Telling.objects.select_for_update(of=("self",), no_key=True).filter(person=person_id)
    rows = list(mine.select_related("organisation").order_by("id"))
    for row in rows:
        if not row.taken_back_on:
            blank_telling(row, by, "forgotten")
    Telling.objects.filter(person=person_id).update(person=None)
    return len(rows)
