"""The board pack as a paper: forty pages with twelve pictures, made of values. No database is read."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from .report import Figure

PAGES, PICTURES, MOST_SECONDS = 40, 12, 3.0
WORDS = (
    "We asked for the door to be mended in March, and in October it still sticks. Nobody said no; nobody said anything."
    " Somebody who uses a wheelchair waited outside for twenty minutes, and then went home."
)
ARABIC = "طلبنا إصلاح الباب في مارس، وما زال عالقًا في أكتوبر."
VIETNAMESE = "Chúng tôi đã xin sửa cánh cửa từ tháng ba, đến tháng mười nó vẫn kẹt."


def parts() -> Iterator[Any]:
    from alongside.reports.packs import Heading, Lines, Part, Picture, Quote, Table, Text
    from alongside.reports.packs.blocks import Item

    pictures = list(_pictures())
    for number in range(PICTURES):
        svg, shape = pictures[number % len(pictures)]
        yield Part(
            f"part-{number}",
            f"Part {number + 1} of the pack",
            [
                Text(WORDS),
                Picture(svg, "What the picture shows, in words.", "What its marks mean.", shape),
                Table("What was counted", ("What", "How many"), [(f"Row {n}", str(n * 7)) for n in range(14)]),
                Heading("In whose words"),
                *(Quote(f"{WORDS}\n{text}", "Somebody", f"Waited {n * 9} days") for n, text in _texts(8)),
                Heading("By name"),
                Lines([Item(f"A decision of the month, number {n}", WORDS, "12 October 2026") for n in range(8)]),
                Text(WORDS * 4),
            ],
        )


def _texts(number: int) -> Iterator[tuple[int, str]]:
    for n in range(number):
        yield n, (ARABIC, VIETNAMESE, "")[n % 3]


def _pictures() -> Iterator[tuple[str, str]]:
    from alongside.candour import picture as two
    from alongside.candour.ladders import LADDERS, OURS
    from alongside.candour.queries.accounts import StageOf
    from alongside.core.small_groups import Spread
    from alongside.reports import picture, road_picture
    from alongside.reports.road_values import Road, Stretch

    stretches = [Stretch(date(2025, 1 + 3 * n, 1), 2, 3, 1, {"open": 1, "stuck": 1}) for n in range(4)]
    yield str(picture.drawn(_map())), "map"
    yield str(road_picture.drawn(Road(stretches))), "road"
    stage = StageOf("design", {5: 6}, {5: 3}, Spread(8, {2: 5, 3: 3}))
    yield str(two.drawn(stage, LADDERS[OURS], "bench")), "two"


def _map() -> Any:
    from alongside.reports.map_values import Cell, Line, MapSheet, Presence

    levels = tuple(Line(name, name.capitalize()) for name in ("board", "leadership", "service", "team"))
    kinds = tuple(Line(f"kind-{n}", f"Kind of decision {n}") for n in range(8))
    cells = [
        Cell(level.slug, kind.slug, Presence(n % 3, n % 2, 0, 1), agreed={5: 1}, lived={3: 2})
        for n, (level, kind) in enumerate((level, kind) for level in levels for kind in kinds)
    ]
    names = {"period": "2026-10", "period_name": "October 2026", "before_name": "September 2026"}
    return MapSheet.of_plain(
        {
            **names,
            "unit": "",
            "unit_name": "",
            "counted_on": "2026-11-01",
            "counted_at": "9am",
            "no_day": 0,
            "least": 2,
            "levels": [vars(level) for level in levels],
            "kinds": [vars(kind) for kind in kinds],
            "cells": [asdict(cell) for cell in cells],
            "times": [],
        }
    )


def made() -> tuple[bytes, float]:
    from alongside.core import paper
    from alongside.reports.packs.paper import PAPER, paper_facts

    whole, began = list(parts()), time.perf_counter()
    facts = paper_facts(
        title="Board pack: October 2026", language="en-gb", front=["Made of values."], summary=[], parts=whole
    )
    return paper.made(PAPER, facts, datetime(2026, 11, 1, tzinfo=UTC)), time.perf_counter() - began


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def figures() -> list[Figure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    pdf, seconds = made()
    pages = pages_of(pdf)
    told = f"{seconds:.2f} s ({pages} pages, {PICTURES} pictures, {len(pdf) // 1024} kB)"
    reached = seconds <= MOST_SECONDS and pages >= PAGES
    return [Figure("pack: its paper, 40 pages with 12 pictures", f"<= {MOST_SECONDS:.0f} s", told, reached)]
