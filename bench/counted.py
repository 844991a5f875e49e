"""What the parts that count a large organisation's periods have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say
from .sizes import COUNTED

MILLISECONDS = 60


def found_on(kind: str, small_only: bool, part: str, command: str) -> Any:
    """What a worker answers to `command` about an organisation of that size."""
    size = list(COUNTED)[int(small_only)]
    much = COUNTED[size]
    with database(kind) as environment:
        say(f"{part}: loading {much.decisions:,} decisions, {much.contributions:,} contributions into {NAMES[kind]}")
        ask(environment, "load", size)
        return ask(environment, command)


def pages(found: dict[str, Any], kind: str, queries: int) -> Sequence[Figure]:
    asked = f"≤ {MILLISECONDS} ms, ≤ {queries} queries"
    rows = []
    for name, page in found.items():
        told = f"{page['ms']:.1f} ms, {page['queries']} queries" if "ms" in page else f"answered {page['status']}"
        fine = "ms" in page and page["ms"] <= MILLISECONDS and page["queries"] <= queries
        rows.append(Figure(f"{name} ({NAMES[kind]})", asked, told, fine))
    return rows
