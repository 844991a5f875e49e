"""Words as keyed marks, for the search index: no word stands in it, and nobody without our key can put one in.

The same marks on every database, and the same code finds the words again in a text, so that what is marked on a page
is what was found. Each organisation has marks of its own: the index of one holds nothing of another. Pure, but for
the key of the installation.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random

from django.conf import settings

from .stems import stem

LONGEST_WORD = 64  # letters; what is longer was not written by a hand
# Near-copies: 24 places, eight bands of three. Two texts that share seven of ten word pairs agree in one band or more
# 97 times in 100; two that share one in fifty, which is chance, 6 times in 100,000.
PLACES, IN_BAND = 24, 3
MASK = (1 << 64) - 1
# Where an empty place looks for something to borrow: in an order of its own, drawn once and for all.
ELSEWHERE = tuple(tuple(Random(f"place {n}").sample(range(PLACES), PLACES)) for n in range(PLACES))  # noqa: S311
# Scripts that are written without spaces: each sign is a word, and several in a row are looked for as a phrase.
ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Found:
    """One word of a text: where it stands, and its mark."""

    start: int
    end: int
    mark: str


@cache
def _any_script() -> re.Pattern[str]:
    """Letters, digits, and the signs that are written on or around them."""
    signs = "".join(chr(n) for n in range(0x300, 0x1E000) if unicodedata.category(chr(n)).startswith("M"))
    letter = rf"(?:(?![{ALONE}])[^\W_]|[{signs}])"
    return re.compile(rf"[{ALONE}]|{letter}+(?:['’]{letter}+)*")


def words_in(text: str) -> Iterator[re.Match[str]]:
    return (_PLAIN if text.isascii() else _any_script()).finditer(text)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Small letters, no accents, no apostrophes, no endings: what makes two written words the same word."""
    small = word[:LONGEST_WORD].casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small)
        small = "".join(char for char in apart if not "\u0300" <= char <= "\u036f") or small
    return stem(small)


@lru_cache(maxsize=200_000)
def mark_of(organisation_id: int, word: str) -> tuple[str, int]:
    """Of a written word: eight letters, and the number that they stand for."""
    key = settings.LOOKUP_KEY.encode()[:64]
    digest = hashlib.blake2b(f"{organisation_id}\0{fold(word)}".encode(), digest_size=5, key=key).digest()
    return _letters(digest), int.from_bytes(digest, "big")


def _letters(digest: bytes) -> str:
    return base64.b32encode(digest).decode().lower()


def marks_in(text: str, organisation_id: int) -> list[Found]:
    return [Found(m.start(), m.end(), mark_of(organisation_id, m.group())[0]) for m in words_in(text)]


def of_words(text: str, organisation_id: int) -> tuple[list[str], list[str]]:
    """The mark of each word in its order, and the bands by which near-copies are found."""
    found = [mark_of(organisation_id, match.group()) for match in words_in(text)]
    return [mark for mark, _number in found], bands([number for _mark, number in found])


def pairs(marks: Sequence[str]) -> frozenset[tuple[str, str]]:
    """What near-copies share: words that follow one another. One word alone is a pair with nothing."""
    return frozenset(zip(marks, marks[1:], strict=False)) or frozenset((mark, "") for mark in marks)


def bands(numbers: Sequence[int]) -> list[str]:
    """Each pair of words falls into one of 24 places, which keeps its smallest; three places together are a band."""
    if not numbers:
        return []
    least: list[int | None] = [None] * PLACES
    for first, second in zip(numbers, numbers[1:] or [0], strict=False):
        mixed = (first * 0x9E3779B97F4A7C15 ^ second * 0xC2B2AE3D27D4EB4F) * 0xBF58476D1CE4E5B9 & MASK
        place, value = (mixed >> 56) % PLACES, mixed >> 16 & 0xFFFFFFFF
        if (kept := least[place]) is None or value < kept:
            least[place] = value
    whole = _filled(least)
    return [_band(n, whole[n : n + IN_BAND]) for n in range(0, PLACES, IN_BAND)]


def _filled(least: Sequence[int | None]) -> list[int]:
    """An empty place borrows from another, the same one as in a near-copy: a short text has fewer pairs than places."""
    return [_borrowed(least, n) if kept is None else kept for n, kept in enumerate(least)]


def _borrowed(least: Sequence[int | None], n: int) -> int:
    for other in ELSEWHERE[n]:
        if (kept := least[other]) is not None:
            return kept
    return 0


def _band(n: int, values: Sequence[int]) -> str:
    mixed = n
    for value in values:
        mixed = (mixed ^ value) * 0x9E3779B97F4A7C15 & MASK
        mixed ^= mixed >> 31
    return "m" + _letters((mixed >> 24).to_bytes(5, "big"))
