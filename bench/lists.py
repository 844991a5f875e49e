"""The list and desk pages on each database, small and large, and the commands that read everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .databases import Environment, ask, database
from .report import Figure, say
from .running import run
from .sizes import SIZES

MILLISECONDS, GROWTH, QUERIES = 25, 1.5, 15
Measured = dict[str, dict[str, Any]]
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def figures(databases: Sequence[str], small_only: bool) -> list[Figure]:
    sizes = list(SIZES)[: 1 if small_only else None]
    found: list[Figure] = []
    most = 0
    for kind in databases:
        measured, information = {}, []
        for size in sizes:
            with database(kind) as environment:
                measured[size] = _measured(environment, kind, size)
                if size == "large":
                    information = _commands(environment, kind)
        found += [_page(name, kind, [measured[size][name] for size in sizes]) for name in measured[sizes[0]]]
        found += information
        most = max([most, *(page.get("queries", 0) for pages in measured.values() for page in pages.values())])
    found.append(Figure("Queries on any of these pages", f"≤ {QUERIES}", str(most), most <= QUERIES))
    return found


def _measured(environment: Environment, kind: str, size: str) -> Measured:
    say(f"pages: loading the {size} organisation into {NAMES[kind]}")
    made = ask(environment, "load", size)
    rows = sum(made["rows"].values())
    say(f"pages: {rows:,} rows, {made['mb']:,.0f} MB, loaded in {made['seconds']:.0f} s")
    for table in ("decisions_decision", "voice_contribution", "people_person", "audit_event"):
        say(f"       {made['rows'].get(table, 0):>9,} {table}")
    pages: Measured = ask(environment, "measure")
    for name, page in pages.items():
        for statement in page.get("repeated", ()):
            say(f"pages: {name} asks again and again: {statement}")
    return pages


def _page(name: str, kind: str, measured: Sequence[dict[str, Any]]) -> Figure:
    what, asked = f"{name} ({NAMES[kind]})", f"≤ {MILLISECONDS} ms, ≤ × {GROWTH}"
    if failed := [page["status"] for page in measured if "status" in page]:
        return Figure(what, asked, f"answered {failed[0]}", False)
    first, last = measured[0]["ms"], measured[-1]["ms"]
    reached = last <= MILLISECONDS and last <= GROWTH * first
    grown = f"{first:.1f} → {last:.1f} ms, × {last / first:.2f}" if len(measured) > 1 else f"{first:.1f} ms"
    return Figure(what, asked, f"{grown}, {measured[-1]['queries']} queries", reached)


def _commands(environment: Environment, kind: str) -> list[Figure]:
    found = []
    for words in (("verify",), ("figures", "--organisation", "bench-house")):
        say(f"pages: alongside {words[0]}")
        done = run(environment, *words)
        found.append(Figure(f"alongside {words[0]}, large ({NAMES[kind]})", "", str(done)))
    return found
