"""The bodies that decide, their seats, and who has held them."""

from __future__ import annotations

from functools import partial

from alongside.decisions import services as verbs
from alongside.decisions.models import Seat as SeatRow

from ..words.shapes import Forum, Seat
from .days import Stage
from .world import World

AFTER_SET_UP = 1


def plan(world: World) -> None:
    first = world.story.starts + AFTER_SET_UP
    for forum in world.story.forums:
        world.step(first, Stage.BODY, forum.key, partial(make, world, forum))
    for number, seat in enumerate(world.story.seats):
        made: list[SeatRow] = []  # by the first of the two steps, for the second
        key = f"{seat.forum} {number:02}"
        world.step(max(seat.since, first), Stage.SEAT, key, partial(add, world, seat, made))
        if seat.holder:
            world.step(max(held_since(seat), first), Stage.SEATED, key, partial(hold, world, seat, made))


def held_since(seat: Seat) -> int:
    return seat.since if seat.held_since is None else seat.held_since


def make(world: World, one: Forum) -> None:
    world.forums[one.key] = verbs.make_forum(
        name=one.name,
        kind=one.kind,
        unit=world.units[one.unit],
        decides=one.decides,
        standing=one.ends is None,
        ends_on=None if one.ends is None else world.days.day(one.ends),
        by=world.coordinator,
    )


def add(world: World, one: Seat, made: list[SeatRow]) -> None:
    words = next(forum for forum in world.story.forums if forum.key == one.forum)
    made += verbs.add_seats(
        forum=world.forums[one.forum],
        capacity=one.capacity,
        voting=one.voting,
        lived_experience=one.lived_experience,
        filled_by=one.filled_by,
        since=world.days.day(one.since),
        lone_reason=words.lone_reason,
        by=world.coordinator,
    )


def hold(world: World, one: Seat, made: list[SeatRow]) -> None:
    who = {"user": world.users[one.holder]} if one.holder in world.staff else {"person": world.people[one.holder]}
    verbs.fill_seat(
        seat=made[0], filled_by=one.filled_by, since=world.days.day(held_since(one)), by=world.coordinator, **who
    )
