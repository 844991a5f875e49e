"""One straight line for each theme, found by the standard library alone.

Support vectors, one theme against the rest, by coordinate descent on the dual (Hsieh and others, 2008): what already
stands on the right side with room to spare is not looked at again until the end. Always the same from the same rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from operator import mul
from random import Random

Row = tuple[Sequence[int], Sequence[float]]

COST = 0.3
PASSES = 12
CLOSE = 0.1  # how far from the best is near enough
ROOM = 1.0  # of every row: the constant beside the columns


def fit(rows: Sequence[Row], right: Sequence[bool], width: int, cost: float = COST) -> tuple[array[float], float]:
    """Weights by column, and what is added to all. `right` says which rows have the theme."""
    descent = _Descent(rows, right, width, cost)
    look = list(range(len(rows)))
    random = Random(len(rows))  # noqa: S311  an order, not a secret
    limit = float("inf")
    for turn in range(PASSES):
        random.shuffle(look)
        look, worst = descent.once(look, limit)
        limit = max(worst, CLOSE) if turn else limit
        if worst < CLOSE:
            break
    return descent.weights, descent.bias


class _Descent:
    def __init__(self, rows: Sequence[Row], right: Sequence[bool], width: int, cost: float) -> None:
        self.rows, self.signs = rows, [1.0 if yes else -1.0 for yes in right]
        self.weights, self.bias = array("d", bytes(8 * width)), 0.0
        self.softness = 0.5 / cost
        self.sizes = [sum(map(mul, values, values)) + ROOM + self.softness for _columns, values in rows]
        self.alphas = [0.0] * len(rows)

    def once(self, look: Sequence[int], limit: float) -> tuple[list[int], float]:
        """Each row that is still looked at, once. Those to look at again, and how far the worst was from its best."""
        weight_of, alphas, softness = self.weights.__getitem__, self.alphas, self.softness
        kept, worst = [], 0.0
        for at in look:
            columns, values = self.rows[at]
            sign, alpha = self.signs[at], alphas[at]
            score = sum(map(mul, map(weight_of, columns), values)) + self.bias
            slope = sign * score - 1 + softness * alpha
            if alpha == 0 and slope > limit:
                continue  # on the right side with room to spare
            kept.append(at)
            if alpha > 0 or slope < 0:
                worst = max(worst, abs(slope))
                alphas[at] = max(alpha - slope / self.sizes[at], 0.0)
                self._move((alphas[at] - alpha) * sign, columns, values)
        return kept, worst

    def _move(self, step: float, columns: Sequence[int], values: Sequence[float]) -> None:
        weights = self.weights
        for column, value in zip(columns, values, strict=True):
            weights[column] += step * value
        self.bias += step
