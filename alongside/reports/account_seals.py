"""What is sealed of an account: each version with its numbers, and what people reply to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from alongside.audit import sealing

from .models import AccountReply, AccountVersion

FIELDS: Mapping[type[models.Model], tuple[str, ...]] = {
    AccountVersion: (
        *("number", "title", "introduction", "changed", "claims", "closed", "source", "rows", "map", "head"),
        *("facts", "published_on"),
    ),
    AccountReply: ("words", "to_version", "written_on"),
}


def text_of(model: type[models.Model], values: Mapping[str, Any]) -> str:
    return sealing.canonical({name: sealing.plain(values[name]) for name in FIELDS[model]})


def seal(row: Any) -> str:
    """The commitment to a row, made or about to be made."""
    values = {name: getattr(row, name) for name in FIELDS[type(row)]}
    return sealing.commitment(row.salt, text_of(type(row), values))
