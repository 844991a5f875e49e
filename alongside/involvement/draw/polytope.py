"""The rows that make a choice of people a panel: seats, quotas, rules. For the relaxation and for whole panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .panels import Apart, MustInclude, Needs, NeverAlone, Rule, Together
from .profiles import Floats, Pool
from .solver import INFINITE, Row, Rows


@dataclass(frozen=True)
class Shape:
    """Columns 0 … size-1 are seats for each profile; after them one yes-or-no for each group that is never alone."""

    rows: tuple[Row, ...]
    most: Floats  # upper bounds of all columns
    quota_rows: dict[int, int]  # number of a quota -> its row
    rule_rows: dict[int, tuple[int, ...]]  # number of a rule -> its rows
    size: int

    @property
    def columns(self) -> int:
        return len(self.most)


def shape(
    pool: Pool, quotas: Iterable[int] | None = None, rules: Iterable[int] | None = None, *, sharp: bool = True
) -> Shape:
    """`quotas` and `rules`: only these (their numbers); without, all. `sharp`: quotas as narrow as rules make them."""
    rows = Rows()
    size, groups = pool.size, pool.groups
    numbers = list(range(len(pool.panel.rules)) if rules is None else rules)
    kept = [pool.panel.rules[number] for number in numbers]
    rows.add(np.arange(size), np.ones(size), pool.panel.seats, pool.panel.seats)
    quota_rows = {}
    for number in range(len(pool.quotas)) if quotas is None else quotas:
        inside, play = pool.members_of(number), between(pool, number, kept if sharp else ())
        quota_rows[number] = rows.add(inside, np.ones(len(inside)), *play)
    if pool.first_least:
        inside = np.flatnonzero(pool.first)
        rows.add(inside, np.ones(len(inside)), pool.first_least, INFINITE)
    rule_rows: dict[int, tuple[int, ...]] = {}
    for number in numbers:
        rule = pool.panel.rules[number]
        before = len(rows.rows)
        if isinstance(rule, NeverAlone):
            _never_alone(rows, pool, groups.index(rule))
        else:
            _about_people(rows, pool, rule)
        rule_rows[number] = tuple(range(before, len(rows.rows)))
    most = np.concatenate([np.minimum(pool.count, pool.panel.seats), np.ones(len(groups))]).astype(np.float64)
    return Shape(tuple(rows.rows), most, quota_rows, rule_rows, size)


def between(pool: Pool, number: int, rules: Sequence[Rule]) -> tuple[int, int]:
    """What a quota leaves, where people with its value are never alone: at least one is two, at most one is none."""
    quota = pool.quotas[number]
    if NeverAlone(quota.feature, quota.value) not in rules:
        return quota.least, quota.most
    least, most = (2 if quota.least == 1 else quota.least), (0 if quota.most == 1 else quota.most)
    return (least, most) if least <= most else (quota.least, quota.most)


def _never_alone(rows: Rows, pool: Pool, group: int) -> None:
    inside, switch = np.flatnonzero(pool.alone[group]), pool.size + group
    columns = np.append(inside, switch)
    rows.add(columns, np.append(np.ones(len(inside)), -2.0), 0, INFINITE)
    rows.add(columns, np.append(np.ones(len(inside)), -float(pool.panel.seats)), -INFINITE, 0)


def _about_people(rows: Rows, pool: Pool, rule: Rule) -> None:
    """Somebody who is not in the pool counts as not picked."""
    assert not isinstance(rule, NeverAlone)
    a = pool.named.get(rule.a)
    first = [] if a is None else [(a, 1.0)]
    if isinstance(rule, MustInclude):
        _add(rows, first, 1, 1)
        return
    b = pool.named.get(rule.b)
    sign = 1.0 if isinstance(rule, Apart) else -1.0
    both = [*first, *([] if b is None else [(b, sign)])]
    least, most = {Together: (0.0, 0.0), Needs: (-1.0, 0.0), Apart: (0.0, 1.0)}[type(rule)]
    _add(rows, both, least, most)


def _add(rows: Rows, terms: list[tuple[int, float]], least: float, most: float) -> None:
    rows.add([column for column, _ in terms], [value for _, value in terms], least, most)
