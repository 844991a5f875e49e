"""Stories of what changed most: told, taken apart by two sides, chosen together, and what was learned."""

from __future__ import annotations

from functools import partial

from alongside.journey import services as verbs
from alongside.journey.models import Story, StoryRound

from ..words import stories as words
from ..words.stories import Chose, Told
from .days import Stage
from .world import World

Made = dict[str, StoryRound]


def plan(world: World) -> None:
    if not all(one.who in world.register for one in words.TOLD):
        return  # these are the people of another organisation
    made: Made = {}
    told: dict[str, Story] = {}
    world.step(words.OPENED, Stage.DONE, "stories", partial(ask, world, made))
    for one in words.TOLD:
        world.step(one.day, Stage.DONE, f"story {one.key}", partial(tell, world, one, made, told))
    world.step(words.CHOOSING, Stage.DONE, "stories chosen from", partial(choosing, world, made))
    for number, each in enumerate(words.CHOSE):
        world.step(each.day, Stage.DONE, f"chosen {number}", partial(choose, world, each, made, told))
    for key, day, found, how in words.CHECKED:
        world.step(day, Stage.DONE, f"checked {key}", partial(check, world, told, key, found, how))
    world.step(words.OVER, Stage.DONE, "stories over", partial(over, world, made))


def ask(world: World, made: Made) -> None:
    asked = verbs.Asked(
        question=words.QUESTION,
        about=words.ABOUT,
        until=world.days.day(words.UNTIL),
        domains=words.DOMAINS,
        people=(words.PEOPLE,),
        staff=(words.STAFF,),
        together=words.TOGETHER,
    )
    made["round"] = verbs.open_stories(asked=asked, unit=world.units[words.UNIT], by=world.coordinator)


def tell(world: World, one: Told, made: Made, told: dict[str, Story]) -> None:
    found = made["round"]
    told[one.key] = verbs.tell_story(
        found=found,
        domain=found.domains.get(position=one.domain),
        person=world.people[one.who],
        told=verbs.Told(one.words, one.why, one.audience, one.named, one.use_outside, one.may_check),
        by=world.voice_of(one.who),
    )


def choosing(world: World, made: Made) -> None:
    made["round"] = verbs.start_choosing(found=made["round"], by=world.coordinator)


def choose(world: World, one: Chose, made: Made, told: dict[str, Story]) -> None:
    found = made["round"]
    verbs.choose_story(
        found=found,
        group=found.groups.get(name=one.group),
        domain=found.domains.get(position=one.domain),
        chosen=verbs.Chosen(told[one.story] if one.story else None, one.people, one.staff, one.reason),
        by=world.coordinator,
    )


def check(world: World, told: dict[str, Story], key: str, found: str, how: str) -> None:
    verbs.check_story(story=told[key], found=found, how=how, by=world.coordinator)


def over(world: World, made: Made) -> None:
    verbs.end_stories(
        found=made["round"],
        through=words.THROUGH,
        learned=words.LEARNED,
        next_time=words.NEXT_TIME,
        by=world.coordinator,
    )
