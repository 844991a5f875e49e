"""Whole tickets lose a little of the lowest chance. Exchanging single seats gives it back where quotas allow.

If no seat goes directly from a profile that has enough to one that lacks, a chain of exchanges is looked for; then
another panel for a whole ticket.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from .profiles import Floats, Ints, Pool

Marks = NDArray[np.bool_]
Swap = tuple[int, int, int]  # on this ticket, this profile goes, that one comes
LOOKED_AT = 100  # profiles, for one chain


class Tickets:
    """All tickets at once, with what the quotas count on each."""

    def __init__(self, pool: Pool, panels: Ints) -> None:
        self.pool, self.panels = pool, panels.copy()
        last = len(pool.quotas)
        self.cells = np.where(pool.cells < 0, last, pool.cells)
        self.least = np.array([*(quota.least for quota in pool.quotas), 0], dtype=np.int64)
        self.most = np.array(
            [*(quota.most for quota in pool.quotas), pool.panel.seats * len(self.cells)], dtype=np.int64
        )
        member = np.zeros((pool.size, last + 1), dtype=np.int64)
        for row in self.cells:
            member[np.arange(pool.size), row] += 1
        self.member, self.have = member, panels @ member
        self.seats = panels.sum(axis=0)
        self.free = np.ones(pool.size, dtype=bool)
        self.free[sorted(pool.named.values())] = False
        self.slots = np.array([np.repeat(np.arange(pool.size), panel) for panel in panels], dtype=np.int64)

    def may_come(self, t: int) -> Marks:
        """[ticket, slot]: may this profile take the seat?"""
        slots = self.slots
        fits: Marks = self.free[slots] & (self.panels[:, t] < self.pool.count[t])[:, None] & (slots != t)
        for row in self.cells:
            there = row[slots]
            spare = np.take_along_axis(self.have > self.least, there, axis=1)
            room = self.have[:, row[t]] < self.most[row[t]]
            fits &= (there == row[t]) | (spare & room[:, None])
        for group in [*self.pool.alone, *([self.pool.first] if self.pool.first_least else [])]:
            after = (self.panels @ group)[:, None] - group[slots] + group[t]
            fits &= after >= self.pool.first_least if group is self.pool.first else after != 1
        return fits

    def swap(self, swap: Swap) -> None:
        ticket, goes, comes = swap
        slot = int(np.flatnonzero(self.slots[ticket] == goes)[0])
        self.slots[ticket, slot] = comes
        for t, change in ((goes, -1), (comes, 1)):
            self.panels[ticket, t] += change
            self.seats[t] += change
            self.have[ticket] += change * self.member[t]

    def replace(self, ticket: int, panel: Ints) -> None:
        self.seats += panel - self.panels[ticket]
        self.panels[ticket] = panel
        self.have[ticket] = panel @ self.member
        self.slots[ticket] = np.repeat(np.arange(self.pool.size), panel)


def mend(pool: Pool, panels: Ints, others: Ints, goals: Ints, wanted: Floats) -> Ints:
    """Raise every profile to its goal, as far as it goes; take from those who are furthest above what they should have.

    `others`: panels that may take the place of one.
    """
    tickets = Tickets(pool, panels)
    given_up = ~tickets.free
    while True:
        lacking = (tickets.seats < goals) & ~given_up
        if not lacking.any():
            return tickets.panels
        t = int(np.flatnonzero(lacking)[0])
        if not _raise(tickets, t, goals, wanted) and not _replace(tickets, t, others, goals):
            given_up[t] = True


def _raise(tickets: Tickets, lacking: int, goals: Ints, wanted: Floats) -> bool:
    """One more seat for this profile, by the shortest chain that ends at one with a seat to spare."""
    over = np.where((tickets.seats > goals) & tickets.free, tickets.seats - wanted, -np.inf) / tickets.pool.count
    came: dict[int, Swap | None] = {lacking: None}
    queue = deque([lacking])
    for _ in range(LOOKED_AT):
        if not queue:
            return False
        t = queue.popleft()
        places = np.argwhere(tickets.may_come(t))
        goers = tickets.slots[places[:, 0], places[:, 1]]
        if len(goers) and np.isfinite(over[goers]).any():
            best = int(over[goers].argmax())
            came[int(goers[best])] = (int(places[best, 0]), int(goers[best]), t)
            return _follow(tickets, came, int(goers[best]))
        profiles, firsts = np.unique(goers, return_index=True)
        for goes, first in zip(profiles.tolist(), firsts.tolist(), strict=True):
            if goes not in came:
                came[goes] = (int(places[first, 0]), goes, t)
                queue.append(goes)
    return False


def _replace(tickets: Tickets, lacking: int, others: Ints, goals: Ints) -> bool:
    """Another panel for the ticket where that leaves the least lack, if it leaves less than there is."""
    spare = tickets.seats - goals
    close = np.flatnonzero(spare <= max(int(others.max()), int(tickets.panels.max())))
    now = int(np.maximum(-spare[close], 0).sum())
    best = (now, 0, 0)
    for number in np.flatnonzero(others[:, lacking])[:LOOKED_AT].tolist():
        left = spare[close] + others[number, close] - tickets.panels[:, close]
        lack = np.maximum(-left, 0).sum(axis=1)
        best = min(best, (int(lack.min()), int(lack.argmin()), number))
    if best[0] >= now:
        return False
    tickets.replace(best[1], others[best[2]])
    return True


def _follow(tickets: Tickets, came: dict[int, Swap | None], start: int) -> bool:
    """Make the exchanges of a chain. Two on one ticket could disturb each other: then the chain is not used."""
    chain: list[Swap] = []
    step = came[start]
    while step is not None:
        chain.append(step)
        step = came[step[2]]
    if len({ticket for ticket, _, _ in chain}) < len(chain):
        return False
    for swap in chain:
        tickets.swap(swap)
    return True
