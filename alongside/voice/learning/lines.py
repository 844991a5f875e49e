"""What was learned: for each theme a line, and from which score on it is worth suggesting."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import mul

from .features import Columns, Example, Text, columns_of, pair_bucket, parts_of, read, tokens, word_bucket
from .linear import Row
from .thresholds import threshold_of

Fit = Callable[[Sequence[Row], Sequence[bool], int], tuple["array[float]", float]]
FOLDS = 3
MANY = 5000  # from so many examples on, one part of them is enough to find where to draw the line
AGAINST = 4000  # examples without a theme are enough to know it by; with more it learns no better, and longer
FEWEST = 5  # times that a theme was accepted: from fewer nothing is learned
STRONGEST = 3  # words that are shown as a reason


@dataclass(frozen=True)
class Line:
    weights: Sequence[float]
    bias: float
    threshold: float
    scale: float = 1.0  # of the weights, which are kept as small whole numbers

    def score(self, row: Row) -> float:
        columns, values = row
        return self.scale * sum(map(mul, map(self.weights.__getitem__, columns), values)) + self.bias


@dataclass(frozen=True)
class Learned:
    columns: Columns
    lines: Mapping[str, Line]
    _kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def scores(self, words: str, asked: str = "") -> dict[str, float]:
        """Most likely first."""
        row = self.columns.vector(read(words, asked))
        found = {theme: line.score(row) for theme, line in self.lines.items()}
        return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))

    def likely(self, words: str, asked: str = "") -> dict[str, float]:
        """Those that are worth suggesting when nobody asks for three."""
        found = self.scores(words, asked)
        return {theme: score for theme, score in found.items() if score >= self.lines[theme].threshold}

    def reasons(self, theme: str, words: str, asked: str = "") -> list[str]:
        """The words of this text that weigh most for the theme, as they stand in it."""
        text, line = read(words, asked), self.lines[theme]
        pull = self._pulls(text, line)
        found = tokens(words)
        of_word = {token: _sum(pull, (word_bucket(token), *parts_of(token))) for token in found}
        for first, second in pairwise(found):
            half = pull.get(pair_bucket(first, second), 0.0) / 2
            of_word[first] += half
            of_word[second] += half
        told = [token for token in of_word if of_word[token] > 0 and len(token) > 2]
        return sorted(told, key=lambda token: (-of_word[token], token))[:STRONGEST]

    def _pulls(self, text: Text, line: Line) -> dict[int, float]:
        columns, values = self.columns.vector(text)
        bucket_of = {
            column: bucket
            for counts in text.kinds.values()
            for bucket in counts
            if (column := self.columns.of.get(bucket)) is not None
        }
        return {bucket_of[column]: line.weights[column] * value for column, value in zip(columns, values, strict=True)}


def _sum(pull: Mapping[int, float], buckets: Iterable[int]) -> float:
    return math.fsum(pull.get(bucket, 0.0) for bucket in set(buckets))


def learn(examples: Sequence[Example], groups: Sequence[int], fit: Fit) -> Learned:
    """`groups`: what must not be divided when finding where to draw the line, like what one person said."""
    texts = [read(each.words, each.asked) for each in examples]
    columns = columns_of(texts)
    rows = [columns.vector(text) for text in texts]
    accepted = sorted({theme for each in examples for theme in each.themes})
    lines = {}
    for theme in accepted:
        at = [n for n, each in enumerate(examples) if each.tells(theme)]
        right = [theme in examples[n].themes for n in at]
        if sum(right) >= FEWEST:
            own, parts = [rows[n] for n in at], [groups[n] for n in at]
            weights, bias = _fitted(own, right, len(columns.idf), fit)
            scored = _unseen(own, right, parts, len(columns.idf), fit)
            lines[theme] = Line(weights, bias, threshold_of(scored))
    return Learned(columns, lines)


def _fitted(rows: Sequence[Row], right: Sequence[bool], width: int, fit: Fit) -> tuple[array[float], float]:
    """From all that have the theme, and of the others one in so many where there are many."""
    others = [n for n, has in enumerate(right) if not has]
    step = -(-len(others) // AGAINST) or 1
    kept = sorted([*(n for n, has in enumerate(right) if has), *others[::step]])
    return fit([rows[n] for n in kept], [right[n] for n in kept], width)


def _unseen(
    rows: Sequence[Row], right: Sequence[bool], groups: Sequence[int], width: int, fit: Fit
) -> list[tuple[float, bool]]:
    """The score that each row gets from a line which never saw it, nor anything of its group."""
    scored = []
    for fold in range(FOLDS if len(rows) < MANY else 1):
        inside = [n for n, group in enumerate(groups) if group % FOLDS != fold]
        weights, bias = _fitted([rows[n] for n in inside], [right[n] for n in inside], width, fit)
        line = Line(weights, bias, 0.0)
        scored += [(line.score(rows[n]), right[n]) for n, group in enumerate(groups) if group % FOLDS == fold]
    return scored
