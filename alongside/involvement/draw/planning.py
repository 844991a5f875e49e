"""From a panel and its candidates to a lottery of whole tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

import numpy as np

from .contradictions import contradiction
from .fairness import Fair, Field, lottery
from .generation import HERDS, Work, enough
from .herding import Herd
from .lotteries import Impossible, Lottery
from .mixture import Columns, expected
from .panels import LIMIT, Candidate, Leximin, Panel, Quota
from .polytope import shape
from .pricing import Panels
from .profiles import Floats, Ints, Pool, merge
from .reserving import reserves_for
from .stages import relaxed, rising, unreachable
from .tickets import name_seats, whole_panels

ALMOST = 1e-3  # of a ticket: 5.9995 is six


@cache
def engine_version() -> str:
    return f"alongside-draw 1, highspy {version('highspy')}"


def plan(panel: Panel, candidates: Sequence[Candidate], *, limit: int = LIMIT, bent: tuple[Quota, ...] = ()) -> Lottery:
    field, work = prepare(panel, candidates, limit)
    fair = lottery(field, work, panel.objective)
    return _lottery(field, work, fair, bent)


def prepare(panel: Panel, candidates: Sequence[Candidate], limit: int) -> tuple[Field, Work]:
    """The pool, and panels that between them have everybody whom any panel can have."""
    pool = with_first_turns(merge(panel, candidates))
    form = shape(pool)
    panels, columns, everybody = Panels(form), Columns(pool.size), np.arange(pool.size)
    closed = unreachable(pool, form)
    ideal = relaxed(form, rising(pool.scale, np.setdiff1d(everybody, closed)), closed, "ipm") if pool.size else None
    if ideal is not None:
        columns.add(Herd(pool, ideal.seats).more(enough(pool, HERDS[0])))
    found, closed = panels.covering(everybody, columns.panels)
    columns.add(found)
    if not columns.panels:
        raise Impossible(contradiction(pool))
    certain = _certain(panels, columns, pool)
    open_ = np.setdiff1d(everybody, closed)
    return Field(pool, form, open_, closed, np.setdiff1d(open_, certain)), Work(pool, columns, panels, limit)


def with_first_turns(pool: Pool) -> Pool:
    """As many seats for first turns as asked for, or as there can be."""
    if not pool.first_least:
        return pool
    best = Panels(shape(replace(pool, first_least=0))).best(pool.first.astype(np.float64))
    return replace(pool, first_least=0 if best is None else min(pool.first_least, round(best.worth)))


def _certain(panels: Panels, columns: Columns, pool: Pool) -> Ints:
    """Profiles of whom every panel has everybody."""
    left = (columns.matrix == pool.count).all(axis=0)
    while left.any():
        best = panels.best(-left.astype(np.float64))
        if best is None or (best.panel == pool.count)[left].all():
            break
        columns.add([best.panel])
        left &= best.panel == pool.count
    return np.flatnonzero(left)


@dataclass(frozen=True)
class Range:
    lowest: float
    highest: float


def measured(field: Field, chances: Floats) -> Range:
    """Over those who can be picked; where there are weights, chance for each unit of weight."""
    found = (chances / field.pool.weight)[field.open]
    return Range(float(found.min()), float(found.max()))


def goals(field: Field, chances: Floats, lowest: float) -> Ints:
    """Whole tickets that nobody should fall under: the lowest chance; with leximin, everybody's own."""
    panel = field.pool.panel
    floor = chances if isinstance(panel.objective, Leximin) else np.minimum(lowest * field.pool.weight, chances)
    return np.floor(floor * panel.tickets + ALMOST).astype(np.int64)


def _lottery(field: Field, work: Work, fair: Fair, bent: tuple[Quota, ...]) -> Lottery:
    pool, matrix = field.pool, work.columns.matrix
    chances = expected(matrix, fair.shares) / pool.count
    found = measured(field, chances)
    panels = whole_panels(pool, matrix, fair.shares, goals(field, chances, found.lowest))
    tickets = name_seats(pool, panels)
    counts = dict.fromkeys(sorted(pool.where), 0)
    for ticket in tickets:
        for name in ticket:
            counts[name] += 1
    return Lottery(
        tickets=tickets,
        reserves=reserves_for(pool, panels, tickets),
        counts=counts,
        lowest=found.lowest,
        highest=found.highest,
        bound=fair.lowest_bound,
        gap=fair.gap,
        rounds=work.rounds,
        engine_version=engine_version(),
        bent=bent,
        chances={name: float(chances[pool.where[name]]) for name in sorted(pool.where)},
    )
