"""Invented words, put together as they are needed. None of them was said by anybody."""

from __future__ import annotations

from bisect import bisect
from functools import cache
from itertools import accumulate, product
from random import Random

SENTENCES = (
    "The waiting room is too loud to think in.",
    "I waited nine weeks and nobody told me why.",
    "The letter used words that I had to look up.",
    "Could the group meet in the evening once a month?",
    "When I rang, somebody rang me back the same day, and that made the week easier.",
    "The form asks the same thing three times.",
    "Nobody asked me what I wanted before the plan was written.",
    "There is no bus after six, so I miss the end of every session.",
    "I would like to see the budget before it is agreed.",
    "The new room has no window and people leave early.",
    "Please put the questions for the interview in plain words.",
    "My worker changed four times this year.",
    "The job description shuts out people without a car.",
    "It helped that somebody who had been through it was on the panel.",
    "We were shown the plan when it could no longer be changed.",
    "I do not agree with closing the Thursday group.",
    "Could somebody explain how the money is shared out?",
    "The phone line closes just when nights begin to be hard.",
)
SURNAMES = ("Ashdown", "Birch", "Calder", "Dunmore", "Eldridge", "Farrow", "Greaves", "Holloway", "Inman", "Jessop")
GIVEN = ("Ada", "Bilal", "Carys", "Dmitri", "Esi", "Fionn", "Grace", "Hana", "Idris", "Jo", "Kofi", "Lena", "Maeve")
SUBJECTS = ("Support worker", "Crisis line", "Opening hours", "Peer group", "Waiting list", "Training plan", "Lease")
PLACES = ("Northgate", "Quayside", "Elm Road", "The Mill", "Market Street", "Riverside", "Old School")


def said(random: Random) -> str:
    """One to five sentences."""
    return " ".join(random.choices(SENTENCES, k=random.randint(1, 5)))


def name(random: Random) -> str:
    return f"{random.choice(GIVEN)} {random.choice(SURNAMES)}"


def title(random: Random) -> str:
    return f"{random.choice(SUBJECTS)}, {random.choice(PLACES)} {random.randint(1, 99)}"


@cache
def vocabulary() -> tuple[str, ...]:
    """30,000 words that mean nothing, in an order of their own: which are common is where they stand in it."""
    syllables = [a + b for a, b in product("bdfgklmnprstvw", ("a", "e", "i", "o", "u", "ay", "er"))]
    made = ["".join(parts) for length in (1, 2, 3) for parts in product(syllables, repeat=length)][:30_000]
    return tuple(made)


@cache
def _shares() -> list[float]:
    """How often people use the first, the second, the third word: Zipf's law, as it is for English."""
    return list(accumulate(1 / (n + 2.7) for n in range(len(vocabulary()))))


def wide(random: Random) -> str:
    """Thirty-odd words, a few to two hundred; one in ten has one of the usual sentences among them."""
    known, shares = vocabulary(), _shares()
    many = min(max(int(random.lognormvariate(3.3, 0.7)), 3), 200)
    chosen = [known[bisect(shares, random.random() * shares[-1])] for _ in range(many)]
    usual = [random.choice(SENTENCES)] if random.random() < 0.1 else []
    return " ".join([*chosen, *usual]).capitalize()
