"""What somebody typed into a search box. Any text is a question; there is no way to write it wrongly. Pure.

Words: all of them, in any order. Words between quotation marks, or joined like *co-production*: one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import word_marks

MOST = 20  # words of one question
_PARTS = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)')


@dataclass(frozen=True)
class Question:
    phrases: tuple[tuple[str, ...], ...]  # of marks; all must be there

    @property
    def marks(self) -> frozenset[str]:
        return frozenset(mark for phrase in self.phrases for mark in phrase)

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def fts(self, *any_of: Sequence[str]) -> str:
        """For FTS5; of each of `any_of` one must be there."""
        parts = ['"' + " ".join(phrase) + '"' for phrase in self.phrases]
        return " AND ".join([*parts, *("(" + " OR ".join(f'"{token}"' for token in group) + ")" for group in any_of)])

    def tsquery(self, *any_of: Sequence[str]) -> str:
        """For PostgreSQL, the same."""
        parts = ["(" + " <-> ".join(f"'{mark}'" for mark in phrase) + ")" for phrase in self.phrases]
        return " & ".join([*parts, *("(" + " | ".join(f"'{token}'" for token in group) + ")" for group in any_of)])


def question(typed: str, organisation_id: int) -> Question:
    found: list[tuple[str, ...]] = []
    left = MOST
    for quoted, bare in _PARTS.findall(typed):
        marks = tuple(each.mark for each in word_marks.marks_in(quoted or bare, organisation_id))[:left]
        left -= len(marks)
        if marks and marks not in found:
            found.append(marks)
    return Question(tuple(found))


def runs(found: Sequence[word_marks.Found], asked: Question) -> list[tuple[int, int]]:
    """Where what was asked for stands: a phrase as one piece, in the order of the text and apart from one another."""
    marks = [each.mark for each in found]
    places = (
        (found[at].start, found[at + len(phrase) - 1].end)
        for phrase in asked.phrases
        for at in range(len(marks) - len(phrase) + 1)
        if marks[at] == phrase[0] and tuple(marks[at : at + len(phrase)]) == phrase
    )
    return list(_apart(sorted(places)))


def _apart(places: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    kept: tuple[int, int] | None = None
    for start, end in places:
        if kept and start < kept[1]:
            kept = (kept[0], max(kept[1], end))
            continue
        if kept:
            yield kept
        kept = (start, end)
    if kept:
        yield kept
