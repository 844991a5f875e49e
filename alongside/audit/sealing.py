"""Hashes and salted commitments. Pure: no database, no Django."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any


def new_salt() -> str:
    return secrets.token_hex(16)


def canonical(facts: Any) -> str:
    """One text for one meaning: sorted keys, no spaces. Facts are JSON types only."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: Any) -> Any:
    """As it stands in a text that is sealed: days as 2026-03-27, money as 1200.00."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, date) else value


def commitment(salt: str, content: str) -> str:
    """SHA-256 of salt and content, 64 hex characters. Says nothing about the content once the salt is gone."""
    return hashlib.sha256(f"{salt}\0{content}".encode()).hexdigest()


def root(commitments: Iterable[str]) -> str:
    """One hash over many row commitments, in order."""
    whole = hashlib.sha256()
    for one in commitments:
        whole.update(one.encode())
    return whole.hexdigest()


def link(fields: Mapping[str, Any], previous: str) -> str:
    """The hash of an event: all of its own fields, and the hash of the event before it."""
    return hashlib.sha256(f"{previous}\0{canonical(fields)}".encode()).hexdigest()
