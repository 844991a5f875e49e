"""One linear question about chances: how far can a level rise (or fall) while floors and caps hold?

`X` is the expected number of seats of each profile. Rows: X ≥ rise·level + floor and X ≤ sink·level + cap. The same
stage is asked of the relaxation (X anywhere in the polytope: a proven bound) and of the panels found so far.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .polytope import Shape
from .profiles import Floats, Ints, Pool
from .solver import INFINITE, Row, add_rows, bounds, costs, duals, objective, program, solve, solve_again, values

NOTHING = 1e-9


@dataclass(frozen=True)
class Stage:
    cost: float  # of the level, to be minimised: -1 lets it rise, 1 makes it fall
    rise: Floats
    floor: Floats
    sink: Floats
    cap: Floats
    least: float = -INFINITE  # of the level

    @property
    def lower(self) -> Ints:
        return np.flatnonzero((self.rise != 0) | (self.floor > 0))

    @property
    def upper(self) -> Ints:
        return np.flatnonzero(np.isfinite(self.cap) & ~self.joined)

    @property
    def joined(self) -> NDArray[np.bool_]:
        """Where floor and cap move with the level alike, one row does for both."""
        return np.asarray((self.rise != 0) & (self.rise == self.sink) & np.isfinite(self.cap))

    @property
    def sides(self) -> Floats:
        """Right-hand sides, in the order of the rows."""
        return np.concatenate([self.floor[self.lower], self.cap[self.upper]])

    def scores(self, row_duals: Floats) -> Floats:
        """What a seat of each profile is worth."""
        worth = np.zeros(len(self.rise))
        cut = len(self.lower)
        worth[self.lower] += row_duals[:cut]
        worth[self.upper] += row_duals[cut:]
        return worth

    def level(self, seats: Floats) -> float:
        """The level that these expected seats reach."""
        if self.cost < 0:
            rows = np.flatnonzero(self.rise)
            return float(np.min((seats[rows] - self.floor[rows]) / self.rise[rows]))
        rows = np.flatnonzero(self.sink)
        return float(np.max((seats[rows] - self.cap[rows]) / self.sink[rows]))


def rising(scale: Floats, over: Ints, floor: Floats | None = None) -> Stage:
    """Raise the lowest chance of the profiles `over`; `floor` for the others."""
    rise = np.zeros(len(scale))
    rise[over] = scale[over]
    return Stage(-1.0, rise, np.zeros(len(scale)) if floor is None else floor, np.zeros(len(scale)), _none(scale))


def falling(scale: Floats, over: Ints, floor: Floats) -> Stage:
    """Lower the highest chance of the profiles `over`, above `floor`."""
    sink, cap = np.zeros(len(scale)), _none(scale)
    sink[over], cap[over] = scale[over], 0.0
    return Stage(1.0, np.zeros(len(scale)), floor, sink, cap)


def between(scale: Floats, over: Ints, floor: Floats, level: float) -> Stage:
    """Reach the level of `falling` with half as many rows: at any other level the floors are a little off."""
    plain = falling(scale, over, floor)
    rise, lowered = np.zeros(len(scale)), floor.copy()
    rise[over] = scale[over]
    lowered[over] -= level * scale[over]
    return Stage(1.0, rise, lowered, plain.sink, plain.cap, least=level)


def _none(scale: Floats) -> Floats:
    return np.full(len(scale), np.inf)


def stage_rows(stage: Stage, level: int) -> list[Row]:
    """Rows of the relaxation, where column t is profile t."""
    lower = [((t, level), (1.0, -stage.rise[t]), float(stage.floor[t]), INFINITE) for t in stage.lower.tolist()]
    upper = [((t, level), (1.0, -stage.sink[t]), -INFINITE, float(stage.cap[t])) for t in stage.upper.tolist()]
    return [*lower, *upper]


@dataclass(frozen=True)
class Answer:
    level: float
    seats: Floats
    duals: Floats  # of the stage's rows
    shape_duals: Floats


def relaxed(shape: Shape, stage: Stage, closed: Ints | None = None, method: str = "simplex") -> Answer | None:
    """The stage over the relaxation; `closed`: profiles that are in no panel. None if there is no answer."""
    level = shape.columns
    highs = program(level + 1)
    highs.setOptionValue("solver", method)
    if method == "ipm":
        highs.setOptionValue("run_crossover", "off")
    most = shape.most.copy()
    if closed is not None:
        most[closed] = 0
    bounds(highs, np.append(np.zeros(level), -INFINITE), np.append(most, INFINITE))
    costs(highs, np.append(np.zeros(level), stage.cost))
    add_rows(highs, [*shape.rows, *stage_rows(stage, level)])
    if not (solve_again(highs) if method == "simplex" else solve(highs, sure=False)):
        return None
    found, row_duals, cut = values(highs), duals(highs), len(shape.rows)
    return Answer(objective(highs) * stage.cost, found[: shape.size], row_duals[cut:], row_duals[:cut])


def unreachable(pool: Pool, form: Shape) -> Ints:
    """Profiles that even the relaxation cannot seat. One program: everybody who can have a little has it at once."""
    if pool.size == 0:
        return np.zeros(0, dtype=np.int64)
    tried = relaxed(form, rising(pool.scale, np.arange(pool.size)))
    if tried is not None and tried.level > NOTHING:
        return np.zeros(0, dtype=np.int64)
    little = 0.1 / pool.size
    highs = program(form.columns + pool.size)
    bounds(highs, np.zeros(form.columns + pool.size), np.append(form.most, np.full(pool.size, little)))
    costs(highs, np.append(np.zeros(form.columns), -np.ones(pool.size)))
    add_rows(highs, form.rows)
    add_rows(highs, [((t, form.columns + t), (1.0, -1.0), 0.0, float(pool.count[t])) for t in range(pool.size)])
    if not solve(highs):
        return np.arange(pool.size)
    return np.flatnonzero(values(highs)[form.columns :] < little * 1e-2)
