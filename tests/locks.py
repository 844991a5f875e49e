"""In which order verbs take rows: watched while every test of the product runs, and held against docs/locks.md.

Two verbs that take the same rows in two orders wait for each other on PostgreSQL until it ends one of them. SQLite lets
one verb write at a time, so nothing of that is ever seen there: the order is watched instead of the waiting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import Atomic

PAGE = Path(__file__).parents[1] / "docs" / "locks.md"
LISTED = re.compile(r"^\| \d+ \| `([\w.]+)` \|([^|]*)\|", re.MULTILINE)
LAST = "audit.Head"
NAMED = re.compile(r"`([\w.]+)`")


@dataclass(frozen=True)
class Order:
    """`place`: of each model, as `room.Model`, from the first that is taken on. `parts`: of what each is one."""

    place: Mapping[str, int]
    parts: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, text: str) -> Order:
        listed = LISTED.findall(text)
        parts: dict[str, set[str]] = {}
        for whole, cell in listed:
            for part in NAMED.findall(cell):
                parts.setdefault(part, set()).add(whole)
        place = {whole: n for n, (whole, _cell) in enumerate(listed)}
        return cls(place, {part: frozenset(wholes) for part, wholes in parts.items()})


def order() -> Order:
    return Order.of(PAGE.read_text(encoding="utf-8"))


class Watch:
    """What the transaction that runs now holds, in the order in which it was taken."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.depth, self.held = 0, dict[str, None]()
        self.wrong: list[str] = []

    def begins(self, block: Any) -> None:
        if not getattr(block, "_from_testcase", False):
            self.depth += 1

    def ends(self, block: Any) -> None:
        if not getattr(block, "_from_testcase", False):
            self.depth = max(self.depth - 1, 0)
        if self.depth == 0:
            self.held.clear()

    def takes(self, name: str) -> None:
        if self.depth == 0:
            return
        if LAST in self.held and name != LAST:  # also what is held already, and parts: nothing more is asked for
            self.wrong.append(f"{name} is taken after {LAST}, which is the last")
        if name in self.held:
            return
        if wholes := self.order.parts.get(name):
            if not wholes & self.held.keys():
                self.wrong.append(f"{name} is taken while none of {', '.join(sorted(wholes))} is held")
            return
        for other in self.held:
            if other != LAST:
                self._beside(other, name)
        self.held[name] = None

    def _beside(self, other: str, name: str) -> None:
        place = self.order.place
        if missing := {name, other} - place.keys():
            self.wrong.append(f"{', '.join(sorted(missing))} has no place in docs/locks.md ({other}, then {name})")
        elif place[other] > place[name]:
            self.wrong.append(f"{name} is taken after {other}; docs/locks.md says before it")


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    asked, begin, end = SQLCompiler.execute_sql, Atomic.__enter__, Atomic.__exit__

    def execute(self: Any, *args: Any, **values: Any) -> Any:
        if self.query.select_for_update:
            watch.takes(self.query.model._meta.label)
        return asked(self, *args, **values)

    def enter(self: Any) -> None:
        watch.begins(self)
        begin(self)

    def leave(self: Any, *why: Any) -> None:
        try:
            end(self, *why)
        finally:
            watch.ends(self)

    with (
        patch.object(SQLCompiler, "execute_sql", execute),
        patch.object(Atomic, "__enter__", enter),
        patch.object(Atomic, "__exit__", leave),
    ):
        yield
