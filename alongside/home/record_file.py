"""The file of somebody's own record: how it is written, and how one that anybody dropped is read. Pure.

`{"record": {…}, "signature": "…"}`: the signature is of the record as one line of JSON, with its names in order.
Nothing that was dropped is trusted: not its size, its depth, its letters, nor that a name stands in it only once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RECORD, SIGNATURE = "record", "signature"
MOST_BYTES = 10 * 1024 * 1024


class Unreadable(Exception):
    """It is no such file, or a broken one."""


@dataclass(frozen=True)
class Read:
    record: Mapping[str, Any]
    signature: str


def written(record: Mapping[str, Any], signature: str) -> bytes:
    return json.dumps({RECORD: record, SIGNATURE: signature}, ensure_ascii=False, indent=2).encode()


def read(data: bytes) -> Read:
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_such_number)
        json.dumps(found, ensure_ascii=False).encode()  # half a letter cannot be signed
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(found, dict) or set(found) != {RECORD, SIGNATURE}:
        raise Unreadable
    if not isinstance(found[RECORD], dict) or not isinstance(found[SIGNATURE], str):
        raise Unreadable
    return Read(found[RECORD], found[SIGNATURE])


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands twice could show one thing and be checked as another."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_such_number(name: str) -> None:
    raise ValueError(f"{name} is no number")
