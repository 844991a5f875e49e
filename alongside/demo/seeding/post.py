"""What was written goes out at the end of each day; in the last weeks the daily tasks run as well."""

from __future__ import annotations

from functools import partial

from alongside.home import services as home

from .days import Days, Stage
from .plan import Plan

TASKS_RUN = (-15, -8, -1)


def plan(steps: Plan, days: Days, first: int) -> None:
    """`days` of the first organisation: the post of one installation goes out at one hour."""
    for offset in range(first, 0):
        if days.day(offset) == days.day(offset - 1):
            continue
        steps.add(days.moment(offset, Stage.POST), "POST", partial(home.send_waiting, 10_000))
    for offset in TASKS_RUN:
        steps.add(days.moment(offset, Stage.REMIND), "REMIND", home.run_tasks)
