"""What is personal about concerns: everything that either side wrote, and the name apart from it. Whoever showed their
name finds it in their copy, and when they are forgotten the words go with it. What was raised without a name cannot be
found by who raised it: they take it back themselves, with their code. Who reads concerns: `personal_contacts`.
"""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from . import personal_contacts
from .models import ConcernName, InvolvementConcern
from .services.concerns import blank, nobody

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    **personal_contacts.PERSONAL,
    "InvolvementConcern": {"words", "settled_words", "follow_digest"},
    "ConcernName": {"person", "name"},
    "ConcernMessage": {"words"},
    "ConcernOutcome": {"words", "different"},
    "ConcernSummary": {"words", "reply"},
}
HARMLESS: dict[str, set[str]] = {
    **personal_contacts.HARMLESS,
    "ConcernTerms": {
        *(*_BYLINE, "organisation", "code", "effective_on", "acknowledge_days", "answer_days", "late_days"),
        *("outside_name", "outside_how"),
    },
    "InvolvementConcern": {
        *("id", "organisation", "code", "contact", "show", "written_by", "medium", "raised_on", "acknowledge_by"),
        *("answer_by", "due_on", "late_days", "state", "answered_on", "board_since", "version"),
    },
    "ConcernName": {"id", "concern", "opened_on"},
    "ConcernMessage": {"id", "concern", "by_reader", "on"},
    "ConcernOutcome": {"id", "concern", "kind", "on"},
    "ConcernStep": {"id", "concern", "state", "on"},
    "ConcernSummary": {
        *("id", "organisation", "concern", "code", "published_on", "taken_down_on", "reply_by", "replied_on"),
    },
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    named = ConcernName.objects.filter(person=person_id).order_by("id")
    rows = InvolvementConcern.objects.filter(sealed_name__in=named).prefetch_related("messages", "outcomes", "summary")
    return {
        **personal_contacts.export(person_id),
        "raised_with_your_name": [_raised(row) for row in rows.order_by("id")],
    }


def _raised(row: InvolvementConcern) -> dict[str, Any]:
    summary = getattr(row, "summary", None)
    return {
        "raised_on": row.raised_on.isoformat(),
        "words": row.words,
        "messages": [
            {"from": "the reader" if each.by_reader else "you", "on": each.on.isoformat(), "words": each.words}
            for each in row.messages.all()
        ],
        "answers": [
            {"on": each.on.isoformat(), "words": each.words, "different": each.different} for each in row.outcomes.all()
        ],
        "you_say_about_it": row.settled_words,
        "told_to_others": summary.words if summary else "",
    }


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    chosen = personal_contacts.erase(person_id, by)
    named = ConcernName.objects.filter(person=person_id).values("concern")
    rows = InvolvementConcern.objects.select_related("organisation").filter(
        pk__in=list(named.values_list("concern", flat=True))
    )
    for concern in rows:
        blank(concern, nobody(concern.organisation_id))
    return chosen + len(rows)
