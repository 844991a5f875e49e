"""Comparing every word with what the event log committed to when it was said."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from alongside.audit import comparing
from alongside.audit import queries as audit
from alongside.audit.comparing import Seal, Sealed
from alongside.audit.queries import Finding

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

BROUGHT_IN = {VoiceEvent.SAID: VoiceEvent.IMPORTED, VoiceEvent.ANSWERED: VoiceEvent.ANSWERS_IMPORTED}


def sealed_texts(organisation_id: int) -> Iterator[tuple[str, Sealed]]:
    """Everything that was sealed, as it stands in the tables now, with what it is."""
    for model, _event, way, _name in KINDS:
        for row in _rows(model, way, organisation_id):
            yield model._meta.label_lower, row


def broken_seals(chain: int) -> Iterator[Finding]:
    """What was edited, removed or added behind the application's back, and words that are gone without an erasure."""
    for model, event, way, name in KINDS:
        rows = _rows(model, way, chain)
        yield from comparing.compared(chain, model._meta.label_lower, name, rows, _seals(chain, event))
    yield from broken_files(chain)


def _rows(model: type[models.Model], way: str, organisation_id: int) -> Iterator[Sealed]:
    fields = ("code", "salt", *seals.FIELDS[model])
    rows = model._base_manager.filter(**{way: organisation_id}).order_by("pk").values(*fields)
    for values in rows.iterator(chunk_size=2000):
        yield Sealed(values["code"], values["salt"], seals.text_of(model, values))


def _seals(chain: int, event: VoiceEvent) -> dict[str, Seal]:
    """What was brought in has its seals in the rows of the import."""
    found = comparing.seals_of(chain, ROOM, event)
    if event in BROUGHT_IN:
        for row in audit.rows_named(chain, ROOM, BROUGHT_IN[event]):
            found[row.target] = Seal(row.event.seq, row.commitment)
    return found
