"""What is sealed of each thing that is written here. Take a field in only if no verb ever changes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from alongside.audit import sealing

from .models import WORDS, Aim, AimWord, EntryText, Story, StoryChoice, Telling

FIELDS: Mapping[type[models.Model], tuple[str, ...]] = {
    EntryText: (*WORDS, "number", "on"),
    Aim: ("what", "sign", "side", "written_on"),
    Story: ("words", "why", "told_on"),
    StoryChoice: ("reason", "people", "staff", "chosen_on"),
    Telling: ("felt", "words", "told_on"),
    AimWord: ("words", "says", "side", "said_on"),
}


def text_of(model: type[models.Model], values: Mapping[str, Any]) -> str:
    """One text for what was sealed. Days as 2026-03-27."""
    named = {name: values[name] for name in FIELDS[model]}
    return sealing.canonical({name: sealing.plain(value) for name, value in named.items()})


def seal(row: Any) -> str:
    """The commitment to a row, made or about to be made. Its salt goes when its words go."""
    values = {name: getattr(row, name) for name in FIELDS[type(row)]}
    return sealing.commitment(row.salt, text_of(type(row), values))
