"""The signs of an organisation's year and of one decision, on each database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say
from .running import Run, run
from .sizes import SIGNED
from .world import SLUG

YEAR, ONE, MEMORY = 20, 200, 300  # seconds, milliseconds, megabytes


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    size = list(SIGNED)[int(small_only)]
    return [figure for kind in databases for figure in _on(kind, size)]


def _on(kind: str, size: str) -> list[Figure]:
    with database(kind) as environment:
        much = SIGNED[size]
        say(f"signals: loading {much.decisions:,} decisions, {much.contributions:,} contributions into {NAMES[kind]}")
        ask(environment, "load", size)
        year = run(environment, "signals", "--organisation", SLUG, "--json")
        return _figures(NAMES[kind], year, ask(environment, "signs"))


def _figures(where: str, year: Run, found: dict[str, Any]) -> list[Figure]:
    asked = f"≤ {YEAR} s, ≤ {MEMORY} MB"
    fine = year.code < 2 and year.seconds <= YEAR and year.megabytes <= MEMORY
    rows = [
        Figure(
            f"Signs of the year, the whole command ({where})",
            asked,
            f"{year.seconds:.1f} s, {year.megabytes:.0f} MB",
            fine,
        ),
        Figure(
            f"Signs of ten years at once ({where})",
            asked,
            f"{found['all']['seconds']:.1f} s, {found['all']['mb']:.0f} MB, {found['all']['questions']} questions",
            found["all"]["seconds"] <= YEAR and found["all"]["mb"] <= MEMORY,
        ),
    ]
    for name in ("median", "worst"):
        value = found["one"][name]
        told = f"{value:.1f} ms, {found['one']['questions']} questions"
        rows.append(
            Figure(
                f"Signs of one decision, {name} of {found['one']['decisions']} ({where})",
                f"≤ {ONE} ms",
                told,
                value <= ONE,
            )
        )
    return rows
