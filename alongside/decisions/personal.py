"""What is personal here: who raised a decision, and the words in which they raised it.

What is decided, what is open, what is fixed and why are the organisation's own words about its own work, written
to be read; they are kept when somebody leaves. A decision that a contributor raised began as that contributor's
words: when they go, its title and its open part go, and what was decided about it stays.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .models import Decision

PERSONAL: dict[str, set[str]] = {
    "Decision": {"title", "open_part", "raised_by"},
    "DecisionStatus": set(),
    "TakenWithout": set(),
}
BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
HARMLESS: dict[str, set[str]] = {
    "Decision": {
        *BYLINE,
        *("organisation", "code", "kind", "unit", "owner", "fixed_part", "decider", "trigger", "audience"),
        *("opened_on", "due_on", "state", "decided_on", "taken", "people_count", "outcome", "reason", "reserved"),
        *("source", "uid", "fingerprint", "version", "day"),
    },
    "DecisionStatus": {*BYLINE, "decision", "state", "effective_on", "outcome", "reason"},
    "TakenWithout": {*BYLINE, "organisation", "decision", "reason", "allowed_by", "on"},
}


def export(person_id: int) -> list[dict[str, Any]]:
    """What somebody raised, in their words, and what came of it."""
    rows = Decision.objects.filter(raised_by=person_id).select_related("kind", "unit").order_by("opened_on", "id")
    return [
        {
            "code": row.code,
            "raised_on": row.opened_on.isoformat(),
            "title": row.title,
            "what_can_change": row.open_part,
            "kind": row.kind.name,
            "unit": row.unit.name,
            "written_down_from": row.medium,
            "state": row.state,
            "decided_on": row.decided_on.isoformat() if row.decided_on else None,
            "outcome": row.outcome,
            "reason": row.reason,
        }
        for row in rows
    ]


@transaction.atomic
def erase(person_id: int, by: Actor) -> int:
    """Take somebody's words and name off what they raised. Returns how many decisions that were."""
    rows = Decision.objects.filter(organisation=by.organisation_id, raised_by=person_id).select_for_update()
    codes = list(rows.values_list("code", flat=True))
    if not codes:
        return 0
    gone = _("Raised by somebody who has left")
    Decision.objects.filter(code__in=codes).update(title=gone, open_part="", raised_by=None)
    audit.erase(by=by, target_type=Decision._meta.label_lower, targets=codes, why="forgotten")
    return len(codes)
