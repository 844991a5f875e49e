"""Pools of people who do not exist. Who offers to take part and who should be in the room differ, as in life."""

from __future__ import annotations

from math import ceil, floor
from random import Random

from alongside.involvement.draw import Candidate, Panel, Quota

Shares = dict[str, tuple[float, float]]  # value -> share of those who offer, share of those it is about

FEATURES: dict[str, Shares] = {
    "age": {"18-24": (0.06, 0.12), "25-44": (0.23, 0.32), "45-64": (0.39, 0.33), "65+": (0.32, 0.23)},
    "gender": {"woman": (0.65, 0.51), "man": (0.32, 0.47), "another": (0.03, 0.02)},
    "ethnicity": {"white": (0.76, 0.7), "asian": (0.11, 0.13), "black": (0.07, 0.1), "mixed/other": (0.06, 0.07)},
    "disability": {"yes": (0.52, 0.4), "no": (0.48, 0.6)},
    "role": {"service user": (0.56, 0.6), "carer": (0.32, 0.28), "both": (0.12, 0.12)},
    "experience": {"new": (0.24, 0.38), "some": (0.34, 0.35), "lots": (0.42, 0.27)},
    "area": {
        "north": (0.3, 0.28),
        "south": (0.24, 0.24),
        "east": (0.2, 0.2),
        "west": (0.15, 0.16),
        "hills": (0.11, 0.12),
    },
}


def people(number: int, random: Random) -> tuple[Candidate, ...]:
    def pick(shares: Shares) -> str:
        return random.choices(list(shares), [offer for offer, _ in shares.values()])[0]

    return tuple(Candidate(f"m{n}", {name: pick(shares) for name, shares in FEATURES.items()}) for n in range(number))


def panel(seats: int, play: int = 1) -> Panel:
    """Quotas around what the place looks like: `play` seats either way of the whole numbers next to it."""
    quotas = [
        Quota(name, value, max(0, floor(about * seats) - play + 1), ceil(about * seats) + play - 1)
        for name, shares in FEATURES.items()
        for value, (_, about) in shares.items()
    ]
    return Panel(seats, tuple(quotas))


def instance(number: int, seats: int, seed: int = 20) -> tuple[Panel, tuple[Candidate, ...]]:
    return panel(seats), people(number, Random(seed))
