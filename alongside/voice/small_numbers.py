"""Numbers for everybody, from which nobody can be worked out. Pure.

Three rules together, because each alone can be got round. Counts are of whole months that are over, so that two visits
do not show what one person was told between them. They are rounded down to a step of at least ten: what is shown as 40
may be 40 to 49. And they are never broken down by two things at once; nor by one, where a part and the whole together
would say more of a small part than that it is small. So whoever takes one figure from another (a part from the whole,
one month's page from the next) is left with as many possibilities as before: see the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .suppression import Key, protect

LEAST_STEP = 10
WHOLE = ()


@dataclass(frozen=True)
class About:
    """“40 or more”, or “fewer than 10”. The number behind it is not kept."""

    least: int  # 0: fewer than a step
    step: int

    @property
    def few(self) -> bool:
        return self.least == 0


def step_of(threshold: int) -> int:
    return max(threshold, LEAST_STEP)


def about(number: int, threshold: int) -> About:
    step = step_of(threshold)
    return About(number - number % step, step)


def table(counts: Mapping[str, int], threshold: int) -> dict[str, About] | None:
    """Each part rounded by itself, so that the whole may stand beside it. Nothing at all when there are too few
    altogether, or when the whole would give a small part away."""
    parts: dict[Key, int] = {(name,): number for name, number in counts.items()}
    shown, _proved = protect(parts, {**{part: [part] for part in parts}, WHOLE: list(parts)}, step_of(threshold))
    if shown[WHOLE] is None:
        return None
    return {name: about(number, threshold) for name, number in counts.items()}


def twelve_months(today: date) -> tuple[date, date]:
    """The first and the last day of the last twelve months that are over."""
    last = today.replace(day=1) - timedelta(days=1)
    after = last + timedelta(days=1)
    return after.replace(year=after.year - 1), last
