"""People who are alike for this panel become one profile with a number: a far smaller problem with the same optimum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from .panels import FULL, Candidate, MustInclude, NeverAlone, Panel, Quota, named_in

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pool:
    """The candidates of one panel, merged. Everything is sorted, so that the same input gives the same arrays.

    `cells[f, t]`: the row in `quotas` that profile `t` falls into for the f-th feature, or -1 for a value without one.
    """

    panel: Panel
    members: tuple[tuple[str, ...], ...]
    count: Ints
    weight: Floats
    quotas: tuple[Quota, ...]
    cells: Ints
    alone: Ints  # [g, t]: is profile t in the g-th group that is never alone
    first: Ints  # is it the first turn of this profile
    where: dict[str, int]  # id -> profile
    named: dict[str, int]  # the same, only those whom a rule names
    first_least: int = 0

    @property
    def size(self) -> int:
        return len(self.members)

    @property
    def scale(self) -> Floats:
        """Seats that a profile gets for each unit of chance: people times weight."""
        return np.asarray(self.count * self.weight, dtype=np.float64)

    def members_of(self, row: int) -> Ints:
        """Which profiles fall into a quota."""
        return np.flatnonzero((self.cells == row).any(axis=0))

    @property
    def groups(self) -> tuple[NeverAlone, ...]:
        return never_alone(self.panel)


def never_alone(panel: Panel) -> tuple[NeverAlone, ...]:
    return tuple(rule for rule in panel.rules if isinstance(rule, NeverAlone))


def merge(panel: Panel, candidates: Sequence[Candidate]) -> Pool:
    ordered = sorted(candidates, key=lambda c: c.id)
    if len({c.id for c in ordered}) != len(ordered):
        raise ValueError("Two candidates have the same code.")
    features = list(dict.fromkeys(quota.feature for quota in panel.quotas))
    row_of = {(quota.feature, quota.value): row for row, quota in enumerate(panel.quotas)}
    named = {name for rule in panel.rules for name in named_in(rule)}
    groups = never_alone(panel)
    use_first = panel.first_turn_share is not None

    def profile(c: Candidate) -> tuple[tuple[int, ...], tuple[int, ...], int, bool, str]:
        cells = tuple(row_of.get((f, c.values.get(f, "")), -1) for f in features)
        alone = tuple(int(c.values.get(g.feature) == g.value) for g in groups)
        return cells, alone, c.weight, use_first and c.first_turn, c.id if c.id in named else ""

    merged: dict[tuple[tuple[int, ...], tuple[int, ...], int, bool, str], list[str]] = {}
    for candidate in ordered:
        merged.setdefault(profile(candidate), []).append(candidate.id)
    keys = sorted(merged)
    members = tuple(tuple(merged[key]) for key in keys)
    where = {name: t for t, names in enumerate(members) for name in names}
    return Pool(
        panel=panel,
        members=members,
        count=np.array([len(names) for names in members], dtype=np.int64),
        weight=np.array([key[2] / FULL for key in keys], dtype=np.float64),
        quotas=panel.quotas,
        cells=np.array([key[0] for key in keys], dtype=np.int64).reshape(len(keys), len(features)).T,
        alone=np.array([key[1] for key in keys], dtype=np.int64).reshape(len(keys), len(groups)).T,
        first=np.array([key[3] for key in keys], dtype=np.int64),
        where=where,
        named={name: where[name] for name in sorted(named) if name in where},
        first_least=first_seats(panel),
    )


def first_seats(panel: Panel) -> int:
    """Seats for people who have had no turn, if that many can be found."""
    share = panel.first_turn_share
    return 0 if share is None else ceil(Fraction(share) * panel.seats)


def must_include(pool: Pool) -> Ints:
    return np.array(
        sorted({pool.named[r.a] for r in pool.panel.rules if isinstance(r, MustInclude) and r.a in pool.named}),
        dtype=np.int64,
    )
