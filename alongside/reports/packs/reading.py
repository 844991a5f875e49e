"""Whose eyes read which pack on which day, and what stands around its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from alongside.core.dates import long_day
from alongside.voice.queries import Eyes

from ..pack_values import Pack
from ..queries.packs import Asks, Pieces
from ..values import Counted, Row


@dataclass(frozen=True)
class Around:
    """What is asked of the board, and what contributors wrote: neither is counted, nor frozen."""

    asks: Asks = field(default_factory=Asks)
    pieces: Pieces = field(default_factory=Pieces)


@dataclass(frozen=True)
class Reading:
    """`threshold`: under how many people how a claim stands is not told in numbers."""

    pack: Pack
    eyes: Eyes
    slug: str
    threshold: int
    today: date
    around: Around = field(default_factory=Around)

    def url(self, *steps: str) -> str:
        return "/".join([f"/{self.slug}", *steps, ""])

    def figure(self, slug: str) -> Counted:
        return self.pack.sheet.figure(slug)

    def row(self, slug: str, key: str) -> Row:
        return self.figure(slug).row(key)

    def number(self, slug: str, key: str) -> int:
        return int(self.row(slug, key).number or 0)


def told_day(iso: str) -> str:
    return long_day(date.fromisoformat(iso))
