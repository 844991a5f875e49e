"""What is sealed here. Take a field in only if no verb ever changes it while it stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from alongside.audit import sealing

from .models import PackPiece

FIELDS: Mapping[type[models.Model], tuple[str, ...]] = {PackPiece: ("words", "named", "ready_on")}


def text_of(model: type[models.Model], values: Mapping[str, Any]) -> str:
    """One text for what was sealed. Days as 2026-03-27."""
    return sealing.canonical({name: sealing.plain(values[name]) for name in FIELDS[model]})


def seal(row: Any) -> str:
    """The commitment to a row. Its salt goes when its words go."""
    values = {name: getattr(row, name) for name in FIELDS[type(row)]}
    return sealing.commitment(row.salt, text_of(type(row), values))
