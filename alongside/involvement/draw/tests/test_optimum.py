"""For every pool that is small enough to list all panels, the engine finds the same optimum as the slow way."""

from dataclasses import replace
from math import ceil

import pytest
from hypothesis import HealthCheck, given, settings

from alongside.involvement.draw import (
    FULL,
    Candidate,
    Impossible,
    Leximin,
    Lottery,
    Maximin,
    Panel,
    Quota,
    TwoSided,
    check,
    plan,
)

from .brute import Slow
from .pools import asked

CLOSE = 2e-5
many = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def with_first_turns(panel: Panel, people: tuple[Candidate, ...]) -> tuple[Panel, tuple[Candidate, ...]]:
    """The share of seats for first turns as a quota of its own: as high as asked for, or as it can be."""
    marked = tuple(replace(p, values={**p.values, "first": "yes" if p.first_turn else "no"}) for p in people)
    plain = replace(panel, first_turn_share=None)
    if panel.first_turn_share is None:
        return plain, marked
    for least in range(ceil(panel.first_turn_share * panel.seats), -1, -1):
        tried = replace(plain, quotas=(*panel.quotas, Quota("first", "yes", least, panel.seats)))
        if Slow(tried, marked).panels:
            return tried, marked
    return plain, marked


def both(panel: Panel, people: tuple[Candidate, ...]) -> tuple[Slow, Lottery | None]:
    slow = Slow(*with_first_turns(panel, people))
    if not slow.panels:
        with pytest.raises(Impossible):
            plan(panel, people)
        return slow, None
    lottery = plan(panel, people)
    assert check(lottery, panel, people) == ()
    assert [name for name, count in lottery.chances.items() if count > 0] == list(slow.weight)
    assert lottery.gap < CLOSE
    return slow, lottery


@many
@given(asked(Maximin()))
def test_maximin(given) -> None:
    slow, lottery = both(*given)
    if lottery:
        assert lottery.lowest == pytest.approx(slow.maximin(), rel=CLOSE)
        assert lottery.bound == pytest.approx(slow.maximin(), rel=CLOSE)


@many
@given(asked(TwoSided()))
def test_two_sided(given) -> None:
    slow, lottery = both(*given)
    if lottery:
        assert lottery.lowest >= 0.95 * slow.maximin() * (1 - CLOSE)
        highest = [lottery.chances[name] / slow.weight[name] for name in slow.moving]
        if highest:
            assert max(highest) == pytest.approx(slow.two_sided(0.95), rel=CLOSE)


@many
@given(asked(Leximin()))
def test_leximin(given) -> None:
    slow, lottery = both(*given)
    if lottery:
        found = sorted(lottery.chances[name] / weight for name, weight in slow.weight.items())
        assert found == pytest.approx(slow.leximin(), rel=1e-4)


@many
@given(asked(TwoSided()))
def test_whole_tickets_keep_what_was_reached(given) -> None:
    """Nobody's tickets are further than a few from a thousand times their chance."""
    slow, lottery = both(*given)
    if lottery:
        assert all(abs(lottery.counts[name] - 1000 * lottery.chances[name]) <= 6 for name in slow.weight)
        assert sum(lottery.counts.values()) == 1000 * given[0].seats


def test_full_weight_is_the_unit() -> None:
    people = (Candidate("a", weight=FULL), Candidate("b", weight=FULL // 4))
    lottery = plan(Panel(1, objective=Maximin()), people)
    assert lottery.counts == {"a": 800, "b": 200}
    assert lottery.lowest == pytest.approx(0.8)
