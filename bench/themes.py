"""Themes on comments that people really wrote and others labelled: a file from outside, never kept here.

Five folds; what one person said, and equal texts, are never in two of them; where to draw the line is found within the
folds that are learned from. The product's own code learns and suggests.
"""

from __future__ import annotations

import csv
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from random import Random

from alongside.voice.learning import analysis, linear
from alongside.voice.learning.features import Example
from alongside.voice.learning.lines import Fit, Learned, learn

from .imports import COMMENTS
from .report import Figure, say

WORDS, QUESTION, WHO = "FFT answer", "FFT question", "Respondent ID"
FIRST_LABEL, NO_LABEL = "Not assigned", ("Not assigned", "Labelling not possible")
FEWEST, FOLDS, CHIPS = 20, 5, 3
MANY = 20_000
ASKED = {"standard library": (0.62, 0.80), "scikit-learn": (0.62, 0.80)}


@dataclass(frozen=True)
class Labelled:
    """A comment with the group that must not be divided."""

    example: Example
    group: int


def read(path: Path) -> list[Labelled]:
    """Labels that were given at least twenty times; comments without words or without any of them are left out."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    labels = list(rows[0])[list(rows[0]).index(FIRST_LABEL) :]
    rows = [row for row in rows if row[WORDS].strip() and not any(row[each] == "1" for each in NO_LABEL)]
    often = Counter(label for row in rows for label in labels if row[label] == "1")
    kept = [label for label in labels if often[label] >= FEWEST]
    examples = [
        (row, Example(row[WORDS], row[QUESTION], frozenset(label for label in kept if row[label] == "1")))
        for row in rows
    ]
    groups = _groups([row for row, example in examples if example.themes])
    return [Labelled(each, group) for (each, group) in zip((e for _r, e in examples if e.themes), groups, strict=True)]


def _groups(rows: Sequence[dict[str, str]]) -> list[int]:
    """Rows hang together by who wrote them and by equal words."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for row in rows:
        said = " ".join(re.findall(r"\w+", row[WORDS].casefold()))
        above[top(f"who {row[WHO]}")] = top(f"said {said}")
    numbers: dict[str, int] = {}
    return [numbers.setdefault(top(f"who {row[WHO]}"), len(numbers)) for row in rows]


def folds(rows: Sequence[Labelled]) -> list[list[int]]:
    """Whole groups, the largest first, each to the fold that has fewest; equal ones in an order that stays the same."""
    sizes = Counter(row.group for row in rows)
    order = sorted(sizes)
    Random(1).shuffle(order)
    order.sort(key=lambda group: -sizes[group])
    number, of = [0] * FOLDS, {}
    for group in order:
        of[group] = number.index(min(number))
        number[of[group]] += sizes[group]
    return [[n for n, row in enumerate(rows) if of[row.group] == fold] for fold in range(FOLDS)]


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    recalls: list[float] = field(default_factory=list)
    pooled: list[tuple[int, int]] = field(default_factory=list)

    def add(self, learned: Learned, example: Example) -> None:
        given, true = set(learned.likely(example.words, example.asked)), example.themes
        self.right.update(given & true)
        self.wrong.update(given - true)
        self.missed.update(true - given)
        found = len(true.intersection(islice(learned.scores(example.words, example.asked), CHIPS)))
        self.recalls.append(found / len(true))
        self.pooled.append((found, len(true)))

    @property
    def micro(self) -> float:
        return _f1(self.right.total(), self.wrong.total(), self.missed.total())

    @property
    def macro(self) -> float:
        labels = {*self.right, *self.wrong, *self.missed}
        return statistics.fmean(_f1(self.right[each], self.wrong[each], self.missed[each]) for each in labels)

    @property
    def recall(self) -> float:
        return statistics.fmean(self.recalls)

    @property
    def recall_of_all(self) -> float:
        return sum(found for found, _of in self.pooled) / sum(of for _found, of in self.pooled)


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def measure(rows: Sequence[Labelled], fit: Fit) -> Score:
    score = Score()
    for n, fold in enumerate(folds(rows), 1):
        say(f"  fold {n} of {FOLDS}")
        unseen = set(fold)
        seen = [row for n, row in enumerate(rows) if n not in unseen]
        learned = learn([row.example for row in seen], [row.group for row in seen], fit)
        for at in fold:
            score.add(learned, rows[at].example)
    return score


def seconds_for_many(rows: Sequence[Labelled], fit: Fit) -> float:
    """As many as the product learns from at most: these over and over, with their words in another order."""
    random, many = Random(2), []
    for row in islice(cycle(rows), MANY):
        words = row.example.words.split()
        random.shuffle(words)
        many.append(Example(" ".join(words), row.example.asked, row.example.themes))
    start = time.process_time()
    learn(many, list(range(MANY)), fit)
    return time.process_time() - start


def figures(paths: Iterable[Path] = ()) -> list[Figure]:
    found = list(paths) or [COMMENTS]
    if missing := [path for path in found if not path.is_file()]:
        text = f"not measured: there is no {missing[0]} (BENCH_COMMENTS names the file)"
        return [Figure("themes on labelled comments", "micro-F1 0.62, recall of three 0.80", text, None)]
    rows = [row for path in found for row in read(path)]
    labels = len({theme for row in rows for theme in row.example.themes})
    given = [Figure("themes: comments, labels given at least 20 times", "-", f"{len(rows):,}, {labels}")]
    ways: dict[str, Fit] = {"standard library": linear.fit}
    if analysis.available():
        ways["scikit-learn"] = analysis.fit
    for way, fit in ways.items():
        say(f"themes, {way}")
        given += _figures(way, measure(rows, fit))
        given.append(_seconds(way, seconds_for_many(rows, fit)))
    return given


def _figures(way: str, score: Score) -> list[Figure]:
    micro, recall = ASKED[way]
    return [
        Figure(f"themes, {way}: micro-F1", f">= {micro}", f"{score.micro:.3f}", score.micro >= micro),
        Figure(f"themes, {way}: macro-F1", "-", f"{score.macro:.3f}"),
        Figure(
            f"themes, {way}: share of a comment's themes among the first three, on average",
            f">= {recall:.2f}",
            f"{score.recall:.3f}",
            score.recall >= recall,
        ),
        Figure(f"themes, {way}: of all themes together, among the first three", "-", f"{score.recall_of_all:.3f}"),
    ]


def _seconds(way: str, seconds: float) -> Figure:
    return Figure(f"themes, {way}: learning from {MANY:,} comments", "about a minute", f"{seconds:.0f} s CPU", None)
