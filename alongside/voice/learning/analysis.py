"""The same line, found with scikit-learn. Only where the extra `analysis` is installed: `available` knows."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import chain
from typing import Any

from .linear import Row

COST = 0.3
SMOOTH = 0.5


def available() -> bool:
    return find_spec("sklearn") is not None


def fit(rows: Sequence[Row], right: Sequence[bool], width: int, cost: float = COST) -> tuple[array[float], float]:
    """Weights by column, and what is added to all. Each column counts by how much more often it stands with the theme
    than without it, before support vectors are looked for (Wang and Manning, 2012); and those to the very end.
    """
    import numpy
    from sklearn.svm import LinearSVC

    if all(right) or not any(right):
        return array("d", bytes(8 * width)), 1.0 if all(right) else -1.0
    matrix, has = _matrix(rows, width), numpy.array(right)
    shares = [SMOOTH + numpy.asarray(matrix[which].sum(axis=0)).ravel() for which in (has, ~has)]
    first, second = (share / share.sum() for share in shares)
    tells = numpy.sqrt(numpy.abs(numpy.log(first / second)))
    model = LinearSVC(C=cost, random_state=0, max_iter=5000).fit(matrix.multiply(tells).tocsr(), has)
    return array("d", (model.coef_[0] * tells).tolist()), float(model.intercept_[0])


def _matrix(rows: Sequence[Row], width: int) -> Any:
    from scipy.sparse import csr_matrix

    starts = [0]
    for columns, _values in rows:
        starts.append(starts[-1] + len(columns))
    columns = list(chain.from_iterable(row[0] for row in rows))
    values = list(chain.from_iterable(row[1] for row in rows))
    return csr_matrix((values, columns, starts), shape=(len(rows), width))
