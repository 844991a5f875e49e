"""Bringing in files through the command line: how long it takes and how much memory at its highest."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from . import words
from .databases import ROOT
from .report import Figure, say
from .running import Run, run

SECONDS, MEGABYTES = 30, 300
COMMENTS = Path(os.environ.get("BENCH_COMMENTS", ROOT / "../shared/data/experience/nhft.csv"))
KINDS = ("Recruitment", "Policy", "Budget", "Training", "Procurement")
Row = tuple[object, ...]


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        return [figure for part in (_decisions, _people, _contributions, _comments) for figure in part(Path(folder))]


def _decisions(folder: Path) -> list[Figure]:
    file, data = _written(folder, 100_000, DECISIONS, _decision), made(folder / "1")
    first = bring(data, "decisions", file, "--make-units")
    reached = first.code == 0 and first.seconds <= SECONDS and first.megabytes <= MEGABYTES
    again = bring(data, "decisions", file)
    return [
        Figure("Import of 100,000 decisions (CSV)", f"≤ {SECONDS} s, ≤ {MEGABYTES} MB", str(first), reached),
        Figure("The same file again: nothing changes", "", str(again)),
    ]


def _people(folder: Path) -> list[Figure]:
    file, data = _written(folder, 10_000, PEOPLE, _person), made(folder / "2")
    return [Figure("Import of 10,000 people", "", str(bring(data, "people", file)))]


def _contributions(folder: Path) -> list[Figure]:
    file, data = _written(folder, 100_000, CONTRIBUTIONS, _contribution), made(folder / "3")
    return [Figure("Import of 100,000 contributions", "", str(bring(data, "contributions", file, "--make-units")))]


def _comments(folder: Path) -> list[Figure]:
    """Real comments, which are never part of this repository."""
    if not COMMENTS.is_file():
        say(f"import: there is no {COMMENTS}, the real comments are left out (BENCH_COMMENTS names the file)")
        return []
    mapping = ("--map", "FFT answer=words", "--map", "FFT question=question", "--map", "Service type 2=unit")
    done = bring(made(folder / "4"), "contributions", COMMENTS, "--make-units", *mapping)
    return [Figure("Import of 2,812 real comments", "", str(done))]


def made(data: Path) -> Path:
    """The data folder of an organisation that has nothing yet."""
    _run(data, "new", "bench", "--name", "Bench", "--administrator", "admin@example.org")
    return data


def bring(data: Path, what: str, file: Path, *more: str) -> Run:
    say(f"import: {what}")
    return _run(data, "import", what, str(file), "--organisation", "bench", *more)


def _run(data: Path, *arguments: str) -> Run:
    environment = {**os.environ, "ALONGSIDE_DATA": str(data)}
    environment.pop("DATABASE_URL", None)
    return run(environment, *arguments)


DECISIONS = ("title", "kind", "unit", "due", "opened", "decider", "what is open", "what is fixed", "reference")
PEOPLE = ("name", "called", "email", "phone", "joined")
CONTRIBUTIONS = ("what was said", "unit", "received", "kind", "reference")


def _decision(random: Random, n: int) -> Row:
    opened = date(2026, 1, 1) - timedelta(days=random.randint(0, 300))
    due = opened + timedelta(days=random.randint(20, 500))
    kind, unit = random.choice(KINDS), f"Team {n % 40}"
    return words.title(random), kind, unit, due, opened, "The panel", "What it is for.", "The money.", f"V{n}"


def _person(random: Random, n: int) -> Row:
    name = words.name(random)
    return name, name.split()[0], f"person{n}@example.org", "0113 496 0999", date(2024, 1, 1)


def _contribution(random: Random, n: int) -> Row:
    received = date(2026, 1, 1) - timedelta(days=n % 1500)
    return words.said(random), f"Team {n % 40}", received, "concern", f"C{n}"


def _written(folder: Path, number: int, columns: Iterable[str], row: Callable[[Random, int], Row]) -> Path:
    path = folder / f"{row.__name__.strip('_')}s.csv"
    random = Random(path.name)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(row(random, n) for n in range(number))
    return path
