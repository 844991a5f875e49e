"""Ten years of decisions: one in twenty still to be taken, a third taken with people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from alongside.decisions.models import Decision, DecisionStatus, TakenWithout

from .. import words
from ..bulk import code, put
from .organisation import World

YEARS = 10
AUDIENCES = ("contributors",) * 8 + ("staff",) + ("public",)
COLUMNS = (
    *("id", "organisation", "code", "title", "kind", "unit", "owner", "audience", "opened_on", "due_on", "state"),
    *("decided_on", "taken", "people_count", "outcome", "reason", "reserved", "open_part", "fixed_part", "decider"),
)


def calendar(world: World) -> range:
    """Returns the numbers of the decisions."""
    first = world.numbers.following(Decision)
    exceptions: list[tuple[object, ...]] = []
    states: list[tuple[object, ...]] = []
    put(Decision, COLUMNS, _decisions(world, states, exceptions))
    put(DecisionStatus, ("decision", "state", "effective_on"), states)
    put(TakenWithout, ("organisation", "decision", "reason", "allowed_by", "on"), exceptions)
    return range(first, world.numbers.following(Decision))


def _decisions(
    world: World, states: list[tuple[object, ...]], exceptions: list[tuple[object, ...]]
) -> Iterator[tuple[object, ...]]:
    total, random = world.size.decisions, world.random
    for n in range(total):
        number = world.numbers.take(Decision)
        opened = world.ago(YEARS * 365 * (total - n) // total)
        kind, unit = random.choice(world.kinds), random.choice(world.units)
        reserved = kind.pk in world.reserved
        if n % 20 == 0:
            opened = world.ago(random.randint(10, 200))
            rest = _planned(world)
        elif n % 50 == 1:
            rest = (None, "dropped", None, "", 0, "", "The money went elsewhere.", False)
        else:
            rest = _decided(world, opened + timedelta(days=random.randint(5, 60)), reserved)
        states.append((number, rest[1], (rest[2] or opened.isoformat())))
        if rest[3] == "excepted":
            why, allowed = "The panel could not meet in time.", world.cast["coordinator"].pk
            exceptions.append((world.org.pk, number, why, allowed, rest[2]))
        yield (
            *(number, world.org.pk, code(number), words.title(random), kind.pk, unit.pk),
            *(random.choice(world.staff).pk, random.choice(AUDIENCES), opened.isoformat(), *rest),
            *("What it is for and how it is done.", "The money.", "The team manager"),
        )


def _planned(world: World) -> tuple[object, ...]:
    """Due from two months ago, so that an outcome is owed, to ten months ahead."""
    due = world.today + timedelta(days=world.random.randint(-60, 300))
    return due.isoformat(), "planned", None, "", 0, "", "", False


def _decided(world: World, day, reserved: bool) -> tuple[object, ...]:  # type: ignore[no-untyped-def]
    decided = min(day, world.today).isoformat()
    chance = world.random.random()
    taken = "with" if chance < 0.35 else "excepted" if reserved and chance < 0.6 else "without"
    if reserved and taken == "without":
        taken = "with"
    number = world.random.randint(2, 6) if taken == "with" else 0
    return decided, "decided", decided, taken, number, "It was agreed.", "It is what people asked for.", reserved
