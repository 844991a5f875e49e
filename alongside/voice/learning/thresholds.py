"""From which score on a theme is worth suggesting: where most is found for what is suggested wrongly."""

from __future__ import annotations

from collections.abc import Sequence

START = 0.0
CAUTION = 8  # how many right ones the usual place weighs as much as, where a theme has few


def threshold_of(scored: Sequence[tuple[float, bool]], usual: float = -0.35) -> float:
    """The score at which F1 is best; drawn towards the usual one where few were accepted."""
    ordered = sorted(scored, key=lambda each: -each[0])
    total = sum(right for _score, right in ordered)
    if not total:
        return usual
    best, at, found = 0.0, usual, 0
    for n, (score, right) in enumerate(ordered, 1):
        found += right
        f1 = 2 * found / (n + total)
        if f1 > best:
            after = ordered[n][0] if n < len(ordered) else score
            best, at = f1, (score + after) / 2
    return (total * at + CAUTION * usual) / (total + CAUTION)
