"""An attacker with the database, the key, all logs and the attendance of each session matches answers with people.

They try whatever could give an order away and keep what worked best. They do no better than somebody who guesses among
those who were there. `python -m bench pulse` prints it, with more rounds."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from math import sqrt
from typing import Any

import pytest
from django.db import connection

from alongside.audit.models import Event
from alongside.candour import queries
from alongside.candour.models import Pulse, PulseMark, PulseRound, PulseWords
from alongside.candour.services import pulses as writing
from alongside.post.models import Message
from tests.cast import Cast

from .pulsing import answer, asked, close

pytestmark = pytest.mark.django_db
ROUNDS, PEOPLE = 12, 7
Guess = Callable[["Scene"], list[int]]  # people in the order in which their answers would lie


@dataclass
class Scene:
    """What the attacker has of one round: who was there, in every order that is written or could be known."""

    there: list[int]
    invited: list[int]
    signed_in: list[int]  # from sessions and the logs of a proxy: the order in which they really answered
    marked: list[int]  # as the marks lie, read with the installation's key
    rng: random.Random


GUESSES: dict[str, Guess] = {
    "as they stand on the list": lambda scene: scene.there,
    "as they were invited": lambda scene: scene.invited,
    "as they signed in": lambda scene: scene.signed_in,
    "backwards, as they signed in": lambda scene: scene.signed_in[::-1],
    "as the marks lie, with the key": lambda scene: scene.marked,
    "backwards, as the marks lie": lambda scene: scene.marked[::-1],
    "by guessing": lambda scene: scene.rng.sample(scene.there, len(scene.there)),
}
# In what orders the answers can be read: by number, as the table gives them, as they lie on the disk.
READINGS = ("ORDER BY id", "", "ORDER BY id DESC")


def _read(table: str, box: int, how: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT role_deliver FROM {table} WHERE box_id = %s {how}", [box])  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def attacked(cast: Cast, rounds: int, number: int, seed: int) -> dict[str, float]:
    """For each way of guessing, how much of what was said was put to the right person."""
    rng = random.Random(seed)
    hits = {(name, how): 0 for name in GUESSES for how in READINGS}
    for _round in range(rounds):
        pulse, who = asked(cast, number)
        PulseRound.objects.filter(pk=pulse.pk).update(stages=["deliver"])
        order, truth = rng.sample(who, number), {}
        for role, person in enumerate(order):  # an answer that the attacker knows again
            answer(cast, pulse, person, {"role_deliver": role})
            truth[person.pk] = role
        scene = _scene(pulse, [each.pk for each in who], [each.pk for each in order], rng)
        for name, how in hits:
            lying = _read(Pulse._meta.db_table, pulse.box_id, how)
            put = zip(GUESSES[name](scene), lying, strict=True)
            hits[name, how] += sum(truth[person] == told for person, told in put)
        close(cast, pulse)
    return {f"{name} {how}".strip(): found / (rounds * number) for (name, how), found in hits.items()}


def _scene(pulse: PulseRound, there: list[int], order: list[int], rng: random.Random) -> Scene:
    known = {queries.turn_of(pulse, person): person for person in there}
    marks = PulseMark.objects.filter(round=pulse).order_by("id").values_list("digest", flat=True)
    told = Message.objects.filter(kind="pulse_asked", to_person__in=there).order_by("id")
    return Scene(there, list(told.values_list("to_person", flat=True)), order, [known[each] for each in marks], rng)


def by_chance(rounds: int, number: int) -> float:
    """More than that the best of so many ways would not reach by chance: five standard deviations above a guess."""
    return 1 / number + 5 * sqrt(1 / number * (1 - 1 / number) / (rounds * number))


def test_no_order_gives_anybody_away(cast: Cast) -> None:
    found = attacked(cast, ROUNDS, PEOPLE, seed=7)
    assert max(found.values()) <= by_chance(ROUNDS, PEOPLE), found


def test_the_attack_is_one_where_rows_are_only_added(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the usual rows, each after the last, the same attacker knows everybody."""
    numbers = count(1)

    def added(model: Any, of: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        for row in rows[-1:]:
            model.objects.create(id=next(numbers), **of, **row)

    monkeypatch.setattr(writing, "write_anew", added)
    assert max(attacked(cast, 2, PEOPLE, seed=7).values()) == 1


def test_when_it_is_over_nothing_says_who_answered(cast: Cast) -> None:
    """Two rounds with the same people: in one all answered, in the other only five. Afterwards they look the same."""
    left: list[Sequence[object]] = []
    for answering in (8, 5):
        pulse, who = asked(cast, 8)
        for person in who[:answering]:
            answer(cast, pulse, person, {"heard": 4}, "Well.")
        close(cast, pulse)
        names = Event.objects.filter(target=pulse.code).values_list("name", flat=True)
        left.append((sorted(names), PulseMark.objects.count(), Pulse.objects.count()))
    assert left[0] == left[1]
    assert PulseWords.objects.values("box").distinct().count() == 2


def test_the_database_alone_does_not_say_whose_a_mark_is(cast: Cast, settings: object) -> None:
    pulse, who = asked(cast, 5)
    answer(cast, pulse, who[0], {"heard": 1})
    kept = PulseMark.objects.get().digest
    assert queries.turn_of(pulse, who[0].pk) == kept
    settings.LOOKUP_KEY = "another key"  # type: ignore[attr-defined]
    assert kept not in {queries.turn_of(pulse, person.pk) for person in who}
