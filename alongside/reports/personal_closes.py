"""What is personal about closes: who was chosen and who was asked, the name and the words with which somebody signed,
why they wanted something opened again. When they go, that a contributor signed stays, without a name and without words.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .models import AskedSigner, CloseSignature, PeriodReopening, PeriodSigner

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "PeriodSigner": {"person", "shown_as"},
    "AskedSigner": {"person", "said"},
    "CloseSignature": {"person", "name", "words"},
    "PeriodReopening": {"person", "answered_by", "reason"},
}
HARMLESS: dict[str, set[str]] = {
    "PeriodSigner": {*_BYLINE, "organisation", "code", "how_chosen", "from_day", "until_day", "ended_on"},
    "AskedSigner": {*_BYLINE, "signer", "code", "agrees", "denied_on"},
    "PeriodClose": {
        *_BYLINE,
        *("organisation", "code", "kind", "period", "first", "last", "version", "replaces", "state"),
        *("counted_at", "frozen_at", "head"),
    },
    "PeriodCloseStatus": {*_BYLINE, "periodclose", "state", "effective_on"},
    "PeriodSheet": {*_BYLINE, "close", "code", "number", "content", "digest", "counted_at"},
    "CloseSignature": {*_BYLINE, "sheet", "code", "side", "says", "signer", "role", "salt", "said_on"},
    "PeriodReopening": {*_BYLINE, "close", "code", "side", "salt", "state", "asked_on", "answered_on"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    return {
        "chosen_to_sign_for_contributors": [
            {
                "shown_as": row.shown_as,
                "how": row.how_chosen,
                "from": row.from_day.isoformat(),
                "until": row.until_day.isoformat(),
                "ended_on": row.ended_on.isoformat() if row.ended_on else None,
            }
            for row in PeriodSigner.objects.filter(person=person_id).order_by("id")
        ],
        "asked_who_signs": [
            {
                "who": row.signer.shown_as,
                "agrees": row.agrees,
                "said": row.said,
                "you_say_it_was_not_so": row.denied_on.isoformat() if row.denied_on else None,
            }
            for row in AskedSigner.objects.filter(person=person_id).select_related("signer").order_by("id")
        ],
        "signed_for_contributors": [_signed(row) for row in _signatures(person_id)],
        "asked_to_open_again": [
            {"period": row.close.period, "on": row.asked_on.isoformat(), "reason": row.reason}
            for row in PeriodReopening.objects.filter(person=person_id).select_related("close").order_by("id")
        ],
    }


def _signatures(person_id: int) -> QuerySet[CloseSignature]:
    return CloseSignature.objects.filter(person=person_id).select_related("sheet__close").order_by("id")


def _signed(row: CloseSignature) -> dict[str, Any]:
    close = row.sheet.close
    return {
        "period": close.period,
        "version": close.version,
        "on": row.said_on.isoformat(),
        "what_you_say": row.says,
        "your_name_stands_there_as": row.name,
        "your_words": row.words,
    }


def erase(person_id: int, by: Actor) -> int:
    """Called inside the transaction of being forgotten."""
    signed = CloseSignature.objects.filter(person=person_id)
    _forget(signed, "words", by)
    asked = PeriodReopening.objects.filter(person=person_id)
    _forget(asked, "reason", by)
    number = signed.update(person=None, name="", recorded_by=None) + asked.update(person=None, recorded_by=None)
    PeriodReopening.objects.filter(answered_by=person_id).update(answered_by=None)
    chosen = PeriodSigner.objects.filter(person=person_id).update(person=None, shown_as="")
    return number + chosen + AskedSigner.objects.filter(person=person_id).update(person=None, said="")


def _forget(rows: QuerySet[Any], field: str, by: Actor) -> None:
    codes = list(rows.exclude(**{field: ""}).values_list("code", flat=True))
    if codes:
        rows.update(**{field: "", "salt": ""})
        audit.erase(by=by, target_type=rows.model._meta.label_lower, targets=codes, why="forgotten")
