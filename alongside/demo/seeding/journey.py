"""The road: what was learned, written down on the day, and what became of the aims."""

from __future__ import annotations

from functools import partial
from typing import Any

from alongside.core.actor import Actor
from alongside.journey import services as verbs
from alongside.journey.models import WORDS, Aim

from ..words.journey import AIMS, LEARNED, Aimed, Learned, Word
from .days import Stage
from .world import World


def plan(world: World) -> None:
    if not all(one.who in world.staff or one.who in world.register for one in LEARNED):
        return  # these are the people of another organisation
    made: dict[str, Aim] = {}  # by the first step of each, for the others
    for number, one in enumerate(LEARNED):
        world.step(one.day, Stage.DONE, f"learned {number}", partial(write, world, one))
    for aim in AIMS:
        world.step(aim.day, Stage.DONE, f"aim {aim.key}", partial(aimed, world, aim, made))
        for who, day in aim.agreed:
            world.step(day, Stage.DONE, f"agreed {aim.key} {who}", partial(agree, world, aim, who, made))
        for word in aim.said:
            world.step(word.day, Stage.DONE, f"said {aim.key}", partial(say, world, aim, word, made))


def _actor(world: World, who: str) -> Actor:
    return world.actor(who) if who in world.staff else world.voice_of(who)


def _reader(world: World, kind: str, key: str) -> Any:
    made: dict[str, Any] = {"staff": world.users, "unit": world.units, "body": world.forums, "person": world.people}
    return made[kind][key]


def write(world: World, one: Learned) -> None:
    about = verbs.About(
        decision=world.decisions[one.decision] if one.decision else None,
        unit=world.units[one.unit] if one.unit else None,
        stage=one.stage,
    )
    readers = [_reader(world, *each) for each in one.readers]
    verbs.write_entry(
        words={name: getattr(one, name) for name in WORDS},
        about=about,
        shared=verbs.Shared(one.audience, one.named, readers),
        on=world.days.day(one.day if one.on is None else one.on),
        by=_actor(world, one.who),
    )


def aimed(world: World, one: Aimed, made: dict[str, Aim]) -> None:
    made[one.key] = verbs.write_aim(
        what=one.what,
        sign=one.sign,
        unit=world.units[one.unit] if one.unit else None,
        after=made[one.after] if one.after else None,
        by=_actor(world, one.who),
    )


def agree(world: World, one: Aimed, who: str, made: dict[str, Aim]) -> None:
    verbs.agree(aim=made[one.key], agrees=True, by=_actor(world, who))


def say(world: World, one: Aimed, word: Word, made: dict[str, Aim]) -> None:
    verbs.say_where(aim=made[one.key], says=word.says, words=word.words, by=_actor(world, word.who))
