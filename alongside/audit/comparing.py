"""Comparing rows with what the event log committed to when they were written. Which rows, and what of them was sealed,
says the room that they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from . import queries
from .queries import Finding
from .sealing import commitment


class Sealed(NamedTuple):
    """A row as it stands now."""

    code: str
    salt: str  # empty when the words were erased
    text: str


class Seal(NamedTuple):
    seq: int  # of the event
    commitment: str


Seals = Mapping[str, Seal]


def seals_of(chain: int, room: str, *names: str) -> dict[str, Seal]:
    """By the code of the row: what events of these names committed to. Those that committed to nothing are left out."""
    return {
        event.target: Seal(event.seq, facts["sealed"])
        for name in names
        for event, facts in queries.facts_named(chain, room, name)
        if "sealed" in facts
    }


def compared(
    chain: int, target_type: str, called: str, rows: Iterable[Sealed], seals: Seals, *, drafts: bool = False
) -> Iterator[Finding]:
    """What was changed, added or removed behind the application, and words that are gone without an erasure.

    `called`: in a finding. `drafts`: a row without salt may be one of which nothing was sealed yet.
    """
    left, erased = dict(seals), queries.erased_targets(chain, target_type)
    for row in rows:
        seal = left.pop(row.code, None)
        draft = drafts and not row.salt and seal is None and row.code not in erased
        if not draft and (wrong := _wrong_with(row, seal, row.code in erased)):
            yield Finding(chain, seal.seq if seal else None, f"{called} {row.code} {wrong}")
        erased.discard(row.code)
    for code, seal in left.items():
        if code not in erased:
            yield Finding(chain, seal.seq, f"{called} {code} is gone")
    for code in sorted(erased):
        yield Finding(chain, None, f"{called} {code} was erased, and its empty row is gone")


def _wrong_with(row: Sealed, seal: Seal | None, erased: bool) -> str:
    if erased:
        return "was erased, and words stand there again" if row.salt else ""
    if not row.salt:
        return "has lost its words, and no erasure is on record"
    if seal is None:
        return "is not in the event log: it was added behind it"
    return "" if commitment(row.salt, row.text) == seal.commitment else "was changed after it was written"
