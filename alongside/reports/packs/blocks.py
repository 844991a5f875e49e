"""What a part of a pack is made of. Pure: words, and no markup but that of pictures which the server drew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.safestring import SafeString, mark_safe

from .styles import on_paper


class NoAlternative(ValueError):
    """A picture that says nothing to whoever cannot see it is in no pack."""


@dataclass(frozen=True)
class Heading:
    kind: ClassVar[str] = "heading"
    words: str


@dataclass(frozen=True)
class Text:
    """`tone`: "", "quiet", "strong", "warning"."""

    kind: ClassVar[str] = "text"
    words: str
    tone: str = ""


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, as they are. `gone`: said in their place. `points`: several, each with what was asked.
    `note`: what they are; `below`: how they came here; `reply`: to the one before."""

    kind: ClassVar[str] = "quote"
    words: str
    by: str = ""
    note: str = ""
    url: str = ""
    gone: bool = False
    points: Sequence[tuple[str, str]] = ()
    below: str = ""
    reply: bool = False


@dataclass(frozen=True)
class Item:
    title: str
    note: str = ""
    day: str = ""
    tag: str = ""
    url: str = ""
    late: bool = False


@dataclass(frozen=True)
class Lines:
    kind: ClassVar[str] = "lines"
    items: Sequence[Item]


@dataclass(frozen=True)
class Table:
    """The first column says what a row is of. `numbers`: the others are numbers, but for long words in the last."""

    kind: ClassVar[str] = "table"
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: bool = True

    @property
    def labelled(self) -> list[list[tuple[str, str]]]:
        """Each cell with the head that stands above it: on a phone it stands beside it."""
        return [list(zip(self.heads, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Picture:
    """`alt`: what it shows, for whoever does not see it. Its table stands below it all the same."""

    kind: ClassVar[str] = "picture"
    svg: Any
    alt: str
    caption: str = ""
    shape: str = ""  # which styles it takes: `styles.STYLES`

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise NoAlternative("Say in words what the picture shows.")

    @property
    def alone(self) -> SafeString:
        """With its styles in it, for where there is no style sheet."""
        return mark_safe(on_paper(str(self.svg), self.shape))  # noqa: S308  drawn by us, its words escaped


Block = Heading | Text | Quote | Lines | Table | Picture


@dataclass(frozen=True)
class Part:
    slug: str
    title: str
    blocks: Sequence[Block] = field(default_factory=tuple)
