"""What was written goes out at the end of each day but the last; whom no e-mail reaches is rung."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.utils import timezone

from alongside.home import services as home
from alongside.people import queries as people
from alongside.post import queries as outbox

from . import told
from .days import Days, Stage
from .plan import Plan
from .world import World

TASKS_RUN = (-23, -16)  # the daily tasks, in the last weeks only: reminders of a year ago help nobody
LAST_NIGHT = time(22)
WEEK = 7
LAST_RUNG = -3 * WEEK  # whoever could not be reached since then is still to be rung


def plan(steps: Plan, worlds: Sequence[World]) -> None:
    """The post of one installation goes out at one hour: that of the first organisation."""
    first, days = min(world.story.starts for world in worlds), worlds[0].days
    for offset in _working(days, first)[:-1]:
        steps.add(days.moment(offset, Stage.POST), "POST", partial(home.send_waiting, 10_000))
    for world in worlds:
        for offset in range(world.story.starts + WEEK, LAST_RUNG, WEEK):
            world.step(offset, Stage.RING, "", partial(ring, world))
    for offset in TASKS_RUN:
        steps.add(days.moment(offset, Stage.REMIND), "REMIND", home.run_tasks)
    last = datetime.combine(days.today - timedelta(days=1), LAST_NIGHT, ZoneInfo(days.zone))
    steps.add(last, "REMIND", home.run_tasks)


def _working(days: Days, first: int) -> list[int]:
    return [offset for offset in range(first, 0) if days.day(offset) != days.day(offset - 1)]


def ring(world: World) -> None:
    """Once a week the coordinator rings and writes, and tells those face to face of whom the outbox knows no way."""
    told.tell_by_hand(world)
    since = timezone.now() - timedelta(days=WEEK + 1)
    for message in outbox.stuck_in(world.organisation.pk).filter(created_at__gte=since):
        contact = people.may_contact(message.to_person or 0)
        if contact.possible and contact.kind != "email":
            home.tell_another_way(message=message, channel=contact.kind, by=world.coordinator)
