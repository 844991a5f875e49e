"""Closing a month and a year of a large organisation: how long it takes, and how much memory."""

from __future__ import annotations

from collections.abc import Sequence

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say
from .sizes import COUNTED

SECONDS, MEGABYTES, MILLISECONDS, QUERIES = 20, 400, 60, 15


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    size = list(COUNTED)[int(small_only)]
    return [figure for kind in databases for figure in _on(kind, size)]


def _on(kind: str, size: str) -> list[Figure]:
    much, rows = COUNTED[size], []
    with database(kind) as environment:
        say(f"close: loading {much.decisions:,} decisions, {much.contributions:,} contributions into {NAMES[kind]}")
        ask(environment, "load", size)
        found = ask(environment, "close")
    asked = f"≤ {SECONDS} s, ≤ {MEGABYTES} MB"
    for name, one in found["closes"].items():
        told = f"{one['seconds']:.1f} s ({one['cpu']:.1f} s CPU), {one['mb']:.0f} MB, {one['late']} late"
        fine = one["seconds"] <= SECONDS and one["mb"] <= MEGABYTES
        rows.append(Figure(f"Period close: {name} ({NAMES[kind]})", asked, told, fine))
    for name, page in found["pages"].items():
        told = f"{page['ms']:.1f} ms, {page['queries']} queries" if "ms" in page else f"answered {page['status']}"
        fine = "ms" in page and page["ms"] <= MILLISECONDS and page["queries"] <= QUERIES
        rows.append(Figure(f"{name} ({NAMES[kind]})", f"≤ {MILLISECONDS} ms, ≤ {QUERIES} queries", told, fine))
    rows.append(Figure(f"Looking whether what is closed was changed ({NAMES[kind]})", "", f"{found['verify']:.2f} s"))
    return rows
