"""Closing a month and a year of a large organisation: how long it takes, and how much memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .counted import found_on, pages
from .lists import NAMES
from .report import Figure

SECONDS, MEGABYTES, QUERIES = 20, 400, 15


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    return [figure for kind in databases for figure in _on(kind, small_only)]


def _on(kind: str, small_only: bool) -> Iterator[Figure]:
    found = found_on(kind, small_only, "close", "close")
    asked = f"≤ {SECONDS} s, ≤ {MEGABYTES} MB"
    for name, one in found["closes"].items():
        told = f"{one['seconds']:.1f} s ({one['cpu']:.1f} s CPU), {one['mb']:.0f} MB, {one['late']} late"
        fine = one["seconds"] <= SECONDS and one["mb"] <= MEGABYTES
        yield Figure(f"Period close: {name} ({NAMES[kind]})", asked, told, fine)
    yield from pages(found["pages"], kind, QUERIES)
    yield Figure(f"Looking whether what is closed was changed ({NAMES[kind]})", "", f"{found['verify']:.2f} s")
