"""An activity written up by both sides some weeks after its last session, and shown when both say so."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from alongside.core.actor import Actor
from alongside.reports import services as verbs
from alongside.reports.models import WriteUp

from ..words.write_ups import SESSION, STAFF, WRITTEN
from . import meetings
from .world import World

WRITTEN_AFTER, SHOWN_AFTER = timedelta(days=30), timedelta(days=33)


def plan(world: World) -> None:
    slug = world.story.organisation.slug
    if not any(meeting.key == SESSION for meeting in world.story.meetings):
        return  # that is a session of another organisation
    ended = meetings.ends(world, SESSION)
    world.plan.add(ended + WRITTEN_AFTER, f"{slug}: WRITE-UP", partial(write, world))
    world.plan.add(ended + SHOWN_AFTER, f"{slug}: WRITE-UP shown", partial(show, world))


def _who(world: World, key: str) -> Actor:
    return world.coordinator if key == STAFF else world.voice_of(key)


def write(world: World) -> None:
    at = world.meetings[SESSION].opportunity
    for one in WRITTEN:
        verbs.write(opportunity=at, point=one.point, words=one.words, named=one.named, by=_who(world, one.who))


def show(world: World) -> None:
    found = WriteUp.objects.get(opportunity=world.meetings[SESSION].opportunity)
    for key in (WRITTEN[1].who, STAFF):
        verbs.say_ready(write_up=found, by=_who(world, key))
