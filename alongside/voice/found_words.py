"""Somebody's words with those marked that were looked for. Everything between the marks is escaped, and nothing of the
words is changed but how many spaces stand between them. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString

from . import asked_words, word_marks

LENGTH, BEFORE = 180, 60  # letters shown, and of them before the first that was found
_SPACES = re.compile(r"\s+")
_WORD_END = re.compile(r"\S*")


def beginning(text: str, organisation_id: int, asked: asked_words.Question, length: int = LENGTH) -> SafeString:
    """The piece of a text in which something was found for the first time."""
    places = asked_words.runs(word_marks.marks_in(text, organisation_id), asked)
    start = _start(text, places[0][0] - BEFORE) if places else 0
    end = _end(text, max(start + length, places[0][1] if places else 0))
    return _marked(text, start, end, [place for place in places if place[0] < end])


def with_shared(text: str, organisation_id: int, marks: Collection[str], length: int = LENGTH) -> SafeString:
    """The beginning of a text, marked where it says what another says."""
    end = _end(text, length)
    found = [each for each in word_marks.marks_in(text[:end], organisation_id) if each.mark in marks]
    return _marked(text, 0, end, list(_joined(text, found)))


def _joined(text: str, found: Sequence[word_marks.Found]) -> Iterator[tuple[int, int]]:
    """Words with nothing but a space between them are marked as one piece."""
    start = end = -1
    for each in found:
        if start >= 0 and text[end : each.start].isspace():
            end = each.end
            continue
        if start >= 0:
            yield start, end
        start, end = each.start, each.end
    if start >= 0:
        yield start, end


def _start(text: str, wished: int) -> int:
    """At the beginning of a word."""
    if wished <= 0:
        return 0
    space = _SPACES.search(text, wished)
    return space.end() if space and space.end() - wished < BEFORE else wished


def _end(text: str, wished: int) -> int:
    """At the end of a word, unless it is very long."""
    if wished >= len(text):
        return len(text)
    end = _WORD_END.match(text, wished)
    return end.end() if end and end.end() - wished < BEFORE else wished


def _marked(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> SafeString:
    cut = ("… " if start else "", " …" if end < len(text) else "")
    return SafeString("".join((cut[0], *_pieces(text, start, end, places), cut[1])))


def _pieces(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> Iterator[SafeString]:
    at = start
    for begin, stop in places:
        yield _shown(text[at:begin])
        yield SafeString("<mark>" + _shown(text[begin:stop]) + "</mark>")
        at = stop
    yield _shown(text[at : max(at, end)])


def _shown(piece: str) -> SafeString:
    return escape(_SPACES.sub(" ", piece))
