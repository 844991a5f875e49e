"""From shares of panels to whole tickets: a fixed number, each as likely as the other. No luck in it, no solver."""

from __future__ import annotations

import numpy as np

from .mending import mend
from .mixture import expected
from .profiles import Floats, Ints, Pool

Ticket = tuple[str, ...]
GRAIN = 2**20  # shares and lags are rounded, so that every machine picks the same panels


def whole_panels(pool: Pool, panels: Ints, shares: Floats, goals: Ints) -> Ints:
    """One panel for each ticket. `goals`: tickets that each person of a profile should have at least."""
    tickets = pool.panel.tickets
    exact = np.rint(shares * GRAIN).astype(np.int64)
    used = np.flatnonzero(exact)
    panels, exact = panels[used], exact[used]
    wanted = np.rint(expected(panels, exact / exact.sum()) * tickets * GRAIN).astype(np.int64)
    sure = exact * tickets // int(exact.sum())
    picked = np.concatenate([np.repeat(np.arange(len(used)), sure), _nearest(pool, panels, sure, wanted)])
    return mend(pool, panels[picked], panels, goals * pool.count, wanted / GRAIN)


def _nearest(pool: Pool, panels: Ints, sure: Ints, wanted: Ints) -> Ints:
    """Panels for the tickets that are left, each time the one that brings the seats nearest to what is wanted."""
    heft = np.maximum(wanted // GRAIN, 1)
    lag = (wanted - GRAIN * (panels * sure[:, None]).sum(axis=0)) // heft
    step = GRAIN // heft
    by_profile = np.ascontiguousarray(panels.T)
    worth = (panels * (2 * lag)).sum(axis=1) - (panels * panels * step).sum(axis=1)
    picked = np.zeros(pool.panel.tickets - int(sure.sum()), dtype=np.int64)
    for number in range(len(picked)):
        best = int(worth.argmax())
        picked[number] = best
        inside = np.flatnonzero(panels[best])
        taken = panels[best, inside] * step[inside] * 2
        worth -= (by_profile[inside] * taken[:, None]).sum(axis=0)
    return picked


def name_seats(pool: Pool, panels: Ints) -> tuple[Ticket, ...]:
    """People of one profile take its seats in turn, so that their numbers of tickets differ by one at most."""
    turn = [0] * pool.size
    tickets = []
    for panel in panels:
        ticket: list[str] = []
        for t in np.flatnonzero(panel).tolist():
            names = pool.members[t]
            ticket += [names[(turn[t] + seat) % len(names)] for seat in range(int(panel[t]))]
            turn[t] += int(panel[t])
        tickets.append(tuple(sorted(ticket)))
    return tuple(tickets)
