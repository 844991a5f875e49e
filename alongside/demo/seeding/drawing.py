"""Draws: what a panel needs to know, the sealed tickets, the number from the room, and who was drawn saying yes."""

from __future__ import annotations

from functools import partial

from alongside.involvement import queries
from alongside.involvement import services as verbs
from alongside.involvement.models import Feature
from alongside.involvement.models import Opportunity as OpportunityRow
from alongside.involvement.rules import SeatsFor
from alongside.involvement.services import ForTheDraw

from ..words.shapes import Draw, Opportunity
from .days import Stage
from .world import World

AT = "14:00"  # the number is drawn


def plan(world: World) -> None:
    for one in world.story.opportunities:
        if one.draw is not None:
            _plan(world, one, one.draw)


def _plan(world: World, one: Opportunity, draw: Draw) -> None:
    slug = world.story.organisation.slug
    world.step(draw.sealed, Stage.OFFER, one.key, partial(seal, world, one, draw))
    world.plan.add(world.days.at(draw.drawn, "14:10"), f"{slug}: DRAW {one.key}", partial(open_it, world, one, draw))
    world.step(draw.accepted, Stage.ACCEPT, one.key, partial(say_yes, world, one))


def ask(world: World, one: Opportunity, opportunity: OpportunityRow) -> None:
    """The questions, and how many seats depend on each answer: agreed before anybody is interested."""
    quotas: dict[str, SeatsFor] = {}
    for question in one.questions:
        made = verbs.add_feature(
            opportunity=opportunity,
            question=question.question,
            why=question.why,
            values=[choice.words for choice in question.choices],
            by=world.coordinator,
        )
        codes = _codes(made)
        quotas |= {codes[choice.words]: SeatsFor(choice.least, choice.most, choice.bend) for choice in question.choices}
    if quotas:
        opportunity.refresh_from_db()
        verbs.set_quotas(
            opportunity=opportunity,
            quotas=quotas,
            first_turn_percent=one.first_turn_percent,
            seen=opportunity.version,
            by=world.coordinator,
        )


def _codes(feature: Feature) -> dict[str, str]:
    return {value.words: value.code for value in feature.values.all()}


def told(one: Opportunity, opportunity: OpportunityRow, key: str) -> ForTheDraw:
    said = dict(one.answers).get(key, ())
    asked = opportunity.features.order_by("position")
    answers = {each.code: _codes(each).get(words, "") for each, words in zip(asked, said, strict=False)}
    return ForTheDraw(answers=answers, agreed=True)


def seal(world: World, one: Opportunity, draw: Draw) -> None:
    verbs.seal_draw(
        opportunity=world.opportunities[one.key],
        roles={stage: world.roles[role] for stage, role in one.roles},
        number_from="room",
        number_source=draw.source,
        number_at=world.days.at(draw.drawn, AT),
        by=world.coordinator,
    )


def open_it(world: World, one: Opportunity, draw: Draw) -> None:
    sealed = queries.draws_of(world.opportunities[one.key])[0]
    numbered = verbs.number_draw(draw=sealed, number=draw.number, again=draw.number, by=world.coordinator)
    verbs.reveal_draw(draw=numbered, by=world.coordinator)


def say_yes(world: World, one: Opportunity) -> None:
    """Everybody who was drawn, in the order of their codes."""
    keys = {person.pk: key for key, person in world.people.items()}
    for place in queries.places_of(world.coordinator, world.opportunities[one.key]).order_by("code"):
        verbs.accept_place(place=place, by=world.voice_of(keys[place.person_id]))
    world.opportunities[one.key].refresh_from_db()
    verbs.mark_filled(opportunity=world.opportunities[one.key], by=world.coordinator)
