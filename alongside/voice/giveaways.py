"""What in somebody's words could tell others who they are, or who somebody else is. Pure.

It only warns: the words are marked and the author is told why. Lists and patterns miss things and mark what is
harmless, so nothing is decided by them, nothing is taken out, and what they find is kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from . import giveaway_patterns as patterns


class Kind(StrEnum):
    """In the order in which they win when two fit the same words."""

    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    POSTCODE = "postcode"
    PLACE = "place"
    OWN_NAME = "own_name"
    STAFF = "staff"
    NAME = "name"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    ROLE = "role"
    UNIT = "unit"


ABOUT_OTHERS = frozenset({Kind.STAFF, Kind.NAME})


class Found(NamedTuple):
    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Around:
    """What is known about the words: the names of those who work there, the author's own, and how few they are."""

    staff: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    unit: str = ""
    small: bool = False  # so few have spoken to this unit that who it was can be guessed


NOTHING_KNOWN = Around()


def find(text: str, around: Around = NOTHING_KNOWN) -> list[Found]:
    """Everything that could give somebody away, in the order of the text. No two overlap: the longer one stays."""
    everything = [Found(start, end, kind) for kind, look in _finders(around) for start, end in look(text)]
    ranks = {kind: rank for rank, kind in enumerate(Kind)}
    everything.sort(key=lambda found: (found.start - found.end, ranks[found.kind], found.start))
    kept: list[Found] = []
    for found in everything:
        if all(found.end <= other.start or found.start >= other.end for other in kept):
            kept.append(found)
    return sorted(kept)


def kinds(found: Iterable[Found]) -> list[Kind]:
    here = {one.kind for one in found}
    return [kind for kind in Kind if kind in here]


class Piece(NamedTuple):
    text: str
    kind: str  # "" for what is shown as it is


def pieces(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """The text cut at the spans. Put together again it is the same text."""
    cut: list[Piece] = []
    at = 0
    for start, end, kind in sorted(spans):
        if start > at:
            cut.append(Piece(text[at:start], ""))
        cut.append(Piece(text[start:end], kind))
        at = end
    if at < len(text):
        cut.append(Piece(text[at:], ""))
    return cut


Look = Callable[[str], Iterator[tuple[int, int]]]


def _finders(around: Around) -> Iterator[tuple[Kind, Look]]:
    yield Kind.EMAIL, _any((patterns.EMAIL,))
    yield Kind.PHONE, _phones
    yield Kind.NUMBER, _any(patterns.NUMBERS)
    yield Kind.NUMBER, _nhs_numbers
    yield Kind.POSTCODE, _any((patterns.POSTCODE,))
    yield Kind.POSTCODE, _first_group((patterns.DISTRICT,))
    yield Kind.PLACE, _any(patterns.PLACES)
    yield Kind.OWN_NAME, _these(around.author)
    yield Kind.STAFF, _these(around.staff)
    yield Kind.NAME, _names
    yield Kind.DATE, _any(patterns.DATES)
    yield Kind.DATE, _numeric_dates
    yield Kind.TIME, _any(patterns.TIMES)
    yield Kind.AGE, _any(patterns.AGES)
    yield Kind.ROLE, _any(patterns.ROLES)
    if around.small and around.unit:
        yield Kind.UNIT, _any((re.compile(rf"(?i)(?<!\w){re.escape(around.unit)}(?!\w)"),))


def _any(them: Sequence[re.Pattern[str]]) -> Look:
    return lambda text: (match.span() for pattern in them for match in pattern.finditer(text))


def _first_group(them: Sequence[re.Pattern[str]]) -> Look:
    return lambda text: (match.span(1) for pattern in them for match in pattern.finditer(text))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    """By how many digits there are after 0 or +44: nine or ten. So a long number of something else is none."""
    for match in patterns.PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
        national = re.sub(r"^(?:0044|44|0)", "", digits)
        if len(national) in (9, 10) and not national.startswith("0"):
            yield match.span()


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Ten digits of which the last is a check on the others."""
    for match in patterns.NHS_NUMBER.finditer(text):
        digits = [int(char) for char in match.group() if char.isdigit()]
        check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
        if check % 11 == digits[9] and check != 10:
            yield match.span()


def _numeric_dates(text: str) -> Iterator[tuple[int, int]]:
    for match in patterns.NUMERIC_DATE.finditer(text):
        if _is_day(match[1], match[3]):
            yield match.span()
    for match in patterns.DAY_AND_MONTH.finditer(text):
        if _is_day(match[1], match[2]):
            yield match.start(1), match.end()


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def _names(text: str) -> Iterator[tuple[int, int]]:
    """After a title or “my son”, after “called”, and common first names wherever they stand with a capital."""
    for start, end in _first_group(patterns.NAMED)(text):
        words = text[start:end].split()
        if words[0] in patterns.NOT_NAMES:
            continue
        if words[-1] in patterns.NOT_NAMES:
            end -= len(words[-1]) + 1
        yield start, end
    for match in patterns.CAPITALISED.finditer(text):
        inside = list(_WORD.finditer(text, match.start(), match.end()))
        first = next((word for word in inside if _is_first_name(word.group())), None)
        if first:
            last = inside[-1] if inside[-1].group() not in patterns.NOT_NAMES else first
            yield first.start(), last.end()


_WORD = re.compile(r"\S+")


def _is_first_name(word: str) -> bool:
    return re.split(r"['’-]", word)[0] in patterns.FIRST_NAMES


def _these(names: Iterable[str]) -> Look:
    """A whole name however it is written; a part of it only with its capital, so that “will” is not Will."""
    whole, parts = [], []
    for name in names:
        words = name.split()
        if len(words) > 1:
            together = r"\s+".join(map(re.escape, words))
            whole.append(re.compile(rf"(?i)(?<!\w){together}(?!\w)"))
        parts += [
            re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in words if len(word) > 1 and word[0].isupper()
        ]

    def look(text: str) -> Iterator[tuple[int, int]]:
        yield from _any(whole)(text)
        for start, end in _any(parts)(text):
            if text[start:end] not in patterns.ALSO_WORDS_FIRST or not _begins_sentence(text, start):
                yield start, end

    return look


def _begins_sentence(text: str, at: int) -> bool:
    return patterns.SENTENCE_BEGINS.search(text[max(0, at - 5) : at]) is not None
