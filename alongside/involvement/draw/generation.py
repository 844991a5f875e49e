"""Column generation: panels are added until no mixture can be better, or the limit of rounds is reached."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .mixture import Columns, Mixed, Mixture
from .pricing import Panels
from .profiles import Floats
from .stages import Stage

TOLERANCE = 1e-5  # relative; what is left of it is reported as the gap


@dataclass
class Work:
    """What the stages of one plan share: the panels, the solver of panels, the rounds that are left."""

    columns: Columns
    panels: Panels
    left: int
    rounds: int = 0
    smooth: float = 0.5
    notes: list[str] = field(default_factory=list)

    def spend(self) -> bool:
        if self.left <= 0:
            return False
        self.left -= 1
        self.rounds += 1
        return True


@dataclass(frozen=True)
class Result:
    mixed: Mixed
    level: float
    bound: float  # proven: the level cannot be better than this

    @property
    def gap(self) -> float:
        return abs(self.level - self.bound) / max(abs(self.bound), 1e-12)


def improve(work: Work, stage: Stage, bound: float, tolerance: float = TOLERANCE) -> Result | None:
    """`bound`: a level that is proven to be unreachable or just reachable, for instance of the relaxation."""
    mixture = Mixture(work.columns, stage)
    mixed = mixture.solve()
    if mixed is None:
        return None
    centre: Floats | None = None
    while _gap(mixed, bound, stage) > tolerance and work.spend():
        own = mixed.answer.duals
        tried = own if centre is None else work.smooth * centre + (1 - work.smooth) * own
        new, better = _price(work, stage, tried)
        if better is not None and _closer(stage, better, bound):
            bound, centre = better, tried
        if not new and centre is not None and not np.array_equal(tried, own):
            new, better = _price(work, stage, own)
            if better is not None and _closer(stage, better, bound):
                bound, centre = better, own
        if not new:
            break
        mixed = mixture.solve() or mixed
    return Result(mixed, mixed.answer.level, bound)


def _price(work: Work, stage: Stage, row_duals: Floats) -> tuple[int, float | None]:
    """How many new panels these duals give, and the bound on the level that they prove."""
    best = work.panels.best(stage.scores(row_duals))
    if best is None:
        return 0, None
    proven = float(row_duals @ stage.sides) - best.bound
    return work.columns.add([best.panel]), proven * stage.cost


def _gap(mixed: Mixed, bound: float, stage: Stage) -> float:
    return (bound - mixed.answer.level) * -stage.cost / max(abs(bound), 1e-12)


def _closer(stage: Stage, level: float, bound: float) -> bool:
    return level < bound if stage.cost < 0 else level > bound
