"""The map and the figures of a period, on each database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .counted import MILLISECONDS, found_on, pages
from .lists import NAMES
from .report import Figure, say

QUERIES, SLOW = 12, 200


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    return [figure for kind in databases for figure in _on(kind, small_only)]


def _on(kind: str, small_only: bool) -> Iterator[Figure]:
    found = found_on(kind, small_only, "figures", "count")
    yield from pages(found["pages"], kind, QUERIES)
    yield from _ahead(found["ahead"], kind)
    for name, one in found["anew"].items():
        yield Figure(f"Counted anew: {name} ({NAMES[kind]})", "", f"{one['ms']:.0f} ms, {one['queries']} queries")
        if one["ms"] > SLOW:
            say(f"figures: {name} took longest for ({one['slowest']['time']} s) {one['slowest']['sql'][:600]}")


def _ahead(found: dict[str, Any], kind: str) -> Iterator[Figure]:
    """At the small size nothing is counted ahead, and each first visit counts."""
    told = f"{found['counted']} counts in {found['seconds']:.1f} s"
    yield Figure(f"Counted ahead by `alongside count` ({NAMES[kind]})", "", told)
    for where, key in (("", "ms"), (" where nobody looked", "unseen")):
        name, ms = max(found[key].items(), key=lambda each: each[1])
        asked = f"≤ {MILLISECONDS} ms"
        words = f"Slowest first visit after it{where} ({NAMES[kind]})"
        yield Figure(words, asked, f"{ms:.1f} ms ({name})", ms <= MILLISECONDS)
