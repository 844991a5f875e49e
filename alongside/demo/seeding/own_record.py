"""Whoever leaves and signs in takes their own record with them, on their last day here."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.utils import timezone

from alongside.home.own_record import Setting, Wanted, seen_as
from alongside.home.queries import own_record
from alongside.home.services import own_records

from .days import Stage
from .world import World


def plan(world: World) -> None:
    for one in world.register.values():
        if one.status == "left" and one.signs_in and one.status_since is not None:
            # A stage before the one in which they leave.
            world.step(-one.status_since, Stage.MOVE, f"{one.key} record", partial(take, world, one.key))


def take(world: World, key: str) -> None:
    person, organisation, by = world.people[key], world.organisation, world.voice_of(key)
    lines = own_record.lines_of(person)
    if not lines:
        return
    wanted = Wanted(frozenset(line.key for line in lines), person.name)
    address = f"{settings.ASSUME_PUBLIC_ADDRESS}/{organisation.slug}/"
    setting = Setting(organisation.name, address, timezone.localdate())
    seen = seen_as(own_records.compose(person=person, wanted=wanted, setting=setting, by=by, lines=lines))
    own_records.make_own_record(person=person, wanted=wanted, setting=setting, seen=seen, by=by)
