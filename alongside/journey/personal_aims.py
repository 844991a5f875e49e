"""An aim that both sides agreed to stays: it is theirs together. What somebody said of one goes with them, and an aim
that nobody but them agreed to goes too."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from alongside.accounts.bylines import begin
from alongside.audit import services as audit
from alongside.core.actor import Actor

from .models import STOPPED, Aim, AimAgreement, AimStatus, AimWord, Side

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "Aim": {"what", "sign"},
    "AimAgreement": {"person"},
    "AimWord": {"person", "words"},
}
HARMLESS: dict[str, set[str]] = {
    "Aim": BYLINE | {"organisation", "code", "unit", "side", "after", "written_on", "state", "since", "salt"},
    "AimStatus": BYLINE | {"aim", "state", "effective_on"},
    "AimAgreement": BYLINE | {"aim", "code", "side", "user", "agrees", "said_on"},
    "AimWord": BYLINE | {"aim", "code", "side", "user", "says", "said_on", "salt"},
}
GONE = "(Taken away with the one who wrote it.)"


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    agreed = AimAgreement.objects.filter(person=person_id).select_related("aim").order_by("id")
    words = AimWord.objects.filter(person=person_id).select_related("aim").order_by("id")
    return {
        "aims": [
            {"what": row.aim.what, "sign": row.aim.sign, "mine_too": row.agrees, "on": row.said_on.isoformat()}
            for row in agreed
        ],
        "what_i_said_of_aims": [
            {"aim": row.aim.what, "says": row.get_says_display(), "words": row.words, "on": row.said_on.isoformat()}
            for row in words
        ],
    }


def erase(person_id: int, by: Actor) -> int:
    words = AimWord.objects.filter(person=person_id)
    codes = list(words.values_list("code", flat=True))
    if codes:
        words.update(person=None, words="", salt="")
        audit.erase(by=by, target_type=AimWord._meta.label_lower, targets=codes, why="forgotten")
    alone = _alone(person_id)
    for aim in alone:
        _take_away(aim, by)
    AimAgreement.objects.filter(person=person_id).update(person=None)
    return len(codes) + len(alone)


def _alone(person_id: int) -> list[Aim]:
    """What they wrote, and nobody else agreed to."""
    mine = Aim.objects.filter(agreements__person=person_id, agreements__agrees=True, side=Side.PEOPLE).exclude(salt="")
    others = AimAgreement.objects.filter(aim__in=mine.values("pk"), agrees=True).exclude(person=person_id)
    return list(mine.exclude(pk__in=others.values("aim")).distinct())


def _take_away(aim: Aim, by: Actor) -> None:
    aim.what, aim.sign, aim.salt = GONE, GONE, ""
    if aim.state != STOPPED:
        aim.state, aim.since = STOPPED, timezone.localdate()
        begin(aim, statuses=AimStatus, by=by)
    aim.save(update_fields=["what", "sign", "salt", "state", "since"])
    audit.erase(by=by, target_type=Aim._meta.label_lower, targets=[aim.code], why="forgotten")
