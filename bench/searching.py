"""Looking for words among a million contributions, and for what was said alike, on each database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say, table
from .sizes import SEARCHED

WORDS, ALIKE = 60, 150  # milliseconds


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    size = list(SEARCHED)[int(small_only)]
    return [figure for kind in databases for figure in _on(kind, size)]


def _on(kind: str, size: str) -> list[Figure]:
    with database(kind) as environment:
        say(f"search: loading {SEARCHED[size].contributions:,} contributions into {NAMES[kind]}")
        ask(environment, "load", size)
        say("search: making the index")
        found = _figures(NAMES[kind], ask(environment, "find"))
        say(table(found))  # the other database may take long
        return found


def _figures(where: str, found: dict[str, Any]) -> list[Figure]:
    rows = [
        Figure(
            f"Search, {name} ({where})",
            f"≤ {WORDS} ms",
            f"{each['ms']:.1f} ms, {each['found']:,} found",
            each["ms"] <= WORDS,
        )
        for name, each in found["words"].items()
    ]
    for name, value in (
        ("of one, median", found["alike"]["median"]),
        ("of one, worst of 300", found["alike"]["worst"]),
        ("of a usual sentence", found["usual"]),
    ):
        rows.append(Figure(f"Said alike, {name} ({where})", f"≤ {ALIKE} ms", f"{value:.1f} ms", value <= ALIKE))
    rows.append(Figure(f"Near-copies found ({where})", "", f"{found['found']} of {found['planted']}"))
    made = f"{found['rows']:,} rows in {found['seconds']:.0f} s, {found['mb']:,.0f} MB"
    rows.append(Figure(f"The index anew ({where})", "", made))
    return rows
