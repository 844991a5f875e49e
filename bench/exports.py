"""A list of 100,000 rows as CSV and as a spreadsheet: the first byte, all of it, and the memory it took."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .databases import ask, database
from .lists import NAMES
from .report import Figure, say

ROWS = 100_000
SECONDS = 1.0  # until the first byte
MORE = 16  # megabytes that all rows may take beyond a few of them
LISTS = {"voices": "Voices", "people": "The register"}


def figures(databases: Sequence[str], rows: int = ROWS) -> list[Figure]:
    return [figure for kind in databases for figure in _on(kind, rows)]


def _on(kind: str, rows: int) -> list[Figure]:
    found = []
    with database(kind) as environment:
        say(f"exports: loading {rows:,} voices and as many people into {NAMES[kind]}")
        ask(environment, "load_lists", str(rows))
        for name, title in LISTS.items():
            for file in ("csv", "xlsx"):
                few, whole = (ask(environment, "take", name, file, how_many) for how_many in ("few", "all"))
                found.append(_figure(f"{title} as {file.upper()} ({NAMES[kind]})", few, whole))
    return found


def _figure(what: str, few: dict[str, Any], whole: dict[str, Any]) -> Figure:
    more = whole["mb"] - few["mb"]
    told = (
        f"first byte {whole['first']:.2f} s, {whole['rows']:,} rows in {whole['all']:.1f} s, "
        f"{whole['size'] / 1e6:.1f} MB; memory {whole['mb']:.0f} MB, with {few['rows']:,} rows {few['mb']:.0f} MB"
    )
    asked = f"first byte ≤ {SECONDS:.0f} s, memory ≤ {MORE} MB more"
    return Figure(what, asked, told, whole["first"] <= SECONDS and more <= MORE)
