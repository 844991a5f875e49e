"""The panels found so far, and the mixture of them that answers a stage best (the master of the column generation)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from .profiles import Floats, Ints
from .solver import INFINITE, add_rows, bounds, costs, duals, objective, program, solve_again, values
from .stages import Answer, Stage

LARGE = 20_000  # entries


def expected(panels: Ints, shares: Floats) -> Floats:
    """Seats of each profile, added up in one order on every machine."""
    return np.asarray((panels * shares[:, None]).sum(axis=0), dtype=np.float64)


class Columns:
    """Panels, each once, in the order in which they were found."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.panels: list[Ints] = []
        self.seen: dict[bytes, int] = {}

    def add(self, panels: Iterable[Ints]) -> int:
        """How many were new."""
        before = len(self.panels)
        for panel in panels:
            key = panel.astype(np.int16).tobytes()
            if key not in self.seen:
                self.seen[key] = len(self.panels)
                self.panels.append(panel)
        return len(self.panels) - before

    @property
    def matrix(self) -> Ints:
        return np.array(self.panels, dtype=np.int64).reshape(len(self.panels), self.size)


@dataclass(frozen=True)
class Mixed:
    answer: Answer
    shares: Floats


class Mixture:
    """One stage over the panels `since` a number. Column 0 is the level, the others are shares that add up to 1."""

    def __init__(self, columns: Columns, stage: Stage, since: int = 0) -> None:
        self.columns, self.stage = columns, stage
        self.since = self.given = since
        self.entries = 0
        self.highs = program(1)
        self.highs.setOptionValue("simplex_strategy", 4)  # primal: old shares stay feasible when columns come in
        bounds(self.highs, np.array([stage.least]), np.array([INFINITE]))
        costs(self.highs, np.array([stage.cost]))
        most = np.where(stage.joined, stage.cap, INFINITE)
        lower = [((0,), (-stage.rise[t],), float(stage.floor[t]), float(most[t])) for t in stage.lower.tolist()]
        upper = [((0,), (-stage.sink[t],), -INFINITE, float(stage.cap[t])) for t in stage.upper.tolist()]
        add_rows(self.highs, [((), (), 1.0, 1.0), *lower, *upper])

    def _add_new(self) -> None:
        new = self.columns.panels[self.given :]
        if not new:
            return
        stage, matrix = self.stage, np.array(new, dtype=np.float64)
        entries = np.hstack([np.ones((len(new), 1)), matrix[:, stage.lower], matrix[:, stage.upper]])
        rows, places = np.nonzero(entries)
        starts = np.searchsorted(rows, np.arange(len(new))).astype(np.int32)
        free = np.zeros(len(new))
        self.highs.addCols(
            *(len(new), free, free, np.full(len(new), INFINITE), len(places)),
            *(starts, places.astype(np.int32), entries[rows, places]),
        )
        self.given = len(self.columns.panels)
        self.entries += len(places)

    def solve(self) -> Mixed | None:
        self._add_new()
        if not self._solved():
            return None
        shares = np.zeros(len(self.columns.panels))
        shares[self.since :] = np.clip(values(self.highs)[1:], 0, None)
        shares /= shares.sum()
        row_duals = duals(self.highs)
        seats = expected(self.columns.matrix, shares)
        answer = Answer(objective(self.highs) * self.stage.cost, seats, row_duals[1:], row_duals[:1])
        return Mixed(answer, shares)

    def _solved(self) -> bool:
        """Large mixtures by the interior point method: far faster, and exact enough for a share."""
        if self.entries > LARGE:
            self.highs.setOptionValue("solver", "ipm")
            self.highs.setOptionValue("run_crossover", "off")
        return solve_again(self.highs)
