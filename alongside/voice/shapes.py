"""Small shapes that the verbs take and the pages hand over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from alongside.core.media import Clean
from alongside.organisation.models import Unit

from .models import ChangeKind, Contribution, Letterbox, Question


@dataclass(frozen=True)
class Uses:
    """What the author allows us to do with their words. Nothing beyond answering them is taken for granted."""

    inside: bool = True
    commissioners: bool = False
    public: bool = False
    credit: bool = False

    def as_fields(self) -> dict[str, bool]:
        return {
            "use_inside": self.inside,
            "use_commissioners": self.commissioners,
            "use_public": self.public,
            "credit": self.credit,
        }

    @classmethod
    def of(cls, contribution: Contribution) -> Uses:
        return cls(
            contribution.use_inside, contribution.use_commissioners, contribution.use_public, contribution.credit
        )


@dataclass(frozen=True)
class Asks:
    """The two plain controls beside every box: contact me, and somebody may be at risk."""

    contact: bool = False
    how: str = ""  # how they can be reached, in their words
    risk: bool = False


class Origin(TypedDict, total=False):
    """Where something that is said comes from; each is a field of its row."""

    question: Question | None  # what it replies to
    letterbox: Letterbox | None
    adds_to: Contribution | None  # the first thing that its author said
    lang: str


@dataclass(frozen=True)
class ByMail:
    """What an e-mail said. `key` is the same for the same e-mail, whichever way it came."""

    key: str
    address: str
    subject: str
    words: str
    rest: str = ""
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True)
class NewFile:
    """A clean file, and what is on it in words."""

    file: Clean
    label: str


NOTHING = Uses(inside=False)


@dataclass(frozen=True)
class Wherein:
    """In what something is different, by its name; how it was before; where it can be looked at."""

    kind: str = ChangeKind.OTHER
    thing: str = ""
    thing_version: str = ""
    before: str = ""
    link: str = ""


@dataclass(frozen=True)
class Recheck:
    """When somebody looks whether a change held: first on a day, then every so many months until another."""

    first: date
    unit: Unit | None = None
    every: int = 0
    until: date | None = None
