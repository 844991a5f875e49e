"""What a service is like: moments, told in waves, counted by the quarter; statements agreed to, asked and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from alongside.core.actor import Actor, Kind, system
from alongside.journey import services as verbs
from alongside.journey.models import RatingRound, Statement, Touchpoint
from alongside.people.models import Person

from ..words import touchpoints as words
from ..words.touchpoints import Said
from .days import Stage
from .world import World


@dataclass(repr=False)
class Made:
    moments: dict[str, Touchpoint] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    rounds: dict[int, RatingRound] = field(default_factory=dict)


def plan(world: World) -> None:
    if not all(who in world.register for who in words.AGREED):
        return  # these are the people of another organisation
    made, first = Made(), words.WAVES[0][0]
    world.step(first - 20, Stage.SET_UP, "moments", partial(begin, world, made))
    for day, felt in words.WAVES:
        world.step(day, Stage.SAY, f"told of moments {day}", partial(tell, world, made, felt))
        world.step(day, Stage.REMIND, f"moments counted {day}", partial(count, world))
    key, day, *new = words.REWORDED
    world.step(day, Stage.CHANGE, f"moment reworded {key}", partial(reword, world, made, key, new))
    world.step(words.WAVES[-2][0], Stage.TELL, "words of moments", partial(say, world, made, words.SAID))
    world.step(words.WAVES[-1][0], Stage.TELL, "new words of moments", partial(say, world, made, words.NEW))
    world.step(-1, Stage.REMIND, "moments counted", partial(count, world))
    _plan_statements(world, made)


def _plan_statements(world: World, made: Made) -> None:
    world.step(words.ROUNDS[0][0] - 15, Stage.SET_UP, "statements", partial(word, world, made))
    key, day, text, why = words.OTHER_WORDS
    world.step(day, Stage.CHANGE, f"statement reworded {key}", partial(say_otherwise, world, made, key, text, why))
    for opened, until, given in (*words.ROUNDS, words.RUNNING):
        world.step(opened, Stage.ASK, f"ratings asked {opened}", partial(ask, world, made, opened, until))
        for number, answers in enumerate(given):
            name = f"ratings {opened} {number}"
            world.step(opened + 3 + number, Stage.SAY, name, partial(rate, made, opened, number, answers))
        if until < 0:
            world.step(until + 3, Stage.REMIND, f"ratings over {until}", partial(over, world))


def _nobody(world: World) -> Actor:
    return Actor(kind=Kind.PUBLIC, organisation_id=world.organisation.pk)


def begin(world: World, made: Made) -> None:
    before: Touchpoint | None = None
    for key, name, about in words.MOMENTS:
        unit, by = world.units[words.UNIT], world.coordinator
        before = verbs.write_touchpoint(unit=unit, name=name, about=about, after=before, by=by)
        made.moments[key] = before
    verbs.name_feelings(words=words.FEELINGS, by=world.coordinator)


def tell(world: World, made: Made, felt: Mapping[str, tuple[int, ...]]) -> None:
    for key, values in felt.items():
        for value in values:
            verbs.tell_touch(touchpoint=made.moments[key], felt=verbs.Felt(value), by=_nobody(world))


def count(world: World) -> None:
    verbs.count_what_was_told(organisation=world.organisation, by=system(world.organisation.pk))


def reword(world: World, made: Made, key: str, new: Sequence[str]) -> None:
    name, about, why = new
    made.moments[key] = verbs.reword_touchpoint(
        touchpoint=made.moments[key], name=name, about=about, why=why, by=world.coordinator
    )


def say(world: World, made: Made, said: Sequence[Said]) -> None:
    for one in said:
        person: Person | None = world.people[one.who] if one.who else None
        told, _code = verbs.tell_touch(
            touchpoint=made.moments[one.moment],
            felt=verbs.Felt(one.felt, one.words, one.audience, bool(person)),
            person=person,
            by=world.voice_of(one.who) if one.who else _nobody(world),
        )
        if not one.unread:
            verbs.read_telling(telling=told, hold=bool(one.held), held_why=one.held, by=world.coordinator)


# Statements.


def word(world: World, made: Made) -> None:
    for key, text in words.STATEMENTS:
        made.statements[key] = _agreed(
            world,
            verbs.write_statement(text=text, unit=world.units[words.UNIT], by=world.coordinator),
            words.AGREED,
        )


def _agreed(world: World, statement: Statement, people: Sequence[str]) -> Statement:
    for who in people:
        verbs.agree_statement(statement=statement, agrees=True, by=world.voice_of(who))
    verbs.agree_statement(statement=statement, agrees=True, by=world.coordinator)
    return statement


def say_otherwise(world: World, made: Made, key: str, text: str, why: str) -> None:
    new = verbs.reword_statement(statement=made.statements[key], text=text, why=why, by=world.coordinator)
    made.statements[key] = _agreed(world, new, words.AGAIN)


def ask(world: World, made: Made, opened: int, until: int) -> None:
    made.rounds[opened] = verbs.ask_for_ratings(
        until=world.days.day(until), unit=world.units[words.UNIT], by=world.coordinator
    )


def rate(made: Made, opened: int, number: int, answers: Sequence[int]) -> None:
    """Each from a browser of its own."""
    found = made.rounds[opened]
    codes = found.rated.order_by("position").values_list("code", flat=True)
    given = {code: value for code, value in zip(codes, answers, strict=True) if value}
    by = Actor(kind=Kind.PUBLIC, organisation_id=found.organisation_id)
    verbs.rate(found=found, given=given, by=by, browser=f"{opened} {number}")


def over(world: World) -> None:
    verbs.close_ratings_that_are_over(organisation=world.organisation, by=system(world.organisation.pk))
