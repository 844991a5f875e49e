"""Reserves of each ticket, in order: first whoever can step in for most of its people without breaking a quota."""

from __future__ import annotations

import numpy as np

from .profiles import Ints, Pool
from .tickets import Ticket


def reserves_for(pool: Pool, panels: Ints, tickets: tuple[Ticket, ...]) -> tuple[Ticket, ...]:
    if not pool.panel.reserves:
        return ((),) * len(tickets)
    used = np.zeros(pool.size)  # how often a profile has been in reserve, for each person and unit of weight
    turn = [0] * pool.size
    return tuple(_reserve(pool, panel, ticket, used, turn) for panel, ticket in zip(panels, tickets, strict=True))


def _reserve(pool: Pool, panel: Ints, ticket: Ticket, used: np.ndarray, turn: list[int]) -> Ticket:
    members = np.flatnonzero(panel)
    fits = replacements(pool, panel, members)
    left, names = panel[members].astype(float), list[str]()
    free = pool.count - panel
    while len(names) < pool.panel.reserves and (free > 0).any():
        worth = left @ fits - 1e-3 * used / (1 + used.max())
        worth[free <= 0] = -np.inf
        t = int(np.argmax(worth))
        names.append(_next(pool, t, {*ticket, *names}, turn))
        free[t] -= 1
        used[t] += 1 / (pool.count[t] * pool.weight[t])
        left = np.where(fits[:, t] > 0, left * 0.5, left)  # half as urgent, now that one person could step in
    return tuple(names)


def _next(pool: Pool, t: int, taken: set[str], turn: list[int]) -> str:
    members = pool.members[t]
    while members[turn[t] % len(members)] in taken:
        turn[t] += 1
    turn[t] += 1
    return members[(turn[t] - 1) % len(members)]


def replacements(pool: Pool, panel: Ints, members: Ints) -> Ints:
    """[i, t]: may somebody of profile `t` take the seat of `members[i]`?"""
    fits = np.ones((len(members), pool.size), dtype=bool)
    for row in pool.cells:
        least = np.array([*(quota.least for quota in pool.quotas), 0])
        most = np.array([*(quota.most for quota in pool.quotas), pool.panel.seats])
        have = np.zeros(len(least), dtype=np.int64)
        np.add.at(have, row, panel)  # values without a quota fall into the last place
        may_go, may_come = (have > least)[row[members]], (have < most)[row]
        may_go |= row[members] < 0
        may_come = may_come | (row < 0)
        fits &= (row[members][:, None] == row[None, :]) | (may_go[:, None] & may_come[None, :])
    for group in pool.alone:
        have_alone = int(group @ panel)
        after = have_alone - group[members][:, None] + group[None, :]
        fits &= after != 1
    named = np.array(sorted(pool.named.values()), dtype=np.int64)
    fits[:, named] = False
    fits[np.isin(members, named)] = False
    return fits.astype(np.int64)
