"""Column generation: panels are added until no mixture can be better, or the limit of rounds is reached."""

from __future__ import annotations

from dataclasses import dataclass

from .herding import Herd
from .mixture import Columns, Mixed, Mixture
from .pricing import Panels
from .profiles import Floats, Pool
from .stages import Answer, Stage

TOLERANCE = 1e-5  # relative; what is left of it is reported as the gap
HERDS = (2.2, 1.2, 2.0)  # panels for each profile, one herd after the other
SMOOTH = 0.5


def enough(pool: Pool, share: float) -> int:
    """Panels for a herd; small pools need relatively more."""
    return int(share * pool.size) + 80


@dataclass
class Work:
    """What the stages of one plan share: the panels so far, the solver of panels, the rounds that are left."""

    pool: Pool
    columns: Columns
    panels: Panels
    left: int
    rounds: int = 0

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
    proof: Floats  # the duals that prove it

    @property
    def gap(self) -> float:
        return abs(self.level - self.bound) / max(abs(self.bound), 1e-12)


def aimed(work: Work, stage: Stage, ideal: Answer) -> Result | None:
    """Panels made for this stage alone, if they reach its ideal; the proof is that of the relaxation."""
    mixed = _herded(work, stage, ideal, len(work.columns.panels), TOLERANCE)
    if mixed is None or _gap(mixed, ideal.level, stage) > TOLERANCE:
        return None
    return Result(mixed, mixed.answer.level, ideal.level, ideal.duals)


def improve(work: Work, stage: Stage, ideal: Answer, since: int = 0, tolerance: float = TOLERANCE) -> Result:
    """`ideal`: the answer of the relaxation, a bound and a target. `since`: the first panel that was made for it."""
    mixed = _herded(work, stage, ideal, since, tolerance)
    if mixed is not None and (since == 0 or _gap(mixed, ideal.level, stage) <= tolerance):
        mixture = Mixture(work.columns, stage, since)
    else:
        mixture = Mixture(work.columns, stage)
        mixed = mixture.solve()
    if mixed is None:
        raise RuntimeError("The panels found so far lost an answer that they had.")
    return _priced(work, stage, ideal, mixture, mixed, tolerance)


def _herded(work: Work, stage: Stage, ideal: Answer, since: int, tolerance: float) -> Mixed | None:
    """Panels around the target, as long as they help."""
    mixture, herd = Mixture(work.columns, stage, since), Herd(work.pool, ideal.seats)
    mixed, level = None, 0.0
    for share in (0.0, *HERDS):
        if share and not (work.spend() and work.columns.add(herd.more(enough(work.pool, share)))):
            break
        mixed = (mixture.solve() if len(work.columns.panels) > since else None) or mixed
        if mixed is None:
            continue
        if _gap(mixed, ideal.level, stage) <= tolerance or abs(mixed.answer.level - level) <= tolerance * abs(level):
            break
        level = mixed.answer.level
    return mixed


def _priced(work: Work, stage: Stage, ideal: Answer, mixture: Mixture, mixed: Mixed, tolerance: float) -> Result:
    """Panels that are worth most, by duals that are smoothed towards those of the best proof so far."""
    bound, proof = ideal.level, ideal.duals
    centre: Floats | None = None
    while _gap(mixed, bound, stage) > tolerance and work.spend():
        own = mixed.answer.duals
        new = 0
        for tried in [own] if centre is None else [SMOOTH * centre + (1 - SMOOTH) * own, own]:
            new, proven = _price(work, stage, tried)
            if proven is not None and _closer(stage, proven, bound):
                bound, proof, centre = proven, tried, tried
            centre = own if centre is None else centre
            if new:
                break
        if not new:
            break
        mixed = mixture.solve() or mixed
    level = mixed.answer.level
    return Result(mixed, level, max(bound, level) if stage.cost < 0 else min(bound, level), proof)


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
