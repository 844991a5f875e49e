"""What quotas will do, before anything heavy is solved: linear relaxations only, a few milliseconds each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .contradictions import contradiction
from .lotteries import Contradiction, Preview
from .panels import Candidate, Panel, Quota, Rule, TwoSided
from .planning import with_first_turns
from .polytope import Shape, shape
from .pricing import Panels
from .profiles import Floats, Ints, Pool, merge
from .solver import Row, add_rows, bounds, costs, program, solve
from .stages import NOTHING, falling, relaxed, rising, unreachable

CLOSE = 1e-6


def preview(panel: Panel, candidates: Sequence[Candidate]) -> Preview:
    pool = with_first_turns(merge(panel, candidates))
    form = shape(pool)
    if not pool.size or Panels(form).best(np.zeros(pool.size)) is None:
        return _impossible(contradiction(pool))
    lowest, closed, shape_duals = best_lowest(pool, form)
    holding = _holding(pool, form, lowest, shape_duals)
    return Preview(
        lowest=lowest,
        highest=_highest(pool, form, closed, lowest),
        holding=holding,
        how_many=0 if holding is None else _people(pool, pool.quotas.index(holding)),
        without=_without(pool),
        unreachable=tuple((n, why_unreachable(pool, t)) for t in closed.tolist() for n in pool.members[t]),
    )


def _impossible(found: Contradiction) -> Preview:
    return Preview(0.0, 0.0, None, 0, {}, (), found)


def best_lowest(pool: Pool, form: Shape) -> tuple[float, Ints, Floats]:
    """The best lowest chance of the relaxation, who is unreachable, and what each row weighs."""
    found = quick_lowest(pool, form)
    if found is not None:
        return found[0], np.zeros(0, dtype=np.int64), found[1]
    closed = unreachable(pool, form)
    best = relaxed(form, rising(pool.scale, np.setdiff1d(np.arange(pool.size), closed)), closed)
    assert best is not None  # there is a panel
    return best.level, closed, best.shape_duals


def quick_lowest(pool: Pool, form: Shape) -> tuple[float, Floats] | None:
    """The same by a smaller program: seats = level·scale + something not negative. None where that is not exact."""
    scale, size = pool.scale, pool.size
    even = pool.panel.seats / float(scale.sum())
    most = form.most.copy()
    most[:size] = np.maximum(most[:size] - scale * even, 0)
    highs = program(form.columns + 1)
    bounds(highs, np.zeros(form.columns + 1), np.append(most, even))
    costs(highs, np.append(np.zeros(form.columns), -1.0))
    add_rows(highs, [_with_level(row, scale, form.columns) for row in form.rows])
    if not solve(highs):
        return None
    solution = highs.getSolution()
    found, costs_left = np.array(solution.col_value), np.array(solution.col_dual)
    cut_off = (costs_left[:size] < -NOTHING) & (found[:size] >= most[:size] - NOTHING)
    if cut_off.any() or found[-1] <= NOTHING:
        return None
    return float(found[-1]), np.array(solution.row_dual)


def _with_level(row: Row, scale: Floats, level: int) -> Row:
    columns, factors, least, most = row
    places, values = np.asarray(columns, dtype=np.int64), np.asarray(factors, dtype=np.float64)
    seats = places < len(scale)
    through = float((scale[places[seats]] * values[seats]).sum())
    return np.append(places, level), np.append(values, through), least, most


def _highest(pool: Pool, form: Shape, closed: Ints, lowest: float) -> float:
    """The least highest chance that goes with the lowest that the objective keeps."""
    objective = pool.panel.objective
    keep = float(objective.keep) if isinstance(objective, TwoSided) else 1.0
    open_ = np.setdiff1d(np.arange(pool.size), closed)
    floor = np.zeros(pool.size)
    floor[open_] = np.minimum(keep * lowest * (1 - NOTHING) * pool.scale, pool.count)[open_]
    found = relaxed(form, falling(pool.scale, open_, floor), closed)
    return 1.0 if found is None else found.level


def _holding(pool: Pool, form: Shape, lowest: float, shape_duals: Floats) -> Quota | None:
    """The quota that gives a group too few seats for its size; or else the one whose dual weighs most.

    None: the lowest chance is that of an even draw.
    """
    if lowest >= pool.panel.seats / float(pool.scale.sum()) * (1 - CLOSE):
        return None
    for number, quota in enumerate(pool.quotas):
        group = float(pool.scale[pool.members_of(number)].sum())
        if group and abs(quota.most / group - lowest) <= CLOSE * lowest:
            return quota
    weighs = [(abs(float(shape_duals[row])), -number) for number, row in form.quota_rows.items()]
    weight, number = max(weighs, default=(0.0, 0))
    return pool.quotas[-number] if weight > NOTHING else None


def _people(pool: Pool, number: int) -> int:
    return int(pool.count[pool.members_of(number)].sum())


def _without(pool: Pool) -> dict[str, float]:
    """The lowest chance if one feature had no quotas."""
    found = {}
    for feature in sorted({quota.feature for quota in pool.quotas}):
        kept = [number for number, quota in enumerate(pool.quotas) if quota.feature != feature]
        found[feature] = best_lowest(pool, shape(pool, kept))[0]
    return found


def why_unreachable(pool: Pool, t: int) -> tuple[Quota | Rule, ...]:
    """Quotas and rules that together keep a profile out; take one away and it could be picked."""

    def shut(quotas: Sequence[int], rules: Sequence[int]) -> bool:
        wanted: Floats = np.zeros(pool.size)
        wanted[t] = 1.0
        best = Panels(shape(pool, quotas, rules)).best(wanted)
        return best is None or best.worth < 0.5

    quotas, rules = list(range(len(pool.quotas))), list(range(len(pool.panel.rules)))
    for number in list(rules):
        if shut(quotas, [n for n in rules if n != number]):
            rules.remove(number)
    for number in list(quotas):
        if shut([n for n in quotas if n != number], rules):
            quotas.remove(number)
    return (*(pool.quotas[n] for n in quotas), *(pool.panel.rules[n] for n in rules))
