"""What is personal about closes: who was chosen and who was asked, the name and the words with which somebody signed,
why they wanted something opened again, or not. When they go, that a contributor signed stays, without a name and
without words, and the page says where words stood. What others wrote of them goes with them: how they were chosen, and
what those who were asked said of them.

What the coordinator says stays: it is sealed, and the forms ask to name nobody. What is asked of the board and what
came of it is about the organisation, and so is what a close counts.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.audit import services as audit
from alongside.core.actor import Actor

from .models import AskedSigner, CloseSignature, PeriodReopening, PeriodSigner, ReopeningNo

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "PeriodSigner": {"person", "shown_as", "how_chosen"},
    "AskedSigner": {"person", "said"},
    "CloseSignature": {"person", "name", "words"},
    "PeriodReopening": {"person", "answered_by", "reason"},
    "ReopeningNo": {"words"},
}
HARMLESS: dict[str, set[str]] = {
    "PeriodSigner": {*_BYLINE, "organisation", "code", "from_day", "until_day", "ended_on"},
    "AskedSigner": {*_BYLINE, "signer", "code", "agrees", "denied_on"},
    "PeriodClose": {
        *_BYLINE,
        *("organisation", "code", "kind", "period", "first", "last", "version", "replaces", "state"),
        *("counted_at", "frozen_at", "head"),
    },
    "PeriodCloseStatus": {*_BYLINE, "periodclose", "state", "effective_on"},
    "PeriodSheet": {*_BYLINE, "close", "code", "number", "content", "digest", "counted_at"},
    "CloseSignature": {
        *_BYLINE,
        "sheet",
        "code",
        "side",
        "says",
        "signer",
        "role",
        "salt",
        "words_gone",
        "for_all_here",
        "said_on",
    },
    "PeriodReopening": {*_BYLINE, "close", "code", "side", "salt", "state", "asked_on", "answered_on"},
    "ReopeningNo": {*_BYLINE, "reopening", "code", "salt"},
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
        "did_not_want_it_opened_again": [
            {"period": row.reopening.close.period, "your_words": row.words} for row in _noes(person_id)
        ],
    }


def _noes(person_id: int) -> QuerySet[ReopeningNo]:
    rows = ReopeningNo.objects.filter(reopening__answered_by=person_id).select_related("reopening__close")
    return rows.order_by("id")


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
    signed.exclude(words="").update(words_gone=True)
    _forget(signed, "words", by)
    asked = PeriodReopening.objects.filter(person=person_id)
    _forget(asked, "reason", by)
    noes = ReopeningNo.objects.filter(pk__in=list(_noes(person_id).values_list("pk", flat=True)))
    _forget(noes, "words", by)
    number = signed.update(person=None, name="", recorded_by=None) + asked.update(person=None, recorded_by=None)
    number += noes.update(recorded_by=None)
    PeriodReopening.objects.filter(answered_by=person_id).update(answered_by=None)
    return number + _forget_choice(person_id)


def _forget_choice(person_id: int) -> int:
    """That somebody was chosen, asked, and by how many, stays."""
    chosen = PeriodSigner.objects.filter(person=person_id)
    AskedSigner.objects.filter(signer__in=list(chosen.values_list("pk", flat=True))).update(said="")
    number = chosen.update(person=None, shown_as="", how_chosen="")
    return number + AskedSigner.objects.filter(person=person_id).update(person=None, said="")


def _forget(rows: QuerySet[Any], field: str, by: Actor) -> None:
    codes = list(rows.exclude(**{field: ""}).values_list("code", flat=True))
    if codes:
        rows.update(**{field: "", "salt": ""})
        audit.erase(by=by, target_type=rows.model._meta.label_lower, targets=codes, why="forgotten")
