"""Months closed by the coordinator and the one whom contributors chose; one opened again; the last one open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from alongside.core import periods
from alongside.core.actor import Medium
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.reports import services as verbs
from alongside.reports.models import PeriodClose
from alongside.reports.queries import closes as queries
from alongside.voice import services as voice
from alongside.voice.models import Via

from ..words.closes import FOUND, LAST_CLOSED, LAST_YEAR, MONTH_BEFORE, REOPENED, SIGNER, Closed
from .days import Stage
from .world import World

TERM = timedelta(days=700)
AFTER, REOPENED_AFTER = timedelta(days=4), timedelta(days=11)  # the last day
AT = time(16, 45)


def plan(world: World) -> None:
    if SIGNER.who not in world.register:
        return  # these are the people of another organisation
    world.step(SIGNER.day, Stage.DONE, "signer of closes", partial(choose, world))
    for one in (MONTH_BEFORE, LAST_CLOSED, LAST_YEAR):
        days = _days(world, one)
        if days.last + AFTER < world.days.today:
            _add(world, days.last + AFTER, f"CLOSE {days.slug}", partial(close, world, one, days))
    again = _days(world, MONTH_BEFORE)
    _add(world, again.last + REOPENED_AFTER, "CLOSE again", partial(reopen, world, again))
    world.step(-1, Stage.REMIND, "draft of the month", partial(draft, world, _days(world, LAST_CLOSED).after))


def _days(world: World, one: Closed) -> Period:
    """By a year that begins in April, as here."""
    found = periods.of_day(one.kind, world.days.today, 4)
    for _each in range(one.back):
        found = found.before
    return found


def _add(world: World, day: date, name: str, do: partial[None]) -> None:
    if day < world.days.day(SIGNER.day):
        day = world.days.day(SIGNER.day) + timedelta(days=1)  # a year that was over before anybody was chosen
    when = datetime.combine(day, AT, ZoneInfo(world.days.zone))
    world.plan.add(when, f"{world.story.organisation.slug}: {name}", do)


def choose(world: World) -> None:
    today = world.days.day(SIGNER.day)
    verbs.appoint_signer(
        person=world.people[SIGNER.who],
        shown_as=SIGNER.shown_as,
        how_chosen=SIGNER.how,
        asked=[verbs.Answer(world.people[key], agrees, said) for key, agrees, said in SIGNER.asked],
        from_day=today,
        until_day=today + TERM,
        by=world.coordinator,
    )


def _begun(world: World, days: Period) -> PeriodClose:
    """The daily tasks may have drafted it."""
    found = queries.newest_of(world.organisation.pk, days)
    return found or verbs.begin_close(period=days, by=world.coordinator)


def close(world: World, one: Closed, days: Period) -> None:
    found, mo = _begun(world, days), world.voice_of(SIGNER.who)
    verbs.check(close=found, by=world.coordinator)
    if one.not_yet:
        verbs.decline(close=found, words=one.not_yet, name=SIGNER.shown_as, by=mo)
        found = verbs.count_again(close=found, by=world.coordinator)
        verbs.check(close=found, by=world.coordinator)
    verbs.sign(close=found, words=one.staff, by=world.coordinator)
    verbs.sign(close=found, words=one.others, name=SIGNER.shown_as, by=mo)


def reopen(world: World, days: Period) -> None:
    found = queries.newest_of(world.organisation.pk, days)
    assert found is not None
    asked = verbs.ask_to_reopen(close=found, reason=REOPENED, by=world.voice_of(SIGNER.who))
    verbs.agree_to_reopen(asked=asked, by=world.coordinator)
    for day, words in FOUND:
        on = days.first.replace(day=day)
        voice.say(
            kind="concern",
            words=words,
            unit=world.units["lantern"],
            said_on=on,
            received_on=on,
            via=Via.WRITTEN_DOWN,
            by=replace(world.coordinator, medium=Medium.PAPER),
        )
    close(world, MONTH_BEFORE, days)


def draft(world: World, days: Period) -> None:
    """The last month that is over waits for whoever looks at the demonstration."""
    if organisations.clock_of(world.organisation).today() > days.last:
        _begun(world, days)
