"""The map and the figures of a period, on each database."""

from __future__ import annotations

from collections.abc import Sequence

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say
from .sizes import COUNTED

MILLISECONDS, QUERIES, SLOW = 60, 12, 200


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    size = list(COUNTED)[int(small_only)]
    return [figure for kind in databases for figure in _on(kind, size)]


def _on(kind: str, size: str) -> list[Figure]:
    much, rows = COUNTED[size], []
    with database(kind) as environment:
        say(f"figures: loading {much.decisions:,} decisions, {much.contributions:,} contributions into {NAMES[kind]}")
        ask(environment, "load", size)
        found = ask(environment, "count")
    asked = f"≤ {MILLISECONDS} ms, ≤ {QUERIES} queries"
    for name, page in found["pages"].items():
        what = f"{name} ({NAMES[kind]})"
        if "status" in page:
            rows.append(Figure(what, asked, f"answered {page['status']}", False))
            continue
        fine = page["ms"] <= MILLISECONDS and page["queries"] <= QUERIES
        rows.append(Figure(what, asked, f"{page['ms']:.1f} ms, {page['queries']} queries", fine))
    for name, one in found["anew"].items():
        told = f"{one['ms']:.0f} ms, {one['queries']} queries"
        rows.append(Figure(f"Counted anew: {name} ({NAMES[kind]})", "", told))
        if one["ms"] > SLOW:
            say(f"figures: {name} took longest for ({one['slowest']['time']} s) {one['slowest']['sql'][:600]}")
    return rows
