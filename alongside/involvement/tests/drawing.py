"""A draw in steps, through the verbs, for tests that begin in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import time_machine
from django.utils import timezone

from alongside.involvement import rules, services
from alongside.involvement.models import Draw, Interest, Opportunity
from alongside.people.models import Person
from tests import make
from tests.cast import Cast, person, user

from . import steps

ROLES = {"design": 4, "deliver": 5}
AGE, YOUNG, OLD = "How old are you?", "Under 25", "25 or over"


def crowd(cast: Cast, number: int) -> list[Person]:
    """People of the register with an account each: "p00", "p01" …"""
    for n in range(number):
        key = f"p{n:02}"
        cast.users[key] = user(f"P{n:02} Person")
        cast.people[key] = person(cast.org, f"P{n:02} Person", cast.users[key])
    return [cast.people[f"p{n:02}"] for n in range(number)]


def keys(number: int) -> list[str]:
    return [f"p{n:02}" for n in range(number)]


def opened(cast: Cast, *, asked: bool = False, **words: Any) -> Opportunity:
    opportunity = steps.written(cast, **words)
    if asked:
        services.add_feature(
            opportunity=opportunity, question=AGE, why="Two ages.", values=[YOUNG, OLD], by=cast.actor("coordinator")
        )
    return steps.opens(opportunity, cast.actor("coordinator"))


def say(cast: Cast, opportunity: Opportunity, who: str, words: str = "", **more: Any) -> None:
    feature = opportunity.features.first()
    answers = {feature.code: feature.values.get(words=words).code if words else ""} if feature else {}
    told = services.ForTheDraw(**{"answers": answers, "agreed": bool(words), **more})
    by = cast.actor(who)
    services.say_interest(opportunity=opportunity, person=cast.people[who], note="", told=told, by=by)


def ready(cast: Cast, number: int = 6, *, young: int = 0, **words: Any) -> Opportunity:
    """Closed, with so many people interested, the first of them young."""
    crowd(cast, number)
    opportunity = opened(cast, asked=bool(young), **words)
    for n, who in enumerate(keys(number)):
        say(cast, opportunity, who, (YOUNG if n < young else OLD) if young else "")
    return services.close_opportunity(opportunity=opportunity, by=cast.actor("coordinator"))


def quota(cast: Cast, opportunity: Opportunity, answer: str, **values: Any) -> None:
    opportunity.refresh_from_db()
    code = opportunity.features.get().values.get(words=answer).code
    services.set_quotas(
        opportunity=opportunity,
        quotas={code: rules.SeatsFor(**values)},
        first_turn_percent=opportunity.first_turn_percent,
        seen=opportunity.version,
        by=cast.actor("coordinator"),
    )


def sealed(cast: Cast, opportunity: Opportunity, **values: Any) -> Draw:
    return services.seal_draw(
        **{
            "opportunity": opportunity,
            "roles": ROLES,
            "number_from": "room",
            "number_source": "Three balls in room 2",
            "number_at": timezone.now() + timedelta(hours=1),
            "by": cast.actor("coordinator"),
            **values,
        }
    )


@contextmanager
def later(hours: int = 2) -> Iterator[None]:
    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        yield


def numbered(cast: Cast, draw: Draw, number: str = "417") -> Draw:
    with later():
        return services.number_draw(draw=draw, number=number, again=number, by=cast.actor("coordinator"))


def drawn(cast: Cast, opportunity: Opportunity, **values: Any) -> Draw:
    draw = numbered(cast, sealed(cast, opportunity, **values))
    return services.reveal_draw(draw=draw, by=cast.actor("coordinator"))


def drawn_so_far(cast: Cast, state: str = "closed") -> Opportunity:
    """Cora and three others, as far as `state`; "came back": drawn, and one of them said no."""
    opportunity = make.opportunity(cast, state="closed")
    for each in cast.people.values():
        Interest.objects.create(opportunity=opportunity, person=each, said_on=make.days(-3))
    if state == "closed":
        return opportunity
    draw = sealed(cast, opportunity)
    if state == "committed":
        Draw.objects.filter(pk=draw.pk).update(number_at=timezone.now())
        return opportunity
    draw = numbered(cast, draw)
    if state == "numbered":
        return opportunity
    services.reveal_draw(draw=draw, by=cast.actor("coordinator"))
    if state == "came back":
        place = opportunity.places.order_by("id").first()
        services.decline_place(place=place, by=steps.told_by_person(cast, place.person))
    return opportunity
