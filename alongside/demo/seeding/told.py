"""How people want to hear; what came back; whom the coordinator rang in vain."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial

from django.utils import timezone

from alongside.home import services as home
from alongside.home.queries import by_hand
from alongside.people import queries as people
from alongside.people import services as verbs
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import SENT, Outcome, Rhythm

from ..words import told as words
from ..words.shapes import Hears, Missed
from .days import Stage
from .world import World

CHOSEN = 3  # days after they joined
TRIED = ((-6, Outcome.NO_ANSWER), (-2, Outcome.LEFT_WORD))
RUNG_IN_VAIN = 2  # people each time
WEEK = timedelta(days=7)


def plan(world: World) -> None:
    for one in words.HEARS:
        if one.key in world.register:
            joined = -world.register[one.key].joined
            world.step(joined + CHOSEN, Stage.MOVE, f"{one.key} hears", partial(choose, world, one))
    for missed in words.MISSED:
        if missed.key in world.register:
            world.step(-missed.days, Stage.RING, missed.key, partial(come_back, world, missed))
            if missed.mended is not None:
                world.step(-missed.mended, Stage.JOINED, f"{missed.key} mended", partial(mend, world, missed.key))
    for key in set(words.STAFF_DAILY) & set(world.staff):
        world.step(world.story.starts + 7, Stage.STAFF, f"{key} hears", partial(choose_daily, world, key))
    for offset, outcome in TRIED:
        world.step(offset, Stage.RING, str(outcome), partial(ring_in_vain, world, outcome))


def choose(world: World, one: Hears) -> None:
    person, by = world.people[one.key], world.voice_of(one.key)
    if one.first:
        channel = next(each for each in people.channels_of(person) if each.kind == one.first)
        verbs.set_channel(person=person, kind=one.first, address=channel.address, preferred=True, by=by)
    verbs.set_hearing(
        person=person,
        by=by,
        often=one.often,
        answers_at_once=one.answers_at_once,
        days=one.days,
        from_time=time.fromisoformat(one.from_time) if one.from_time else None,
        until_time=time.fromisoformat(one.until_time) if one.until_time else None,
        on_the_phone=one.on_the_phone,
        leave_word=one.leave_word,
        quote_email=one.quote_email,
        quote_post=one.quote_post,
    )


def choose_daily(world: World, key: str) -> None:
    home.choose_rhythm(organisation=world.organisation, often=Rhythm.DAILY, by=world.actor(key))


def come_back(world: World, missed: Missed) -> None:
    """The newest e-mail to them is in nobody's box."""
    rows = outbox.messages_of(world.organisation.pk).filter(to_person=world.people[missed.key].pk)
    newest = rows.filter(state=SENT, channel="email").exclude(batch="").order_by("-id").first()
    if newest is not None:
        post.bounced(newest.batch, why=missed.why, lasting=True)


def mend(world: World, key: str) -> None:
    address = world.register[key].email
    verbs.set_channel(person=world.people[key], kind="email", address=address, by=world.voice_of(key))


def ring_in_vain(world: World, outcome: str) -> None:
    """The longest waiting, who are not reached; word is left only with those who allow it."""
    waiting = by_hand.waiting_for(world.coordinator, "phone").order_by("oldest", "pk")
    for person in waiting[:RUNG_IN_VAIN]:
        allowed = people.hearing_of(person).leave_word
        found = outcome if allowed else Outcome.NO_ANSWER
        home.record_call(person=person, outcome=found, by=world.coordinator)


def tell_by_hand(world: World) -> None:
    """Once a week the coordinator rings everybody on the list, and prints and posts the letters."""
    by = world.coordinator
    waiting = outbox.on_desk(world.organisation.pk).by_hand
    for person in by_hand.waiting_for(by, "phone").order_by("pk") if "phone" in waiting else ():
        messages = outbox.by_hand_to(world.organisation.pk, "phone", person.pk)
        home.record_call(person=person, outcome=Outcome.TOLD, told=[m.code for m in messages], by=by)
    if "post" in waiting and (letters := by_hand.letters_for(by)):
        newest = max((thing.message for letter in letters for thing in letter.things), key=lambda m: m.pk)
        codes = [letter.person.code for letter in letters]
        home.letters_posted(people_codes=codes, upto=newest.code, on=timezone.localdate(), by=by)
