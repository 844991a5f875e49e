"""The attack on open data: invented years, published as the product publishes them, in several versions and all files;
then somebody takes everything that is published, and tries to work out what is hidden."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from .attacking import Found, Guessed, Name, Version, across, attack, believing, read
from .report import Figure, say

YEARS = 30  # invented; BENCH_ATTACK_YEARS sets another number
VERSIONS = 3
MONTHS = tuple(f"{year}-{month:02}" for year, months in ((2025, range(4, 13)), (2026, range(1, 4))) for month in months)
LEVELS = ("board", "leadership", "service", "team", "one_to_one", "partnership")
KINDS = ("policy", "budget", "recruitment")
# How many of each in a cell, as it is in a small organisation, in a large one, and where all stand at a step's edge.
SHAPES: dict[str, tuple[int, ...]] = {
    "a small organisation": (0, 0, 0, 0, 0, 1, 1, 2, 3),
    "a middling one": (0, 0, 1, 2, 3, 5, 8, 12),
    "a large one": (0, 3, 9, 15, 28, 60, 140),
    "just under a step": (0, 8, 9, 9, 9, 10, 19),
    "one outlier": (0, 0, 0, 0, 0, 0, 0, 0, 200),
}


def figures() -> list[Figure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    years = int(os.environ.get("BENCH_ATTACK_YEARS", YEARS))
    return [row for shape in SHAPES for row in _on(shape, years)]


def _on(shape: str, years: int) -> Iterator[Figure]:
    say(f"attack: {years} years of {shape}, {VERSIONS} versions of each")
    plain, told, between, without, guessed, kept = Found(), Found(), Found(), Found(), Guessed(), 0
    for seed in range(years):
        versions = list(published(shape, seed))
        for version in versions:
            plain.add(attack(version.data))
            told.add(attack(version.data, version.small))
            kept += len(version.kept)
        between.add(across(versions))
        guessed.add(believing(versions))
        naive = next(published(shape, seed, secondary=False))
        without.add(attack(naive.data, naive.small))
    yield Figure(f"attack on {shape}: numbers published, and hidden", "", f"{plain.published:,}, {plain.hidden:,}")
    yield _figure(f"attack on {shape}: recovered", plain)
    yield _figure(f"attack on {shape}: recovered by somebody who knows which are small", told)
    yield _figure(f"attack on {shape}: recovered between versions", between)
    yield Figure(f"attack on {shape}: guesses of somebody who believes that nothing changed", "", _guesses(guessed))
    yield Figure(f"attack on {shape}: measures that stay as an earlier version had them", "", f"{kept:,}")
    yield Figure(f"attack on {shape}: the same without secondary suppression", "", f"{len(without.recovered):,}")


def _figure(what: str, found: Found) -> Figure:
    told = f"{len(found.recovered)}; at best one of {found.narrowest} numbers"
    return Figure(what, "0", told, not found.recovered)


def _guesses(found: Guessed) -> str:
    return f"{found.claims}, right {found.right}, by chance {found.chance:.0f}"


@dataclass(frozen=True)
class Invented(Version):
    kept: Sequence[str]  # measures that stay as they were counted before


def published(shape: str, seed: int, secondary: bool = True) -> Iterator[Invented]:
    """Each version of a year, as its files have it. Between two versions some things came late, and some were taken
    back."""
    from alongside.reports import open_data, open_files

    chance = random.Random(f"{shape} {seed}")
    counts, before = _counts(shape, chance), []
    for number in range(VERSIONS):
        shown = open_data.opened(counts, before, secondary)
        says = about(shown.counts, number + 1)
        parts = list(open_files.periods_in(counts.first, counts.starts_month))
        documents = [json.dumps(open_files.document(says, shown.rows, part)) for part in ("", *parts)]
        tables = [open_files.table(shown.rows, part) for part in ("", *parts)]
        true = _true(shown.counts)
        data = read(documents[0], tables, documents[1:])
        small = [name for name, row in data.rows.items() if row is None and true[name] < data.step]
        yield Invented(data, small, true, list(shown.counts.kept_from))
        before = [shown, *before]
        counts = _later(counts, chance)


def _counts(shape: str, chance: random.Random) -> Any:
    from alongside.reports.map_values import Line
    from alongside.reports.open_measures import MEASURES
    from alongside.reports.open_values import Counted, OpenCounts

    found, levels = [], LEVELS[: chance.randint(1, len(LEVELS))]
    for measure in MEASURES.values():
        ways = product(levels, KINDS if measure.by_kind else ("",), list(measure.whats) or [""], MONTHS)
        found += [Counted(measure.slug, *way, chance.choice(SHAPES[shape])) for way in ways if measure.slug != "people"]
    return OpenCounts(
        period="2025",
        period_name="2025–26",
        first="2025-04-01",
        last="2026-03-31",
        starts_month=4,
        counted_on="2026-04-20",
        step=10,
        people=chance.choice((4, 9, 31, 140)),
        levels=tuple(Line(level, level) for level in levels),
        kinds=tuple(Line(kind, kind) for kind in KINDS),
        counts=tuple(found),
    )


def _later(counts: Any, chance: random.Random) -> Any:
    def changed(one: Any) -> Any:
        late = chance.choice((-2, -1, 1, 1, 2, 12)) if chance.random() < 0.05 else 0
        return replace(one, number=max(0, one.number + late))

    return replace(counts, counts=tuple(changed(one) for one in counts.counts))


def about(counts: Any, number: int) -> Any:
    from alongside.reports.open_files import About

    return About(
        organisation="harbour",
        name="Harbour House",
        year="2025",
        version=number,
        first=counts.first,
        last=counts.last,
        starts_month=4,
        threshold=counts.step,
        published_on="2026-04-20",
        closed=True,
        counted_on=counts.counted_on,
        source=f"close {number}",
        log_head="0" * 64,
        levels=counts.levels,
        kinds=counts.kinds,
        kept_from=counts.kept_from,
    )


def _true(counts: Any) -> dict[Name, int]:
    """Every number about people, as it is."""
    from alongside.reports import open_data
    from alongside.reports.open_measures import DECISIONS, MEASURES
    from alongside.voice.suppression import totals_of

    found: dict[Name, int] = {}
    for slug, measure in MEASURES.items():
        if slug != DECISIONS:
            totals = totals_of(open_data.cells_of(measure, counts), open_data.sums_of(measure, counts))
            found |= {(slug, level, "all", what, period): n for (level, what, period), n in totals.items()}
    return found
