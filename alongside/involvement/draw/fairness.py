"""The three senses of fair, as stages one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .generation import TOLERANCE, Result, Work, aimed, improve
from .panels import Leximin, Maximin, Objective, TwoSided
from .polytope import Shape
from .profiles import Floats, Ints, Pool
from .stages import Answer, Stage, between, falling, relaxed, rising

NOT_ZERO = 1e-5  # for duals and distances
EXACT = 1e-9  # stages build on one another
SAFE = 1e-7  # floors are set lower by this much than what was reached, so that the next stage has room


@dataclass(frozen=True)
class Fair:
    """The mixture at the end, and what was proven about it. `gap` is the largest of its stages."""

    shares: Floats
    lowest_bound: float
    gap: float


@dataclass(frozen=True)
class Field:
    """A pool without those whom no panel can have (`open` are the others) or every panel has (`moving` are neither)."""

    pool: Pool
    shape: Shape
    open: Ints
    closed: Ints
    moving: Ints


def lottery(field: Field, work: Work, objective: Objective) -> Fair:
    if isinstance(objective, Leximin):
        return leximin(field, work)
    first = maximin(field, work)
    if isinstance(objective, Maximin):
        return Fair(first.mixed.shares, first.bound, first.gap)
    return two_sided(field, work, objective, first)


def maximin(field: Field, work: Work) -> Result:
    return _stage(field, work, rising(field.pool.scale, field.open))


def two_sided(field: Field, work: Work, objective: TwoSided, first: Result) -> Fair:
    floor = np.zeros(field.pool.size)
    kept = float(objective.keep) * first.level * (1 - SAFE)
    floor[field.open] = np.minimum(kept * field.pool.scale, field.pool.count)[field.open]
    if not len(field.moving):
        return Fair(first.mixed.shares, first.bound, first.gap)
    stage = falling(field.pool.scale, field.moving, floor)
    ideal = ideal_of(field, stage)
    second = aimed(work, between(field.pool.scale, field.moving, floor, ideal.level), ideal)
    second = second or improve(work, stage, ideal)
    return Fair(second.mixed.shares, first.bound, max(first.gap, second.gap))


def leximin(field: Field, work: Work) -> Fair:
    """First the leximin of the relaxation: if panels can be mixed to it, nothing is better. If not, stage by stage."""
    seats, lowest = relaxed_leximin(field)
    ideal = Answer(1.0, seats, seats[:0], seats[:0])
    whole = aimed(work, rising(seats, field.open), ideal)
    if whole is not None:
        return Fair(whole.mixed.shares, lowest, max(1 - whole.level, 0.0))
    return staged_leximin(field, work)


def relaxed_leximin(field: Field) -> tuple[Floats, float]:
    """Expected seats, and the lowest chance among them."""
    scale, floor, free = field.pool.scale, np.zeros(field.pool.size), field.open
    lowest: float | None = None
    while True:
        ideal = ideal_of(field, rising(scale, free, floor))
        lowest = ideal.level if lowest is None else lowest
        free = _settle(free, rising(scale, free, floor), ideal, scale, floor)
        if not len(free):
            return ideal.seats, lowest


def staged_leximin(field: Field, work: Work) -> Fair:
    scale, floor, free = field.pool.scale, np.zeros(field.pool.size), field.open
    lowest, gap = None, 0.0
    while True:
        stage = rising(scale, free, floor)
        result = _stage(field, work, stage, tolerance=EXACT)
        lowest = result.bound if lowest is None else lowest
        gap = max(gap, result.gap)
        reached = replace(result.mixed.answer, duals=result.proof, level=result.level)
        free = _settle(free, stage, reached, scale, floor)
        if not len(free):
            return Fair(result.mixed.shares, lowest, gap)
        if work.left <= 0:
            ideal, now = ideal_of(field, rising(scale, free, floor)), result.mixed.answer.seats / scale
            return Fair(result.mixed.shares, lowest, max(gap, 1 - float(now[free].min()) / ideal.level))


def _settle(free: Ints, stage: Stage, answer: Answer, scale: Floats, floor: Floats) -> Ints:
    """Who is still free. Those whose dual is above zero cannot have more than this level: it becomes their floor."""
    worth = (stage.scores(answer.duals) * scale)[free]
    above = (answer.seats / scale)[free] - answer.level
    tight = free[(worth > NOT_ZERO) & (above <= NOT_ZERO * answer.level)]
    tight = tight if len(tight) else free[[int(worth.argmax())]]
    floor[tight] = (answer.level * (1 - SAFE) * scale)[tight]
    return np.setdiff1d(free, tight)


def _stage(field: Field, work: Work, stage: Stage, since: int = 0, tolerance: float = TOLERANCE) -> Result:
    return improve(work, stage, ideal_of(field, stage), since, tolerance)


def ideal_of(field: Field, stage: Stage) -> Answer:
    """The level is that of a corner, which is exact; the target, if it is found, the middle of all that reach it."""
    corner = relaxed(field.shape, stage, field.closed)
    middle = relaxed(field.shape, stage, field.closed, "ipm")
    if corner is None:
        raise RuntimeError("The relaxation has no answer although there are panels.")
    return corner if middle is None else replace(middle, level=corner.level)
