"""What is sealed of each thing somebody said: the words, and the days from which a debt runs.

The event log holds a salted commitment to this text. Take a field in only if no verb ever changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from alongside.audit import sealing

from .models import (
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
from .models.attachments import Attachment

FIELDS: Mapping[type[models.Model], tuple[str, ...]] = {
    Contribution: ("words", "kind", "about", "said_on", "received_on", "acknowledge_by", "answer_by"),
    Answer: ("reason", "kind", "role", "answered_on", "defer_until", "next_step"),
    Passing: ("passed_to", "asked", "passed_on"),
    Challenge: ("words", "kind", "made_on"),
    Attachment: ("label", "kind", "digest", "added_on"),
    Verdict: ("words", "kind", "size", "given_on"),
    Sighting: ("words", "result", "found_on"),
    Denial: ("words", "disputed_on"),
    Statement: ("words", "added_on"),
    Moderation: ("why", "outcome", "rule", "decided_on"),
    Appeal: ("words", "made_on"),
    GroupWord: ("words", "kind", "said_on"),
}


# Only what is filled in: rows that were sealed before there was such a field have the seal that they had.
IF_ANY = {"next_step"}


def text_of(model: type[models.Model], values: Mapping[str, Any]) -> str:
    """One text for what was sealed. Days as 2026-03-27."""
    named = {name: values[name] for name in FIELDS[model] if name not in IF_ANY or values[name]}
    return sealing.canonical({name: sealing.plain(value) for name, value in named.items()})


def seal(row: Any) -> str:
    """The commitment to a row, made or about to be made. Its salt goes when its words go."""
    values = {name: getattr(row, name) for name in FIELDS[type(row)]}
    return sealing.commitment(row.salt, text_of(type(row), values))
