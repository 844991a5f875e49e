"""What of a text is looked at: its words, pairs of them, the parts of which they are made, and the question asked.

Each is kept as a number from which nobody reads the word again.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 20
PARTS = (4,)  # letters; three and five as well take twice as long and find hardly more
LONGEST = 400  # words of one text; what comes after them changes no suggestion
TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# What kind of feature it is, and how much it counts beside the others.
WEIGHTS = {"word": 1.0, "part": 1.0, "asked": 0.35}


@dataclass(frozen=True)
class Example:
    """Something that was said, and the themes that somebody accepted for it. `asked`: the question it answers."""

    words: str
    asked: str = ""
    themes: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()  # suggested, and somebody said no

    def tells(self, theme: str) -> bool:
        """What nobody marked at all says nothing about a theme."""
        return bool(self.themes) or theme in self.refused


@dataclass(frozen=True)
class Text:
    """The features of one text, by kind: the bucket and how often."""

    kinds: Mapping[str, Mapping[int, int]]


def tokens(words: str) -> list[str]:
    return [found.casefold() for found in TOKEN.findall(unicodedata.normalize("NFKC", words))[:LONGEST]]


def read(words: str, asked: str = "") -> Text:
    found = tokens(words)
    own = Counter(word_bucket(token) for token in found)
    own.update(pair_bucket(*pair) for pair in pairwise(found))
    parts = Counter(bucket for token in found for bucket in parts_of(token))
    return Text({"word": own, "part": parts, "asked": Counter(_asked(asked, found))})


def _asked(asked: str, found: Sequence[str]) -> Iterator[int]:
    """The question alone, and each word under its question: “nothing” means another thing after another question."""
    if not asked:
        return
    question = " ".join(tokens(asked))
    yield _bucket(f"?{question}")
    for token in set(found):
        yield _bucket(f"?{question}?{token}")


@lru_cache(maxsize=100_000)
def word_bucket(token: str) -> int:
    return _bucket(f"w{token}")


def pair_bucket(first: str, second: str) -> int:
    return _bucket(f"p{first} {second}")


@lru_cache(maxsize=50_000)
def parts_of(token: str) -> tuple[int, ...]:
    held = f" {token} "
    return tuple(
        _bucket(f"c{held[start : start + length]}")
        for length in PARTS
        for start in range(max(1, len(held) - length + 1))
        if len(held) >= length
    )


def _bucket(name: str) -> int:
    return crc32(name.encode()) & (BUCKETS - 1)


@dataclass(frozen=True)
class Columns:
    """Which buckets count, and how much each tells: what stands in nearly every text tells nothing."""

    of: Mapping[int, int]
    idf: Sequence[float]

    def vector(self, text: Text) -> tuple[list[int], list[float]]:
        """Columns and values; each kind of feature has the same length, however long the text is."""
        columns: list[int] = []
        values: list[float] = []
        for kind, counts in text.kinds.items():
            at = [(self.of[bucket], often) for bucket, often in counts.items() if bucket in self.of]
            found = [(1 + math.log(often)) * self.idf[column] for column, often in at]
            length = math.sqrt(sum(value * value for value in found)) or 1.0
            columns += [column for column, _often in at]
            values += [WEIGHTS[kind] * value / length for value in found]
        return columns, values


def columns_of(texts: Sequence[Text], least: int = 2, most: int = 150_000) -> Columns:
    """What stands in fewer than `least` texts is left out: it tells little, and it could tell of one person."""
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(bucket for counts in text.kinds.values() for bucket in counts)
    kept = sorted(bucket for bucket, often in _commonest(seen, most) if often >= least)
    idf = [math.log((1 + len(texts)) / (1 + seen[bucket])) + 1 for bucket in kept]
    return Columns({bucket: column for column, bucket in enumerate(kept)}, idf)


def _commonest(seen: Counter[int], most: int) -> Iterable[tuple[int, int]]:
    return sorted(seen.items(), key=lambda each: (-each[1], each[0]))[:most]
