"""What is personal here: who was asked about the limits of signs, and what they said; and who said openly how it was.
When they go, that somebody was asked and whether they agreed stays, unnamed: the limits were set with people, and how
many is worth knowing. What was answered without a name cannot be found by anybody (docs/decisions/0022), so it is in
nobody's copy, and nothing of it can be taken out.
What is personal about claims is in `personal_claims`, about concerns in `personal_concerns`, about co-audits
in `personal_co_audits`, about bids in `personal_bids`.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.audit import services as audit
from alongside.core.actor import Actor

from . import personal_bids, personal_claims, personal_co_audits, personal_concerns
from .models import ANSWERS, LIMIT_FIELDS, AskedAbout, OpenPulse
from .services.open_pulses import blank

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "SignLimits": set(),
    "AskedAbout": {"person", "said"},
    "Cleared": set(),
    "OpenPulse": {"person", "words", *ANSWERS},
    "PulseWords": {"words"},  # nobody's: it cannot be found by who wrote it
    "PulseMark": {"digest"},  # of who has had their turn: gone when the round is over
    **personal_claims.PERSONAL,
    **personal_concerns.PERSONAL,
    **personal_co_audits.PERSONAL,
    **personal_bids.PERSONAL,
}
HARMLESS: dict[str, set[str]] = {
    "SignLimits": {*BYLINE, "organisation", "code", "effective_on", "why", *LIMIT_FIELDS},
    "Cleared": {*BYLINE, "organisation", "code", "opportunity", "marks", "reason", "allowed_by", "on"},
    "AskedAbout": {*BYLINE, "limits", "code", "agrees", "denied_on"},
    "OpenPulse": {*BYLINE, "round", "code", "user", "by_staff", "taken_back_on"},
    "PulseWords": {"id", "box"},
    "PulseMark": {"id", "round"},
    "PulseSheet": {"id", "round", "digest"},
    "Pulse": {"id", "box", *ANSWERS},
    "PulseBox": {"id", "organisation", "code", "kind", "quarter", "least", "sealed_on", "summary"},
    "PulseRound": {
        *(*BYLINE, "organisation", "code", "opportunity", "meeting", "box", "stages", "could_answer"),
        *("opened_on", "closes_on", "closed_on"),
    },
    "LadderChosen": {*BYLINE, "organisation", "code", "ladder", "effective_on"},
    **personal_claims.HARMLESS,
    **personal_concerns.HARMLESS,
    **personal_co_audits.HARMLESS,
    **personal_bids.HARMLESS,
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
        ],
        "said_openly_how_it_was": [
            {name: value for name in (*ANSWERS, "words") if (value := getattr(each, name)) not in (None, "")}
            for each in OpenPulse.objects.filter(person=person_id).order_by("id")
        ],
        "asked_to_sign": personal_claims.export(person_id),
        **personal_concerns.export(person_id),
        "co_audits": personal_co_audits.export(person_id),
        "asked_for_bids": personal_bids.export(person_id),
    }


@transaction.atomic
def erase(person_id: int, by: Actor) -> int:
    rows = AskedAbout.objects.filter(person=person_id)
    codes = list(rows.values_list("code", flat=True))
    if codes:
        rows.update(person=None, said="")
        audit.erase(by=by, target_type=AskedAbout._meta.label_lower, targets=codes, why="forgotten")
    claims, concerns = personal_claims.erase(person_id, by), personal_concerns.erase(person_id, by)
    audits = personal_co_audits.erase(person_id, by)
    return len(codes) + _erase_open(person_id, by) + claims + concerns + audits + personal_bids.erase(person_id, by)


def _erase_open(person_id: int, by: Actor) -> int:
    accounts = list(OpenPulse.objects.filter(person=person_id).order_by("id"))
    for each in accounts:
        blank(each, timezone.localdate())
    if accounts:
        OpenPulse.objects.filter(person=person_id).update(person=None)
        targets = [each.code for each in accounts]
        audit.erase(by=by, target_type=OpenPulse._meta.label_lower, targets=targets, why="forgotten")
    return len(accounts)
