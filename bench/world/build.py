"""Two organisations in one database: the one that is measured, and a neighbour a tenth of its size."""

from __future__ import annotations

from django.utils import timezone

from ..bulk import Loading, Numbers, settle
from ..sizes import Size
from . import NEIGHBOUR, SLUG
from .calendar import calendar
from .log import Log
from .organisation import organisation
from .post import post
from .register import register
from .rooms import rooms
from .voices import voices


def build(size: Size) -> None:
    numbers = Numbers()
    with Loading():
        for slug, much in ((SLUG, size), (NEIGHBOUR, size.tenth())):
            world = organisation(slug, much, timezone.localdate(), numbers)
            register(world)
            decisions = calendar(world)
            rooms(world, decisions)
            log = Log(world)
            voices(world, decisions, log)
            log.close()
            post(world)
    settle(numbers)
