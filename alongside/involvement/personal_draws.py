"""What is personal about a draw: what somebody answered for it, and why they were not in it."""

from __future__ import annotations

from typing import Any

from .models import DrawEntry, DrawLeftOut, InterestAnswer

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "InterestAnswer": {"value"},
    "DrawEntry": {"answers", "person", "turns", "turn_ends_on", "weight", "on_tickets", "kept", "drawn", "reserve"},
    "DrawLeftOut": {"person", "reasons", "back_on"},
}
HARMLESS: dict[str, set[str]] = {
    "Feature": {*BYLINE, "opportunity", "code", "question", "why", "position"},
    "FeatureValue": {"id", "feature", "code", "words", "position", "least", "most", "bend", "never_alone"},
    "InterestAnswer": {"id", "interest", "feature"},
    "Draw": {
        *BYLINE,
        *("organisation", "code", "opportunity", "state", "made_on", "panel", "roles", "document", "facts"),
        *("commitment", "number_from", "number_source", "number_at", "number", "secret", "ticket"),
        "set_aside_because",
    },
    "DrawStatus": {*BYLINE, "state", "effective_on", "draw"},
    "DrawSecret": {"id", "draw", "secret"},
    "DrawEntry": {"id", "draw", "code"},
    "DrawLeftOut": {"id", "draw"},
}


def answers_of(interest_id: int) -> dict[str, str]:
    rows: Any = InterestAnswer.objects.filter(interest=interest_id).order_by("id")
    return {question: words or "" for question, words in rows.values_list("feature__question", "value__words")}


def export(person_id: int) -> list[dict[str, Any]]:
    """Every draw that they were interested in, with their own code, so that they can check it."""
    entries = DrawEntry.objects.filter(person=person_id).select_related("draw__opportunity").order_by("id")
    left_out = DrawLeftOut.objects.filter(person=person_id).select_related("draw__opportunity").order_by("id")
    return [*(_entry(row) for row in entries), *(_left_out(row) for row in left_out)]


def _entry(row: DrawEntry) -> dict[str, Any]:
    return {
        "opportunity": row.draw.opportunity.title,
        "on": row.draw.made_on.isoformat(),
        "state": row.draw.state,
        "my_code": row.code,
        "on_tickets": row.on_tickets,
        "of": row.draw.tickets,
        "turns_in_the_year_before": row.turns,
        "drawn": row.drawn,
        "reserve": row.reserve,
    }


def _left_out(row: DrawLeftOut) -> dict[str, Any]:
    return {
        "opportunity": row.draw.opportunity.title,
        "on": row.draw.made_on.isoformat(),
        "not_in_it_because": row.reasons.split(),
        "until": row.back_on.isoformat() if row.back_on else None,
    }


def erase(person_id: int) -> None:
    """The code stays on its tickets, and nobody can say whose it was."""
    InterestAnswer.objects.filter(interest__person=person_id).delete()
    DrawEntry.objects.filter(person=person_id).update(answers="", person=None, turns=0, turn_ends_on=None)
    DrawLeftOut.objects.filter(person=person_id).delete()
