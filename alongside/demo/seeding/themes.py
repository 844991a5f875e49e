"""The coordinator takes the themes that are there, changes one, and says what each voice is about."""

from __future__ import annotations

from functools import partial

from alongside.voice import services as verbs
from alongside.voice.models.themes import ACCEPTED, REJECTED
from alongside.voice.queries import themes as about

from ..words.shapes import Themed
from .days import Stage
from .world import World

TAKEN, REWORDED = -470, -400  # days from today
READ_AFTER = 4  # days: what came in is gone through at the end of the week
OWN = "A wait that nobody explains: for an appointment, a call, a letter or in a waiting room; the list, delays."


def plan(world: World) -> None:
    if not world.story.themes:
        return
    world.step(TAKEN, Stage.SET_UP, "themes", partial(_take, world))
    world.step(REWORDED, Stage.SET_UP, "themes", partial(_reword, world))
    received = {one.key: -one.received_days_ago for one in world.story.contributions}
    for each in world.story.themes:
        for to, keys in ((ACCEPTED, each.about), (REJECTED, each.not_about)):
            for key in keys:
                on = min(received[key] + READ_AFTER, -1)
                world.step(on, Stage.DONE, key, partial(_mark, world, each, key, to))


def _take(world: World) -> None:
    verbs.take_starter_themes(by=world.coordinator)


def _reword(world: World) -> None:
    waiting = about.themes_of(world.coordinator).get(name="Waiting")
    verbs.reword_theme(theme=waiting, name=waiting.name, belongs=OWN, by=world.coordinator)


def _mark(world: World, each: Themed, key: str, to: str) -> None:
    contribution = world.contributions[key]
    theme = about.themes_of(world.coordinator).get(name=each.theme)
    verbs.mark_theme(contribution=contribution, theme=theme, to=to, suggested=to == REJECTED, by=world.coordinator)
