"""Whole panels: the one that is worth most for given scores, proven; one that exists; people whom no panel can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .polytope import Shape
from .profiles import Floats, Ints
from .solver import add_rows, bounds, costs, program, solve, values, whole


@dataclass(frozen=True)
class Best:
    panel: Ints
    worth: float
    bound: float  # no panel is worth more


class Panels:
    """The panels of a shape, as an integer program that is asked again and again."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.highs = program(shape.columns)
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", 1e-9)
        bounds(self.highs, np.zeros(shape.columns), shape.most)
        add_rows(self.highs, shape.rows)
        whole(self.highs, np.arange(shape.columns))

    def best(self, scores: Floats) -> Best | None:
        """None if there is no panel at all. Scores are brought to one size, so that tolerances mean the same."""
        size = float(np.abs(scores).max()) or 1.0
        wanted = np.zeros(self.shape.columns)
        wanted[: self.shape.size] = -scores / size
        costs(self.highs, wanted)
        if not solve(self.highs):
            return None
        panel = np.rint(values(self.highs)[: self.shape.size]).astype(np.int64)
        bound = -float(self.highs.getInfo().mip_dual_bound) * size
        worth = float(panel @ scores)
        return Best(panel, worth, max(bound, worth))

    def covering(self, missing: Ints, known: Sequence[Ints] = ()) -> tuple[list[Ints], Ints]:
        """Panels that have every profile of `missing` that any panel can have, and the profiles that none can have."""
        found: list[Ints] = []
        left = np.zeros(self.shape.size, dtype=bool)
        left[missing] = True
        for panel in known:
            left &= panel == 0
        while left.any():
            best = self.best(left.astype(np.float64))
            if best is None or best.worth < 0.5:
                break
            found.append(best.panel)
            left &= best.panel == 0
        return found, np.flatnonzero(left)
