"""The three senses of fair, as stages one after the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .generation import Result, Work, improve
from .panels import Leximin, Maximin, Objective, TwoSided
from .polytope import Shape
from .profiles import Floats, Ints, Pool
from .stages import Stage, falling, relaxed, rising

SAFE = 1e-9  # floors are set lower by this much than what was reached, so that the next stage has room


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
    return _stage(field, work, rising(field.pool.scale, field.moving if len(field.moving) else field.open))


def two_sided(field: Field, work: Work, objective: TwoSided, first: Result) -> Fair:
    floor = np.zeros(field.pool.size)
    kept = float(objective.keep) * first.level * (1 - SAFE)
    floor[field.open] = np.minimum(kept * field.pool.scale, field.pool.count)[field.open]
    if not len(field.moving):
        return Fair(first.mixed.shares, first.bound, first.gap)
    second = _stage(field, work, falling(field.pool.scale, field.moving, floor))
    return Fair(second.mixed.shares, first.bound, max(first.gap, second.gap))


def leximin(field: Field, work: Work) -> Fair:
    """Raise the lowest; fix those who cannot have more (their dual is above zero); go on with the others."""
    scale, floor = field.pool.scale, np.zeros(field.pool.size)
    free, lowest, gap = field.open, None, 0.0
    while True:
        result = _stage(field, work, rising(scale, free, floor))
        lowest = result.bound if lowest is None else lowest
        gap = max(gap, result.gap)
        stage = rising(scale, free, floor)
        worth = stage.scores(result.mixed.answer.duals) * scale
        tight = free[worth[free] > 1e-6]
        if not len(tight):
            tight = free
        floor[tight] = (result.level * (1 - SAFE)) * scale[tight]
        free = np.setdiff1d(free, tight)
        if not len(free) or work.left <= 0:
            return Fair(result.mixed.shares, lowest, gap)


def _stage(field: Field, work: Work, stage: Stage) -> Result:
    ideal = relaxed(field.shape, stage, field.closed)
    if ideal is None:
        raise RuntimeError("The relaxation has no answer although there are panels.")
    result = improve(work, stage, ideal.level)
    if result is None:
        raise RuntimeError("The panels found so far lost an answer that they had.")
    return result
