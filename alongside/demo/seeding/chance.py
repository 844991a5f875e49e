"""Codes and salts are random by design. While the demonstration is made they come out the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alongside.audit import sealing
from alongside.candour.services import co_audits
from alongside.core import codes
from alongside.involvement.services import draws
from alongside.organisation.services import signing

FOLLOW_LENGTH = 16
SOURCES: tuple[Any, ...] = (
    codes,
    sealing,
    draws,
    signing,
    co_audits,
)  # what draws from `secrets`: codes, salts, sealed draws, keys


class Seeded:
    """Stands in for the module `secrets`, as far as the product uses it."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311  the demonstration protects nobody

    def token_bytes(self, length: int) -> bytes:
        return self._random.randbytes(length)

    def token_hex(self, length: int) -> str:
        return self.token_bytes(length).hex()


@contextmanager
def same_every_time(seed: str) -> Iterator[None]:
    """Within, new codes and salts come from a generator with a known seed; afterwards from `secrets` again."""
    kept = [source.secrets for source in SOURCES]
    stand_in = Seeded(seed)
    for source in SOURCES:
        source.secrets = stand_in
    try:
        yield
    finally:
        for source, before in zip(SOURCES, kept, strict=True):
            source.secrets = before


def follow_code(slug: str, key: str) -> str:
    """The code that somebody took home who said `key` on the public page of `slug`. Kept nowhere, worked out again."""
    drawn = Seeded(f"{slug}: {key}").token_bytes(FOLLOW_LENGTH)
    return "".join(codes.ALPHABET[byte % len(codes.ALPHABET)] for byte in drawn)
