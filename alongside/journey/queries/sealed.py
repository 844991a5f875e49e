"""Comparing everything that was written here with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from alongside.audit import comparing
from alongside.audit.comparing import Sealed
from alongside.audit.queries import Finding

from .. import seals
from ..events import JourneyEvent as Event
from ..models import Aim, AimWord, EntryText, Story, StoryChoice, Telling

ROOM = "journey"
# model: the events with its commitment, the way from a row to its organisation, what it is called
KINDS: tuple[tuple[type[models.Model], tuple[Event, ...], str, str], ...] = (
    (EntryText, (Event.ENTRY_WRITTEN, Event.ENTRY_CHANGED), "entry__organisation", "entry"),
    (Aim, (Event.AIM_WRITTEN,), "organisation", "aim"),
    (Story, (Event.STORY_TOLD,), "organisation", "story"),
    (StoryChoice, (Event.STORY_CHOSEN,), "group__round__organisation", "choice of a story"),
    (Telling, (Event.TOUCH_TOLD,), "organisation", "what a moment was like"),
    (AimWord, (Event.AIM_WORD,), "aim__organisation", "word about an aim"),
)


def broken_seals(chain: int) -> Iterator[Finding]:
    """What was edited, removed or added behind the application's back, and words that are gone without an erasure."""
    for model, events, way, name in KINDS:
        rows = _rows(model, way, chain)
        yield from comparing.compared(
            chain, model._meta.label_lower, name, rows, comparing.seals_of(chain, ROOM, *events)
        )


def _rows(model: type[models.Model], way: str, chain: int) -> Iterator[Sealed]:
    rows = model._default_manager.filter(**{way: chain}).order_by("pk").values("code", "salt", *seals.FIELDS[model])
    for values in rows.iterator(chunk_size=2000):
        yield Sealed(values["code"], values["salt"], seals.text_of(model, values))
