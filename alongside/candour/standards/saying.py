"""Sentences that are written here and translated where they are shown.

`_` and `ngettext` have the names that translators' tools look for. They translate nothing: this is no place for Django.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """A value can be words itself, “40 or more”."""

    words: str
    values: Mapping[str, int | Sentence] = field(default_factory=dict)

    def __str__(self) -> str:
        """In English, as it stands here."""
        return self.words % self.values


def _(words: str, **values: int | Sentence) -> Sentence:
    return Sentence(words, values)


def or_more(least: int, step: int) -> Sentence:
    """As figures say what is rounded down."""
    return _("%(n)s or more", n=least) if least else _("fewer than %(n)s", n=step)


def mark(words: str) -> str:
    return words
