"""The phrase list and the reading order on comments that people really wrote: a file from outside, never kept here.

They are brought in by the product's own import, into a database that goes away; then the order is read as on its pages.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .databases import ROOT
from .imports import COMMENTS, bring, made
from .report import Figure

MAPPING = ("--map", "FFT answer=words", "--map", "FFT question=question", "--map", "Service type 2=unit")
FIFTH, VERY_POOR = 0.2, "5"
RATINGS = {"FFT categorical answer": "the one who wrote it", "Comment sentiment": "those who labelled it"}


def figures(paths: Iterable[Path] = ()) -> list[Figure]:
    found = list(paths) or [COMMENTS]
    if missing := [path for path in found if not path.is_file()]:
        return [Figure("phrase list on real comments", "printed", f"not measured: there is no {missing[0]}")]
    return [figure for path in found for figure in _of(path)]


def _of(path: Path) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        data = made(Path(folder) / "data")
        bring(data, "contributions", path, "--make-units", *MAPPING)
        read = _inside(data)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    order, raised = read["order"], read["raised"]
    share = raised / len(order)
    return [
        Figure("comments brought in", "-", f"{len(order):,} of {len(rows):,} (the others have no words)"),
        Figure("share raised by the phrase list", "printed", f"{share:.2%} ({raised})"),
        Figure("comments that have a reader and a date", "all", f"{read['read']:,}", read["read"] == len(order)),
        *(_recall(read, rows, column, who) for column, who in RATINGS.items()),
    ]


def _recall(read: dict[str, Any], rows: list[dict[str, str]], column: str, who: str) -> Figure:
    """Beside it what the order of arrival alone would have given: it is no merit of the list."""
    poor = [row["FFT answer"] for row in rows if row[column] == VERY_POOR]
    (first, of), (by_arrival, _of) = (_among_the_first(read[order], poor) for order in ("order", "arrival"))
    text = f"{first} of {of} ({first / of:.0%}); by arrival alone {by_arrival}" if of else "none is rated so"
    return Figure(f"rated 5 (very poor) by {who}: among the first 20 % read", "printed", text)


def _among_the_first(order: list[str], wanted: list[str]) -> tuple[int, int]:
    """Equal words stand for each other: what counts is at which place they are read."""
    places: dict[str, list[int]] = {}
    for place, words in enumerate(order):
        places.setdefault(words, []).append(place)
    found = [places[words].pop(0) for words in wanted if places.get(words)]
    return sum(place < FIFTH * len(order) for place in found), len(found)


def _inside(data: Path) -> dict[str, Any]:
    environment = {**os.environ, "ALONGSIDE_DATA": str(data)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "bench.worker", "reading_order"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
