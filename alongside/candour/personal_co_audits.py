"""What is personal about co-audits: who was asked and whether they looked, what they wrote of each record, and what
they told everybody. When somebody is forgotten that one person looked stays, and what they chose of the four, without
words. A finding is a contribution, and goes as contributions do.
"""

from __future__ import annotations

from typing import Any

from alongside.audit import services as audit_log
from alongside.core.actor import Actor

from .models import CoAudit, CoAuditComparison, CoAuditor

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "CoAudit": {"summary"},
    "CoAuditor": {"person"},
    "CoAuditComparison": {"words"},
}
HARMLESS: dict[str, set[str]] = {
    "CoAudit": {
        *(*_BYLINE, "organisation", "code", "title", "question", "of_what", "unit", "first_day", "last_day", "wanted"),
        *("state", "made_on", "document", "commitment", "number_from", "number_source", "number_at", "number"),
        *("secret", "why", "told_on", "told_by", "version"),
    },
    "CoAuditStatus": {*_BYLINE, "coaudit", "state", "effective_on"},
    "CoAuditSecret": {"id", "audit", "secret"},
    "CoAuditor": {*_BYLINE, "audit", "code", "asked_on", "says_yes", "said_on"},
    "CoAuditRecord": {"id", "audit", "code", "place", "ref", "salt", "was", "was_on", "turn"},
    "CoAuditShown": {*_BYLINE, "record", "words", "shown_on"},
    "CoAuditComparison": {*_BYLINE, "record", "auditor", "found", "looked_on"},
    "CoAuditFinding": {*_BYLINE, "audit", "contribution", "number", "found_on"},
}


def export(person_id: int) -> list[dict[str, Any]]:
    rows = CoAuditor.objects.filter(person=person_id).select_related("audit").prefetch_related("comparisons__record")
    return [
        {
            "co_audit": row.audit.title,
            "asked_on": row.asked_on.isoformat(),
            "you_said_yes": row.says_yes,
            "you_compared": [
                {"record": each.record.turn, "found": each.found, "words": each.words} for each in row.comparisons.all()
            ],
            "you_told_everybody": row.audit.summary if row.audit.told_by_id == row.pk else "",
        }
        for row in rows.order_by("id")
    ]


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    rows = CoAuditor.objects.filter(person=person_id)
    codes = list(rows.values_list("code", flat=True))
    if codes:
        CoAuditComparison.objects.filter(auditor__in=rows).update(words="")
        CoAudit.objects.filter(told_by__in=rows).update(summary="", told_on=None, told_by=None)
        rows.update(person=None)
        audit_log.erase(by=by, target_type=CoAuditor._meta.label_lower, targets=codes, why="forgotten")
    return len(codes)
