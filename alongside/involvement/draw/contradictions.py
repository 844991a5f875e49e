"""Why there is no panel: which quotas and rules fight, and the smallest change of quotas that ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import highspy
import numpy as np

from .lotteries import Contradiction
from .panels import Quota
from .polytope import Shape, shape
from .pricing import Panels
from .profiles import Pool
from .solver import Row, add_rows, bounds, costs, program, solve, values, whole


def possible(pool: Pool, quotas: Sequence[int], rules: Sequence[int]) -> bool:
    return Panels(shape(pool, quotas, rules)).best(np.zeros(pool.size)) is not None


def contradiction(pool: Pool) -> Contradiction:
    """Of a pool that has no panel."""
    people = int(pool.count.sum())
    if people < pool.panel.seats:
        return Contradiction(missing=pool.panel.seats - people)
    quotas, rules = fighting(pool, possible)
    return Contradiction(
        quotas=tuple(pool.quotas[number] for number in quotas),
        rules=tuple(pool.panel.rules[number] for number in rules),
        change=smallest_change(pool, range(len(pool.quotas))) or (),
    )


def fighting(pool: Pool, holds: Callable[[Pool, Sequence[int], Sequence[int]], bool]) -> tuple[list[int], list[int]]:
    """Take away, one by one, what the fight does not need; rules first, so that quotas are blamed if they can be."""
    quotas, rules = list(range(len(pool.quotas))), list(range(len(pool.panel.rules)))
    for number in list(rules):
        fewer = [n for n in rules if n != number]
        if not holds(pool, quotas, fewer):
            rules = fewer
    for number in list(quotas):
        fewer = [n for n in quotas if n != number]
        if not holds(pool, fewer, rules):
            quotas = fewer
    return quotas, rules


def smallest_change(pool: Pool, may_bend: Sequence[int]) -> tuple[Quota, ...] | None:
    """The quotas to change, as they would be; none of them if nothing has to; None if bending these does not help.

    Quotas that bend later (`bend`, then their place) bend least.
    """
    plain = shape(pool, sharp=False)
    numbers = list(may_bend)
    steps = _bend_steps(pool, numbers)
    highs = _bendable(pool, plain, numbers)
    for step in steps:
        wanted = np.zeros(plain.columns + 2 * len(numbers))
        places = [plain.columns + 2 * i + side for i in step for side in (0, 1)]
        wanted[places] = 1.0
        costs(highs, wanted)
        if not solve(highs):
            return None
        spent = round(float(values(highs)[places].sum()))
        add_rows(highs, [(places, np.ones(len(places)), 0.0, float(spent))])
    if not solve(highs):
        return None
    found = np.rint(values(highs)[plain.columns :]).astype(int).reshape(len(numbers), 2)
    return tuple(
        replace(pool.quotas[number], least=pool.quotas[number].least - under, most=pool.quotas[number].most + over)
        for number, (under, over) in zip(numbers, found.tolist(), strict=True)
        if under or over
    )


def _bend_steps(pool: Pool, numbers: Sequence[int]) -> list[list[int]]:
    """Places in `numbers` by the agreed order, the last to bend first. Without an order they bend together."""
    orders = sorted({pool.quotas[n].bend or 0 for n in numbers}, reverse=True)
    return [[i for i, n in enumerate(numbers) if (pool.quotas[n].bend or 0) == order] for order in orders]


def _bendable(pool: Pool, plain: Shape, numbers: Sequence[int]) -> highspy.Highs:
    """The panels, with two more columns for each quota that may bend: seats too few, seats too many."""
    place = {plain.quota_rows[number]: plain.columns + 2 * i for i, number in enumerate(numbers)}
    rows: list[Row] = []
    for number, (columns, factors, least, most) in enumerate(plain.rows):
        if number in place:
            under = place[number]
            columns, factors = [*columns, under, under + 1], [*factors, 1.0, -1.0]
        rows.append((columns, factors, least, most))
    seats = pool.panel.seats
    room = [bound for n in numbers for bound in (pool.quotas[n].least, max(seats - pool.quotas[n].most, 0))]
    highs = program(plain.columns + len(room))
    bounds(highs, np.zeros(plain.columns + len(room)), np.concatenate([plain.most, np.array(room, dtype=float)]))
    add_rows(highs, rows)
    whole(highs, np.arange(plain.columns + len(room)))
    return highs
