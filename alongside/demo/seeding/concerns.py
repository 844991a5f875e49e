"""Who reads concerns, chosen at a long table; and one that was raised, answered, and told to others by its author."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from alongside.candour import services as candour
from alongside.candour.models import ConcernContact, InvolvementConcern
from alongside.candour.queries import concerns as queries
from alongside.candour.services import concern_contacts, concern_telling
from alongside.candour.services import concerns as verbs
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations

from ..words.concerns import CHOSEN, OUTSIDE, RAISED
from .chance import follow_code
from .days import Stage
from .world import World

TERM = timedelta(days=700)


def plan(world: World) -> None:
    if CHOSEN.reader not in world.staff:
        return  # these are the people of another organisation
    one, kept = RAISED, dict[str, InvolvementConcern]()
    steps: tuple[tuple[int, str, Callable[..., Any]], ...] = (
        (CHOSEN.day, "reader of concerns", choose),
        (one.raised, one.key, partial(raise_it, kept=kept)),
        (one.acknowledged, f"{one.key} read", partial(read, kept=kept)),
        (one.asks[0], f"{one.key} asks", partial(ask, kept=kept)),
        (one.says[0], f"{one.key} says", partial(say, kept=kept)),
        (one.answered, f"{one.key} answered", partial(answer, kept=kept)),
        (one.settled, f"{one.key} settled", partial(settle, kept=kept)),
        (one.told, f"{one.key} told", partial(tell, kept=kept)),
        (one.replied, f"{one.key} replied", partial(reply, kept=kept)),
    )
    for day, key, do in steps:
        world.step(day, Stage.DONE, key, partial(do, world))


def choose(world: World) -> None:
    name, how = OUTSIDE
    concern_contacts.set_concern_terms(
        acknowledge_days=3, answer_days=20, late_days=5, outside_name=name, outside_how=how, by=world.coordinator
    )
    today = world.days.day(CHOSEN.day)
    concern_contacts.appoint_contact(
        user=world.users[CHOSEN.reader],
        shown_as=CHOSEN.shown_as,
        why_outside=CHOSEN.why_outside,
        how_chosen=CHOSEN.how,
        asked=[candour.Answer(world.people[key], agrees, said) for key, agrees, said in CHOSEN.asked],
        from_day=today,
        until_day=today + TERM,
        by=world.coordinator,
    )


def raise_it(world: World, kept: dict[str, InvolvementConcern]) -> None:
    by = verbs.nobody(world.organisation.pk)
    contact = ConcernContact.objects.get(organisation=world.organisation)
    code = follow_code(world.story.organisation.slug, RAISED.key)
    kept["it"], _code = verbs.raise_involvement_concern(
        contact=contact, words=RAISED.words, show="page", follow_code=code, by=by
    )


def _reader(world: World) -> Actor:
    return organisations.actor_for(world.users[CHOSEN.reader], world.organisation.pk)


def read(world: World, kept: dict[str, InvolvementConcern]) -> None:
    verbs.acknowledge_concern(concern=kept["it"], by=_reader(world))


def ask(world: World, kept: dict[str, InvolvementConcern]) -> None:
    verbs.write_to_raiser(concern=kept["it"], words=RAISED.asks[1], by=_reader(world))


def say(world: World, kept: dict[str, InvolvementConcern]) -> None:
    verbs.write_to_reader(concern=kept["it"], words=RAISED.says[1], by=queries.holder_of(kept["it"]))


def answer(world: World, kept: dict[str, InvolvementConcern]) -> None:
    verbs.answer_concern(
        concern=kept["it"], kind="right", words=RAISED.answer, different=RAISED.different, by=_reader(world)
    )


def settle(world: World, kept: dict[str, InvolvementConcern]) -> None:
    verbs.say_settled(concern=kept["it"], settled=True, by=queries.holder_of(kept["it"]))


def tell(world: World, kept: dict[str, InvolvementConcern]) -> None:
    by = queries.holder_of(kept["it"])
    concern_telling.write_summary(concern=kept["it"], words=RAISED.summary, by=by)
    concern_telling.publish_summary(concern=kept["it"], by=by)


def reply(world: World, kept: dict[str, InvolvementConcern]) -> None:
    summary = queries.summaries_shown(world.organisation.pk).get()
    by = world.actor(world.with_role("board"))
    concern_telling.reply_to_summary(summary=summary, words=RAISED.reply, role=RAISED.role, by=by)
