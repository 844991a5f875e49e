"""Why somebody's chance is what it was: numbers and the kind of reason. Nothing about a group under the threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .lotteries import Explanation, Lottery, Why
from .panels import FULL, Candidate, Panel, Quota


@dataclass(frozen=True)
class Held:
    """A quota that is full (or just met) on every ticket, and the group it is about."""

    quota: Quota
    people: int
    chance: float  # of somebody in the group, if it were shared evenly
    full: bool  # at its most; otherwise at its least


def explain(
    lottery: Lottery, panel: Panel, candidates: Sequence[Candidate], id: str, *, threshold: int = 5
) -> Explanation:
    person = next((candidate for candidate in candidates if candidate.id == id), None)
    if person is None:
        raise ValueError(f"{id} is not among the candidates.")
    tickets, of = lottery.counts.get(id, 0), len(lottery.tickets)
    kind, held = _why(lottery, panel, candidates, person, tickets, of, threshold)
    lowest, highest = spread(lottery.counts, threshold)
    return Explanation(
        kind=kind,
        tickets=tickets,
        of=of,
        one_in=round(of / tickets) if tickets else None,
        lowest=lowest,
        highest=highest,
        weight=person.weight,
        quota=None if held is None else held.quota,
        how_many=None if held is None else held.people,
    )


def spread(counts: Mapping[str, int], threshold: int) -> tuple[int, int]:
    """Fewest and most tickets, so that at least `threshold` people have so few or so many."""
    ordered = sorted(count for count in counts.values() if count)
    if not ordered:
        return 0, 0
    place = min(threshold, len(ordered)) - 1
    low, high = ordered[place], ordered[-1 - place]
    return min(low, high), max(low, high)


def _why(
    lottery: Lottery,
    panel: Panel,
    candidates: Sequence[Candidate],
    person: Candidate,
    tickets: int,
    of: int,
    threshold: int,
) -> tuple[Why, Held | None]:
    if not tickets:
        return (Why.UNREACHABLE if lottery.chances.get(person.id, 0) <= 0 else Why.NONE), None
    if tickets == of:
        return Why.CERTAIN, None
    if person.weight < FULL:
        return Why.TURNS, None
    held = _held(lottery, panel, candidates, person)
    if held is None:
        return Why.EVEN, None
    if held.people < threshold:
        return Why.PRIVATE, None
    return (Why.QUOTA if held.full else Why.LIFTED), held


def _held(lottery: Lottery, panel: Panel, candidates: Sequence[Candidate], person: Candidate) -> Held | None:
    """Of the quotas that touch this person, the one that moves the group's chance furthest from an even draw."""
    bent = {(quota.feature, quota.value): quota for quota in lottery.bent}
    quotas = [bent.get((q.feature, q.value), q) for q in panel.quotas if q.holds(person)]
    even, found = panel.seats / max(len(candidates), 1), list[tuple[float, Held]]()
    for quota in quotas:
        group = [candidate.id for candidate in candidates if quota.holds(candidate)]
        seats = sum(lottery.counts.get(name, 0) for name in group) / len(lottery.tickets)
        chance = seats / len(group)
        down = seats >= quota.most - 1e-6 and chance < even * 0.98
        up = seats <= quota.least + 1e-6 and chance > even * 1.02
        if down or up:
            found.append((abs(chance - even), Held(quota, len(group), chance, full=down)))
    own = lottery.counts.get(person.id, 0) / len(lottery.tickets)
    pulled = [pair for pair in found if pair[1].full == (own <= even)]
    return max(pulled, key=lambda pair: pair[0], default=(0.0, None))[1]
