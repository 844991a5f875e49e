"""HiGHS, held so that the same input gives the same answer: one thread, a fixed seed, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

from .profiles import Floats, Ints

INFINITE = highspy.kHighsInf
Row = tuple[Sequence[int] | Ints, Sequence[float] | Floats, float, float]  # columns, values, least, most


@dataclass
class Rows:
    """Linear rows over numbered columns, gathered before they are given to the solver."""

    rows: list[Row] = field(default_factory=list)

    def add(self, columns: Sequence[int] | Ints, values: Sequence[float] | Floats, least: float, most: float) -> int:
        self.rows.append((columns, values, least, most))
        return len(self.rows) - 1


def program(columns: int) -> highspy.Highs:
    """Minimise; columns between 0 and infinity, without costs, until something else is said."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 7), ("parallel", "off")):
        highs.setOptionValue(option, value)
    highs.addVars(columns, np.zeros(columns), np.full(columns, INFINITE))
    return highs


def add_rows(highs: highspy.Highs, rows: Sequence[Row]) -> None:
    if not rows:
        return
    sizes = [len(row[0]) for row in rows]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
    highs.addRows(
        len(rows),
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[3] for row in rows], dtype=np.float64),
        int(sum(sizes)),
        starts,
        np.concatenate([np.asarray(row[0], dtype=np.int32) for row in rows]),
        np.concatenate([np.asarray(row[1], dtype=np.float64) for row in rows]),
    )


def costs(highs: highspy.Highs, values: Floats) -> None:
    highs.changeColsCost(len(values), np.arange(len(values), dtype=np.int32), np.asarray(values, dtype=np.float64))


def bounds(highs: highspy.Highs, least: Floats, most: Floats) -> None:
    number = len(least)
    highs.changeColsBounds(number, np.arange(number, dtype=np.int32), np.asarray(least, float), np.asarray(most, float))


def whole(highs: highspy.Highs, columns: Sequence[int] | Ints) -> None:
    kinds = np.full(len(columns), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    highs.changeColsIntegrality(len(columns), np.asarray(columns, dtype=np.int32), kinds)


def solve(highs: highspy.Highs, sure: bool = True) -> bool:
    """Is there a solution? Anything but yes and no is an error of the engine, unless no answer will do (`sure`)."""
    highs.run()
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return True
    if not sure or status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return False
    raise RuntimeError(f"The solver stopped: {highs.modelStatusToString(status)}.")


def solve_again(highs: highspy.Highs) -> bool:
    """Presolving can take floors that are met to the last digit for a contradiction; the simplex method does not."""
    if solve(highs, sure=False):
        return True
    highs.setOptionValue("solver", "simplex")
    highs.setOptionValue("presolve", "off")
    return solve(highs)


def values(highs: highspy.Highs) -> Floats:
    return np.array(highs.getSolution().col_value, dtype=np.float64)


def duals(highs: highspy.Highs) -> Floats:
    return np.array(highs.getSolution().row_dual, dtype=np.float64)


def objective(highs: highspy.Highs) -> float:
    return float(highs.getInfo().objective_function_value)
