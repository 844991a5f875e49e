"""What the pages of several rooms have in common: a line that leads somewhere, and a section of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Line:
    """One thing that waits: what it is, where it leads, since or until when."""

    title: Any
    url: str
    note: Any = ""
    day: date | datetime | None = None
    age: int | None = None  # days that it has been owed
    tag: tuple[Any, str] | None = None  # words and tone


@dataclass(frozen=True)
class Section:
    """`more` leads to the whole list when there are further lines than are shown; `lists`, to several where no list has
    all of them."""

    name: str
    title: Any
    lines: Sequence[Line]
    empty: Any
    more: tuple[Any, str] | None = None
    lead: Any = ""
    lists: Sequence[tuple[Any, str]] = ()

    @property
    def quiet(self) -> bool:
        return not self.lines


@dataclass(frozen=True)
class Figure:
    """A number and what it counts; `beside` is what came of it, so that presence never stands alone."""

    label: Any
    value: Any
    beside: Any = ""
    url: str = ""


@dataclass(frozen=True)
class Page:
    """What a page of sections shows, gathered in one place."""

    sections: Sequence[Section]
    figures: Sequence[Figure] = field(default_factory=tuple)
