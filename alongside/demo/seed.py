"""The demonstration: invented organisations with eighteen months of life in them, lived through the verbs.

Nothing is written past a verb, so whatever stands in the demonstration could have been written by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone

from .seeding import (
    accounts,
    asking,
    attached,
    bids,
    claims,
    closes,
    co_audits,
    concerns,
    deciding,
    drawing,
    elections,
    equality,
    function,
    held,
    journey,
    letterboxes,
    limits,
    meetings,
    owing,
    own_record,
    packs,
    panels,
    post,
    pulses,
    register,
    seats,
    setting_up,
    showing,
    stories,
    themes,
    together,
    told,
    touchpoints,
    voices,
    write_ups,
)
from .seeding.chance import same_every_time
from .seeding.days import Days
from .seeding.plan import Plan, live_through
from .seeding.world import World
from .words import STORIES
from .words.shapes import Story

SLUGS = tuple(story.organisation.slug for story in STORIES)
SLUG = SLUGS[0]  # the one that the guided path is about
# In this order where two things happen at the same minute.
FAMILIES = (
    *(setting_up, register, seats, elections, deciding, asking, drawing, panels, meetings, voices, owing, held, told),
    *(concerns, co_audits, function, equality),
    *(together, showing, letterboxes, attached, themes, limits, pulses, claims, bids, own_record, write_ups),
    *(journey, stories, touchpoints, closes, accounts, packs),
)


def _nothing(done: int, of: int) -> None:
    pass


@transaction.atomic
def load(
    today: date | None = None,
    progress: Callable[[int, int], None] = _nothing,
    stories: tuple[Story, ...] = STORIES,
) -> None:
    """Make every organisation of the demonstration as it stands on `today`. Twice on the same day: the same codes."""
    plan, today = Plan(), today or timezone.localdate()
    worlds = [_world(story, plan, today) for story in stories]
    for world in worlds:
        for family in FAMILIES:
            family.plan(world)
    post.plan(plan, worlds)
    with same_every_time(" and ".join(story.organisation.slug for story in stories)):
        live_through(plan, progress)


def _world(story: Story, plan: Plan, today: date) -> World:
    words = story.organisation
    return World(story=story, plan=plan, days=Days(today, words.timezone, words.nation))
