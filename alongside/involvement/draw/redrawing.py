"""A draw for seats that became empty: confirmed people keep theirs, quotas bend only in the order agreed before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .contradictions import contradiction, smallest_change
from .lotteries import Contradiction, Impossible, Lottery
from .panels import LIMIT, Candidate, MustInclude, Panel, Quota
from .planning import plan
from .profiles import Pool, merge


def redraw(
    panel: Panel,
    candidates: Sequence[Candidate],
    kept: Sequence[str],
    gone: Sequence[str],
    *,
    bend: bool = True,
    limit: int = LIMIT,
) -> Lottery:
    """`kept` are on every ticket, `gone` on none. What bent is in `bent`, as it was used."""
    left = [candidate for candidate in candidates if candidate.id not in gone]
    known = [candidate.id for candidate in left]
    strangers = sorted(name for name in kept if name not in known)
    if strangers:
        raise ValueError(f"{strangers[0]} is kept, but not among the candidates or gone.")
    if len(left) < panel.seats:
        raise Impossible(Contradiction(missing=panel.seats - len(left)))
    already = [rule.a for rule in panel.rules if isinstance(rule, MustInclude)]
    must = tuple(MustInclude(name) for name in sorted(kept) if name not in already)
    rules = tuple(rule for rule in panel.rules if not (isinstance(rule, MustInclude) and rule.a in gone))
    again = replace(panel, rules=(*rules, *must), first_turn_share=None)
    bent = _bent(again, left) if bend else ()
    return plan(bend_quotas(again, bent), left, limit=limit, bent=bent)


def bend_quotas(panel: Panel, bent: Sequence[Quota]) -> Panel:
    changed = {(quota.feature, quota.value): quota for quota in bent}
    return replace(panel, quotas=tuple(changed.get((quota.feature, quota.value), quota) for quota in panel.quotas))


def _bent(panel: Panel, candidates: Sequence[Candidate]) -> tuple[Quota, ...]:
    """Only quotas that have a place in the order; the first of it alone, then the first two, and so on."""
    pool = merge(panel, candidates)
    orders = sorted({quota.bend for quota in panel.quotas if quota.bend is not None})
    for order in (0, *orders):
        change = smallest_change(pool, _up_to(pool, order))
        if change is not None:
            return change
    raise Impossible(contradiction(pool))


def _up_to(pool: Pool, order: int) -> list[int]:
    return [n for n, quota in enumerate(pool.quotas) if quota.bend is not None and quota.bend <= order]
