"""A year of panels: 120 people, 48 panels of 2 to 8 seats. Who had how many turns, under each policy?

Availability, training and conflicts are drawn at random; everybody has a limit of their own. The same random year is
lived through under every policy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from random import Random
from statistics import mean

from alongside.involvement.draw import (
    FULL,
    Candidate,
    Impossible,
    Maximin,
    Panel,
    TwoSided,
    plan,
    ticket_for,
    turn_weight,
)

from .pools import panel as around
from .pools import people

PEOPLE, PANELS, RUNS = 120, 48, 20
MATTERS = ("gender", "disability", "age")  # features with quotas
POLICIES = ("quick responders", "even each time", "quarter per turn", "quarter per turn, 60 % first turns")


@dataclass(frozen=True)
class Asked:
    """One panel of the year: its seats, and who can come."""

    seats: int
    who: tuple[Candidate, ...]


@dataclass(frozen=True)
class Year:
    never: float
    busiest: float  # share of the seats held by the busiest tenth
    most: int
    highest: float  # mean of the highest chances


def year_of(seed: int) -> tuple[list[Asked], dict[str, int], dict[str, float]]:
    """The panels, everybody's own limit, and how quickly somebody answers."""
    random = Random(seed)
    pool = people(PEOPLE, random)
    free = {person.id: random.uniform(0.2, 0.9) for person in pool}
    trained = {person.id: random.random() < 0.6 for person in pool}
    limits = {person.id: random.choice((1, 2, 2, 3, 4, 6, 12)) for person in pool}
    quick = {person.id: random.random() for person in pool}
    panels = []
    for number in range(PANELS):
        there = [p for p in pool if random.random() < free[p.id] and random.random() > 0.03]
        able = tuple(p for p in there if trained[p.id] or number % 2)
        panels.append(Asked(random.choice((2, 3, 3, 4, 4, 4, 5, 8)), able))
    return panels, limits, quick


def lived(seed: int, policy: str) -> Year:
    panels, limits, quick = year_of(seed)
    turns, highest = dict.fromkeys(limits, 0), []
    for number, asked in enumerate(panels):
        able = tuple(person for person in asked.who if turns[person.id] < limits[person.id])
        if policy == "quick responders":
            picked = tuple(sorted((p.id for p in able), key=lambda name: -quick[name])[: asked.seats])
        else:
            picked, top = drawn(policy, asked.seats, able, turns, f"{seed}/{number}")
            highest.append(top)
        for name in picked:
            turns[name] += 1
    order = sorted(turns.values(), reverse=True)
    busiest = sum(order[: ceil(PEOPLE / 10)]) / max(sum(order), 1)
    return Year(order.count(0), busiest, order[0], mean(highest) if highest else 0.0)


def drawn(
    policy: str, seats: int, able: tuple[Candidate, ...], turns: dict[str, int], number: str
) -> tuple[tuple[str, ...], float]:
    weighted = policy != "even each time"
    pool = tuple(
        replace(p, weight=turn_weight(turns[p.id]) if weighted else FULL, first_turn=not turns[p.id]) for p in able
    )
    share = Fraction(60, 100) if policy.endswith("first turns") else None
    objective = TwoSided() if weighted else Maximin()
    quotas = tuple(quota for quota in around(seats, 2).quotas if quota.feature in MATTERS)
    panel = Panel(seats, quotas, objective=objective, first_turn_share=share)
    try:
        lottery = plan(panel, pool)
    except Impossible:  # not enough people for these quotas: without them
        lottery = plan(replace(panel, seats=min(seats, len(pool)), quotas=()), pool)
    ticket = ticket_for(b"the seed of a simulation", number, len(lottery.tickets))
    return lottery.tickets[ticket - 1], max(lottery.counts.values()) / len(lottery.tickets)


def compared(runs: int = RUNS) -> dict[str, Year]:
    found = {policy: [lived(seed, policy) for seed in range(runs)] for policy in POLICIES}
    return {
        policy: Year(
            mean(year.never for year in years),
            mean(year.busiest for year in years),
            max(year.most for year in years),
            mean(year.highest for year in years),
        )
        for policy, years in found.items()
    }
