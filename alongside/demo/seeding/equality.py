"""What people say about themselves, and how those who took part were made up in the quarters that were over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from alongside.core import periods
from alongside.home.services.make_up import run_make_up
from alongside.organisation import queries as organisations
from alongside.people import queries
from alongside.people import services as verbs
from alongside.people.models import EqualityQuestion
from alongside.people.services.equality_counts import WAITS

from ..words.equality import ASKED_ON, QUESTIONS, SAID
from .days import Stage
from .world import World

COUNTED = date(2021, 3, 21)
YEAR_STARTS = 4
QUARTERS = 2


def plan(world: World) -> None:
    if not all(key in world.register for key in SAID):
        return  # these are the people of another organisation
    world.step(ASKED_ON, Stage.JOINED, "questions about who takes part", partial(ask, world))
    for key in SAID:
        offset = max(ASKED_ON + 3, 12 - world.register[key].joined)
        world.step(offset, Stage.JOINED, f"{key} about themselves", partial(say, world, key))
    today = world.days.today
    period = periods.of_day(periods.QUARTER, today - WAITS, YEAR_STARTS).before
    for each in period.back(QUARTERS):
        offset = (each.last + WAITS - today).days + 1
        world.step(min(offset, -1), Stage.REMIND, f"make-up {each.slug}", partial(count, world))


def ask(world: World) -> None:
    for one in QUESTIONS:
        made = verbs.add_equality_question(name=one.name, text=one.text, choices=one.choices, by=world.coordinator)
        verbs.set_population(
            question=made,
            who=one.who,
            source=one.source,
            counted_on=COUNTED,
            shares={choice: Decimal(share) for choice, share in zip(one.choices, one.shares, strict=True)},
            by=world.coordinator,
        )


def say(world: World, key: str) -> None:
    for question, asked, place in zip(_questions(world), QUESTIONS, SAID[key], strict=True):
        if place is not None:
            verbs.answer_equality(
                person=world.people[key],
                question=question,
                choice="" if place < 0 else asked.choices[place],
                seen=1,
                by=world.voice_of(key),
            )


def _questions(world: World) -> list[EqualityQuestion]:
    return [each.question for each in queries.equality_questions(world.organisation.pk)]


def count(world: World) -> None:
    run_make_up(world.organisation, organisations.clock_of(world.organisation).today())
