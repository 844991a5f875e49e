"""What somebody learned is theirs: it goes with them, whoever reads it by then. Somebody who was chosen to read what
others learned is chosen no longer."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor

from .models import WORDS, Entry, EntryReader, PromptAway
from .services.entries import blank_entry

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "Entry": {"person", "held_why"},
    "EntryText": set(WORDS),
    "EntryReader": {"person"},
    "PromptAway": {"person"},
}
HARMLESS: dict[str, set[str]] = {
    "Entry": BYLINE
    | {
        *("organisation", "code", "side", "user", "unit", "decision", "stage", "audience", "named", "text", "on"),
        *("has_bump", "taken_back_on", "held_on", "version"),
    },
    "EntryText": BYLINE | {"entry", "code", "number", "on", "salt"},
    "EntryReader": {"id", "entry", "user", "unit", "forum"},
    "PromptAway": BYLINE | {"decision", "code", "stage", "user"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = Entry.objects.filter(person=person_id).select_related("decision", "unit").order_by("on", "id")
    return {"what_i_learned": [_one(row) for row in rows.prefetch_related("texts")]}


def _one(row: Entry) -> dict[str, Any]:
    texts = sorted(row.texts.all(), key=lambda text: text.number)
    return {
        "code": row.code,
        "about": row.decision.title if row.decision else row.unit.name if row.unit else _("myself"),
        "when": row.get_stage_display() if row.stage else "",
        "who_may_read_it": row.get_audience_display(),
        "with_my_name": row.named,
        "taken_back_on": row.taken_back_on.isoformat() if row.taken_back_on else None,
        "held_back_because": row.held_why,
        "words": [
            {"on": text.on.isoformat(), **{name: words for name in WORDS if (words := getattr(text, name))}}
            for text in texts
        ],
    }


def erase(person_id: int, by: Actor) -> int:
    """Each row before its words, as taking one back does it: the other way round both would wait for each other."""
    mine = Entry.objects.select_for_update(of=("self",), no_key=True).filter(person=person_id)
    rows = list(mine.select_related("organisation").order_by("id"))
    for row in rows:
        if row.taken_back_on is None:
            blank_entry(row, by, "forgotten")
    Entry.objects.filter(person=person_id).update(person=None)
    EntryReader.objects.filter(person=person_id).delete()
    PromptAway.objects.filter(person=person_id).delete()
    return len(rows)
