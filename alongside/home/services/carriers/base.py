"""What every carrier is given, and what may become of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Piece:
    """One message as it goes: the words that are repeated to the one who said them stand in it only now."""

    subject: str
    body: str
    link: str = ""  # whole, and only for somebody who can sign in
    quote: str = ""


@dataclass(frozen=True)
class Parcel:
    """One e-mail, text or letter to one human: a message, or several together."""

    batch: str
    organisation: str
    name: str
    address: str
    channel: str
    pieces: tuple[Piece, ...]
    choose_link: str = ""  # where they choose how they hear from us


@dataclass(frozen=True)
class Gone:
    """It left. `provider_id`: whoever took it can be asked later whether it arrived."""

    provider_id: str = ""


@dataclass(frozen=True)
class LookUp:
    """What became of it: "arrived", "on its way", "no such" (lasting), "not now" or "unknown"."""

    state: str
    why: str = ""


class TryLater(Exception):
    """Not now; the message of the exception is for staff and holds no address."""


class NoSuchAddress(Exception):
    """Nothing will ever arrive there: the way to reach them has stopped."""

    def __init__(self, why: str, stop: str = "no_such") -> None:
        super().__init__(why)
        self.stop = stop


class NotTaken(Exception):
    """It is refused for a reason that has nothing to do with the address: somebody has to look at it."""


class Carrier(Protocol):
    finds: bool  # can it say later what left, and what became of it?

    def carry(self, parcel: Parcel) -> Gone: ...

    def find(self, batch: str) -> Gone | None:
        """Did it leave, though we do not know? None: it did not. Raises TryLater when it cannot say now."""

    def look_up(self, provider_id: str) -> LookUp: ...

    def close(self) -> None: ...
