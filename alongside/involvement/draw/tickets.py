"""From shares of panels to whole tickets: a fixed number, each as likely as the other."""

from __future__ import annotations

import numpy as np

from .mixture import Columns
from .profiles import Floats, Ints, Pool

Ticket = tuple[str, ...]


def whole_tickets(columns: Columns, shares: Floats, tickets: int) -> Ints:
    """How many tickets each panel gets: rounded down, the rest to the largest remainders."""
    wanted = shares * tickets
    counts = np.floor(wanted + 1e-9).astype(np.int64)
    order = np.argsort(counts - wanted, kind="stable")
    counts[order[: tickets - int(counts.sum())]] += 1
    return counts


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
