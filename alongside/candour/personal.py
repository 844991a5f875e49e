"""What is personal here: who was asked about the limits of signs, and what they said. When they go, that somebody was
asked and whether they agreed stays, unnamed: the limits were set with people, and how many is worth knowing.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .models import LIMIT_FIELDS, AskedAbout

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {"SignLimits": set(), "AskedAbout": {"person", "said"}}
HARMLESS: dict[str, set[str]] = {
    "SignLimits": {*BYLINE, "organisation", "code", "effective_on", "why", *LIMIT_FIELDS},
    "AskedAbout": {*BYLINE, "limits", "code", "agrees", "denied_on"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = AskedAbout.objects.filter(person=person_id).select_related("limits").order_by("id")
    return {
        "asked_about_limits": [
            {
                "limits_from": row.limits.effective_on.isoformat(),
                "agrees": row.agrees,
                "said": row.said,
                "you_say_it_was_not_so": row.denied_on.isoformat() if row.denied_on else None,
            }
            for row in rows
        ]
    }


@transaction.atomic
def erase(person_id: int, by: Actor) -> int:
    rows = AskedAbout.objects.filter(person=person_id)
    codes = list(rows.values_list("code", flat=True))
    if codes:
        rows.update(person=None, said="")
        audit.erase(by=by, target_type=AskedAbout._meta.label_lower, targets=codes, why="forgotten")
    return len(codes)
