"""Comparing what was written here with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from alongside.audit import comparing
from alongside.audit.comparing import Sealed
from alongside.audit.queries import Finding

from .. import seals
from ..events import ReportsEvent as Event
from ..models import PackPiece

ROOM = "reports"
# model: the events with its commitment, the way from a row to its organisation, what it is called
KINDS: tuple[tuple[type[models.Model], tuple[Event, ...], str, str], ...] = (
    (PackPiece, (Event.PIECE_READY,), "pack__organisation", "piece in a board pack"),
)


def broken_packs(chain: int) -> Iterator[Finding]:
    """What was edited, removed or added behind the application's back, and words that are gone without an erasure."""
    for model, events, way, name in KINDS:
        rows = _rows(model, way, chain)
        kept = comparing.seals_of(chain, ROOM, *events)
        yield from comparing.compared(chain, model._meta.label_lower, name, rows, kept, drafts=True)


def _rows(model: type[models.Model], way: str, chain: int) -> Iterator[Sealed]:
    rows = model._default_manager.filter(**{way: chain}).order_by("pk").values("code", "salt", *seals.FIELDS[model])
    for values in rows.iterator(chunk_size=2000):
        yield Sealed(values["code"], values["salt"], seals.text_of(model, values))
