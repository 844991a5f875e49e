"""The road of an organisation or of one unit: three months in a row, with what was learned in them, what became of the
aims, and the two accounts."""

from __future__ import annotations

from datetime import date

from alongside.candour.queries import gaps
from alongside.core.actor import Actor
from alongside.core.dates import add_months
from alongside.core.years import Year
from alongside.journey import queries as journey
from alongside.journey.models import REACHED, SAID, STOPPED, STUCK
from alongside.organisation.models import Unit
from alongside.reports.road_values import Road, Stretch

YEARS = 2  # in one picture
MOST_BUMPS, MOST_OTHERS = 3, 3
SHOWN = (REACHED, STUCK, STOPPED)  # of what became of aims; all else of one is “begun” or on the way


def road_of(actor: Actor, unit: Unit | None, year: Year, today: date) -> Road:
    """The year that was asked for and the one before it, up to today: what the actor may see of it."""
    first = gaps.begins(add_months(year.starts, -12 * (YEARS - 1)))
    last = min(year.ends, today)
    entries = journey.quarters(actor, unit, first, last)
    turned = _turned(actor, unit, first, last)
    accounts = gaps.gaps(actor, unit, first, last)
    found, at = [], first
    while at <= last:
        entry = entries.get(at, journey.Quarter())
        found.append(Stretch(at, entry.bumps, entry.people, entry.staff, turned.get(at, {}), accounts.get(at)))
        at = add_months(at, 3)
    return Road(found)


def _turned(actor: Actor, unit: Unit | None, first: date, last: date) -> dict[date, dict[str, int]]:
    """How many aims were begun (or taken up again), reached, stuck, stopped."""
    found: dict[date, dict[str, int]] = {}
    for turn in journey.turns(actor, unit, first, last):
        if turn.state == SAID:
            continue
        name = turn.state if turn.state in SHOWN else "open"
        at = found.setdefault(gaps.begins(turn.on), {})
        at[name] = at.get(name, 0) + 1
    return found
