"""The limits of signs, set with two people who take part: one agrees, one does not, and both stand there."""

from __future__ import annotations

from functools import partial

from alongside.candour import services as candour

from ..words.limits import AGREED
from .days import Stage
from .world import World


def plan(world: World) -> None:
    if not all(key in world.register for key, _agrees, _said in AGREED.asked):
        return  # these are the people of another organisation
    world.step(AGREED.day, Stage.DONE, "limits of signs", partial(agree, world))


def agree(world: World) -> None:
    candour.set_limits(
        values=AGREED.values,
        why=AGREED.why,
        asked=[candour.Answer(world.people[key], agrees, said) for key, agrees, said in AGREED.asked],
        from_day=world.days.day(AGREED.day),
        by=world.coordinator,
    )
