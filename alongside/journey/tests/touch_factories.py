"""Moments, what was told of them, and statements, for tests: through the verbs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import time_machine
from django.utils import timezone

from alongside.core.actor import Actor, Kind, Medium, system
from alongside.journey import services
from alongside.journey.models import RatingRound, Statement, Telling, TouchCount, Touchpoint
from tests import make
from tests.cast import Cast

HELP = "I can get help when I need it."
LATER = timedelta(days=100)  # whatever day it is, the three months are over by then


def nobody(cast: Cast) -> Actor:
    return Actor(kind=Kind.PUBLIC, organisation_id=cast.org.pk)


def moment(cast: Cast, name: str = "The first call", who: str = "manager", **values: Any) -> Touchpoint:
    unit = values.pop("unit", cast.units["team"])
    return services.write_touchpoint(unit=unit, name=name, by=cast.actor(who), **values)


def told(cast: Cast, of: Touchpoint, felt: int = 1, who: str = "", **values: Any) -> Telling:
    """By somebody of the cast, or by nobody named."""
    by = values.pop("by", None) or (cast.actor(who) if who else nobody(cast))
    facts = services.Felt(felt, values.pop("words", ""), values.pop("audience", "here"), values.pop("named", False))
    person = cast.people.get(who)
    return services.tell_touch(touchpoint=of, felt=facts, person=person, by=by, **values)[0]


def by_phone(cast: Cast, who: str) -> Actor:
    return cast.actor("coordinator").for_person(cast.people[who].pk, Medium.PHONE)


def many(cast: Cast, of: Touchpoint, felt: list[int]) -> None:
    for each in felt:
        told(cast, of, each)


def counted(cast: Cast, days: timedelta = LATER) -> list[TouchCount]:
    """As the nightly task does it, once the three months are over."""
    with time_machine.travel(timezone.now() + days, tick=False):
        services.count_what_was_told(organisation=cast.org, by=system(cast.org.pk))
    return list(TouchCount.objects.order_by("id"))


def at(moment: datetime | timedelta) -> Any:
    return time_machine.travel(moment if isinstance(moment, datetime) else timezone.now() + moment, tick=False)


def read(cast: Cast, telling: Telling, **values: Any) -> Telling:
    return services.read_telling(telling=telling, by=cast.actor("coordinator"), **values)


# Statements.


def statement(cast: Cast, text: str = HELP, agreed: bool = True, **values: Any) -> Statement:
    unit = values.pop("unit", cast.units["team"])
    made = services.write_statement(text=text, unit=unit, by=cast.actor(values.pop("who", "manager")))
    if agreed:
        for who in ("cora", "dev"):
            services.agree_statement(statement=made, agrees=True, by=cast.actor(who))
    return made


def asking(cast: Cast, until: date | None = None, **values: Any) -> RatingRound:
    unit = values.pop("unit", cast.units["team"])
    return services.ask_for_ratings(until=until or make.days(20), unit=unit, by=cast.actor("coordinator"))


def answered(cast: Cast, found: RatingRound, values: list[int]) -> None:
    """The same answer to every statement, each from a browser of its own."""
    codes = list(found.rated.values_list("code", flat=True))
    for n, value in enumerate(values):
        services.rate(found=found, given=dict.fromkeys(codes, value), by=nobody(cast), browser=f"{n:032x}")


def over(cast: Cast, found: RatingRound) -> RatingRound:
    with at(timedelta(days=(found.closes_on - make.days(0)).days + 1)):
        services.close_ratings_that_are_over(organisation=cast.org, by=system(cast.org.pk))
    found.refresh_from_db()
    return found
