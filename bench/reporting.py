"""The map and the figures of a period, on each database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .counted import found_on, pages
from .lists import NAMES
from .report import Figure, say

QUERIES, SLOW = 12, 200


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    return [figure for kind in databases for figure in _on(kind, small_only)]


def _on(kind: str, small_only: bool) -> Iterator[Figure]:
    found = found_on(kind, small_only, "figures", "count")
    yield from pages(found["pages"], kind, QUERIES)
    for name, one in found["anew"].items():
        yield Figure(f"Counted anew: {name} ({NAMES[kind]})", "", f"{one['ms']:.0f} ms, {one['queries']} queries")
        if one["ms"] > SLOW:
            say(f"figures: {name} took longest for ({one['slowest']['time']} s) {one['slowest']['sql'][:600]}")
