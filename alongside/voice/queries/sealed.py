"""Comparing every word with what the event log committed to when it was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models

from alongside.audit import queries as audit
from alongside.audit.queries import Finding
from alongside.audit.sealing import commitment

from .. import seals
from ..events import VoiceEvent
from ..models import (
    Answer,
    Appeal,
    Challenge,
    Contribution,
    Denial,
    GroupWord,
    Moderation,
    Passing,
    Sighting,
    Statement,
    Verdict,
)
from ..models.attachments import Attachment
from .attaching import broken_files

ROOM = "voice"


class Sealed(NamedTuple):
    target_type: str
    code: str
    salt: str  # empty when the words were erased
    text: str


# model: the event with its commitment, the way from a row to its organisation, what it is called
KINDS: tuple[tuple[type[models.Model], VoiceEvent, str, str], ...] = (
    (Contribution, VoiceEvent.SAID, "organisation", "contribution"),
    (Answer, VoiceEvent.ANSWERED, "contribution__organisation", "answer"),
    (Challenge, VoiceEvent.CHALLENGED, "contribution__organisation", "challenge"),
    (Attachment, VoiceEvent.FILE_ADDED, "organisation", "attachment"),
    (Passing, VoiceEvent.PASSED_ON, "organisation", "passing"),
    (Verdict, VoiceEvent.VERDICT, "contribution__organisation", "verdict"),
    (Sighting, VoiceEvent.FOUND, "check_day__organisation", "sighting"),
    (Denial, VoiceEvent.SHAPED_DISPUTED, "contribution__organisation", "denial"),
    (GroupWord, VoiceEvent.GROUP_SAYS, "contribution__organisation", "what a group said"),
    (Statement, VoiceEvent.STATEMENT_ADDED, "ground__organisation", "statement"),
    (Moderation, VoiceEvent.MODERATED, "showing__organisation", "decision on showing"),
    (Appeal, VoiceEvent.APPEALED, "organisation", "appeal"),
)


def sealed_texts(organisation_id: int) -> Iterator[Sealed]:
    """Everything that was sealed, as it stands in the tables now."""
    for model, _event, way, _name in KINDS:
        yield from _rows(model, way, organisation_id)


def broken_seals(chain: int) -> Iterator[Finding]:
    """What was edited, removed or added behind the application's back, and words that are gone without an erasure."""
    for model, event, way, name in KINDS:
        yield from _broken(chain, model, event, way, name)
    yield from broken_files(chain)


def _rows(model: type[models.Model], way: str, organisation_id: int) -> Iterator[Sealed]:
    fields = ("code", "salt", *seals.FIELDS[model])
    rows = model._base_manager.filter(**{way: organisation_id}).order_by("pk").values(*fields)
    for values in rows.iterator(chunk_size=2000):
        yield Sealed(model._meta.label_lower, values["code"], values["salt"], seals.text_of(model, values))


def _broken(chain: int, model: type[models.Model], event: VoiceEvent, way: str, name: str) -> Iterator[Finding]:
    said = dict(_commitments(chain, event))
    erased = audit.erased_targets(chain, model._meta.label_lower)
    for row in _rows(model, way, chain):
        seq, sealed = said.pop(row.code, (None, ""))
        if wrong := _wrong_with(row, sealed, row.code in erased):
            yield Finding(chain, seq, f"{name} {row.code} {wrong}")
        erased.discard(row.code)
    for code, (seq, _sealed) in said.items():
        if code not in erased:
            yield Finding(chain, seq, f"{name} {code} is gone")
    for code in sorted(erased):
        yield Finding(chain, None, f"{name} {code} was erased, and its empty row is gone")


def _wrong_with(row: Sealed, sealed: str, erased: bool) -> str:
    if erased:
        return "was erased, and words stand there again" if row.salt else ""
    if not row.salt:
        return "has lost its words, and no erasure is on record"
    if not sealed:
        return "is not in the event log: it was added behind it"
    return "" if commitment(row.salt, row.text) == sealed else "was changed after it was written"


def _commitments(chain: int, event: VoiceEvent) -> Iterator[tuple[str, tuple[int, Any]]]:
    for said, facts in audit.facts_named(chain, ROOM, event):
        yield said.target, (said.seq, facts.get("sealed", ""))
    if event == VoiceEvent.SAID:
        for row in audit.rows_named(chain, ROOM, VoiceEvent.IMPORTED):
            yield row.target, (row.event.seq, row.commitment)
