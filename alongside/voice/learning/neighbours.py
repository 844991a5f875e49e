"""While few are marked: the themes of what sounds most like it, and of the words that say what belongs to a theme."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .features import Example, tokens

NEAREST = 8
LEAST = 0.08  # less alike than this says nothing
# Words that stand in every text of this kind tell nothing while there are few texts to count them in.
COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "get",
        "go",
        "got",
        "had",
        "has",
        "have",
        "he",
        "her",
        "here",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "me",
        "more",
        "most",
        "my",
        "no",
        "not",
        "of",
        "off",
        "on",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "said",
        "say",
        "she",
        "should",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "up",
        "us",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)


@dataclass(frozen=True)
class Near:
    """A theme, how much speaks for it, the words that are shared, and the places of the examples that share them."""

    theme: str
    weight: float
    shared: list[str] = field(default_factory=list)
    like: list[int] = field(default_factory=list)


def nearest(words: str, examples: Sequence[Example]) -> list[Near]:
    """Most likely first. What somebody refused for a text like this one speaks against it."""
    own = [set(_telling(each.words)) for each in examples]
    seen = Counter(token for each in own for token in each)
    idf = {token: math.log((1 + len(own)) / (1 + often)) + 1 for token, often in seen.items()}
    asked = {stem: token for stem, token in _telling(words).items() if stem in idf}
    scored = [(_alike(set(asked), each, idf), n) for n, each in enumerate(own) if asked.keys() & each]
    best = sorted((each for each in scored if each[0] >= LEAST), key=lambda each: (-each[0], each[1]))[:NEAREST]
    return _voted(asked, best, examples, own, idf)


def _telling(words: str) -> dict[str, str]:
    """Each stem with a word of the text that has it."""
    return {_stem(token): token for token in tokens(words) if token not in COMMON and len(token) > 2}


def _stem(token: str) -> str:
    """Enough for “waited” to meet “waiting”."""
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s", "y"):
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            return token[: -len(ending)]
    return token


def _alike(first: set[str], second: set[str], idf: Mapping[str, float]) -> float:
    shared = math.fsum(idf[token] ** 2 for token in first & second)
    sizes = [math.sqrt(math.fsum(idf[token] ** 2 for token in each)) for each in (first, second)]
    return shared / (sizes[0] * sizes[1])


def _voted(
    asked: Mapping[str, str],
    best: Sequence[tuple[float, int]],
    examples: Sequence[Example],
    own: Sequence[set[str]],
    idf: Mapping[str, float],
) -> list[Near]:
    weights: dict[str, float] = {}
    like: dict[str, list[int]] = {}
    for alike, n in best:
        for theme in examples[n].themes:
            weights[theme] = weights.get(theme, 0.0) + alike
            like.setdefault(theme, []).append(n)
        for theme in examples[n].refused:
            weights[theme] = weights.get(theme, 0.0) - alike
    found = []
    for theme in sorted(weights, key=lambda theme: (-weights[theme], theme)):
        if weights[theme] > 0:
            shared = set.union(*(own[n] & asked.keys() for n in like[theme]))
            told = [asked[stem] for stem in sorted(shared, key=lambda stem: (-idf[stem], stem))]
            found.append(Near(theme, weights[theme], told, like[theme]))
    return found
