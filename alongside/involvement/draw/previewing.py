"""What quotas will do, before anything heavy is solved: linear relaxations only, a few milliseconds each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .contradictions import contradiction
from .lotteries import Contradiction, Preview
from .panels import Candidate, Panel, Quota, Rule, TwoSided
from .planning import with_first_turns
from .polytope import Shape, shape
from .pricing import Panels
from .profiles import Floats, Ints, Pool, merge
from .stages import NOTHING, Answer, falling, relaxed, rising, unreachable


def preview(panel: Panel, candidates: Sequence[Candidate]) -> Preview:
    pool = with_first_turns(merge(panel, candidates))
    form = shape(pool)
    if not pool.size or Panels(form).best(np.zeros(pool.size)) is None:
        return _impossible(contradiction(pool))
    closed = unreachable(pool, form)
    best = _best(pool, form, closed)
    holding = _holding(pool, form, best)
    return Preview(
        lowest=best.level,
        highest=_highest(pool, form, closed, best.level),
        holding=holding,
        how_many=0 if holding is None else _people(pool, pool.quotas.index(holding)),
        without=_without(panel, candidates),
        unreachable=tuple((n, why_unreachable(pool, t)) for t in closed.tolist() for n in pool.members[t]),
    )


def _impossible(found: Contradiction) -> Preview:
    return Preview(0.0, 0.0, None, 0, {}, (), found)


def _best(pool: Pool, form: Shape, closed: Ints) -> Answer:
    best = relaxed(form, rising(pool.scale, np.setdiff1d(np.arange(pool.size), closed)), closed)
    assert best is not None  # there is a panel
    return best


def _highest(pool: Pool, form: Shape, closed: Ints, lowest: float) -> float:
    """The least highest chance that goes with the lowest that the objective keeps."""
    objective = pool.panel.objective
    keep = float(objective.keep) if isinstance(objective, TwoSided) else 1.0
    open_ = np.setdiff1d(np.arange(pool.size), closed)
    floor = np.zeros(pool.size)
    floor[open_] = np.minimum(keep * lowest * (1 - NOTHING) * pool.scale, pool.count)[open_]
    found = relaxed(form, falling(pool.scale, open_, floor), closed)
    return 1.0 if found is None else found.level


def _holding(pool: Pool, form: Shape, best: Answer) -> Quota | None:
    """The quota whose dual weighs most. None: the lowest chance is that of an even draw."""
    even = pool.panel.seats / float(pool.scale.sum())
    if best.level >= even * (1 - 1e-6):
        return None
    weighs = {
        number: abs(best.shape_duals[row]) * max(pool.quotas[number].most, 1) for number, row in form.quota_rows.items()
    }
    number = max(sorted(weighs), key=lambda n: weighs[n], default=None)
    return None if number is None or weighs[number] < NOTHING else pool.quotas[number]


def _people(pool: Pool, number: int) -> int:
    return int(pool.count[pool.members_of(number)].sum())


def _without(panel: Panel, candidates: Sequence[Candidate]) -> dict[str, float]:
    """The lowest chance if one feature had no quotas."""
    found = {}
    for feature in sorted({quota.feature for quota in panel.quotas}):
        freed = replace(panel, quotas=tuple(quota for quota in panel.quotas if quota.feature != feature))
        pool = merge(freed, candidates)
        form = shape(pool)
        found[feature] = _best(pool, form, unreachable(pool, form)).level
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
