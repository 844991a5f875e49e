"""Comparing everything that was written here with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from alongside.audit import queries as audit
from alongside.audit.queries import Finding
from alongside.audit.sealing import commitment

from .. import seals
from ..events import JourneyEvent as Event
from ..models import Aim, AimWord, EntryText, Story, StoryChoice

ROOM = "journey"
# model: the events with its commitment, the way from a row to its organisation, what it is called
KINDS: tuple[tuple[type[models.Model], tuple[Event, ...], str, str], ...] = (
    (EntryText, (Event.ENTRY_WRITTEN, Event.ENTRY_CHANGED), "entry__organisation", "entry"),
    (Aim, (Event.AIM_WRITTEN,), "organisation", "aim"),
    (Story, (Event.STORY_TOLD,), "organisation", "story"),
    (StoryChoice, (Event.STORY_CHOSEN,), "group__round__organisation", "choice of a story"),
    (AimWord, (Event.AIM_WORD,), "aim__organisation", "word about an aim"),
)


def broken_seals(chain: int) -> Iterator[Finding]:
    """What was edited, removed or added behind the application's back, and words that are gone without an erasure."""
    for model, events, way, name in KINDS:
        yield from _broken(chain, model, events, way, name)


def _broken(chain: int, model: type[models.Model], events: tuple[Event, ...], way: str, name: str) -> Iterator[Finding]:
    written = {
        event.target: (event.seq, facts.get("sealed", ""))
        for each in events
        for event, facts in audit.facts_named(chain, ROOM, each)
    }
    erased = audit.erased_targets(chain, model._meta.label_lower)
    fields = ("code", "salt", *seals.FIELDS[model])
    for row in model._default_manager.filter(**{way: chain}).order_by("pk").values(*fields).iterator(chunk_size=2000):
        seq, sealed = written.pop(row["code"], (None, ""))
        if wrong := _wrong_with(model, row, sealed, row["code"] in erased):
            yield Finding(chain, seq, f"{name} {row['code']} {wrong}")
        erased.discard(row["code"])
    for code, (seq, _sealed) in written.items():
        if code not in erased:
            yield Finding(chain, seq, f"{name} {code} is gone")
    for code in sorted(erased):
        yield Finding(chain, None, f"{name} {code} was erased, and its empty row is gone")


def _wrong_with(model: type[models.Model], row: Mapping[str, Any], sealed: str, erased: bool) -> str:
    if erased:
        return "was erased, and words stand there again" if row["salt"] else ""
    if not row["salt"]:
        return "has lost its words, and no erasure is on record"
    if not sealed:
        return "is not in the event log: it was added behind it"
    same = commitment(row["salt"], seals.text_of(model, row)) == sealed
    return "" if same else "was changed after it was written"
