"""The people: they join, say what they need and allow, rest, leave."""

from __future__ import annotations

from functools import partial

from alongside.people import services as verbs
from alongside.people.models import ACTIVE, LEFT, WELCOMED, ChannelKind, Purpose

from ..words.shapes import Contributor
from .days import Stage
from .world import MEDIA, World

ALLOWS = {
    "contact_email": Purpose.CONTACT_EMAIL,
    "contact_phone": Purpose.CONTACT_PHONE,
    "contact_text": Purpose.CONTACT_TEXT,
    "contact_letter": Purpose.CONTACT_POST,
    "internal": Purpose.WORDS_INSIDE,
    "commissioners": Purpose.WORDS_COMMISSIONERS,
    "public": Purpose.WORDS_PUBLIC,
    "credit": Purpose.CREDIT,
}
REVIEWED_AFTER = 351


def plan(world: World) -> None:
    for one in world.story.contributors:
        joined = -one.joined
        world.step(joined, Stage.JOIN, one.key, partial(join, world, one))
        world.step(joined, Stage.JOINED, one.key, partial(say_what_matters, world, one))
        for consent, days_ago in one.took_back:
            take_back = partial(take_consent_back, world, one.key, consent)
            world.step(-days_ago, Stage.JOINED, f"{one.key} {consent}", take_back)
        if one.status == "enquired":
            continue
        world.step(joined + 1, Stage.MOVE, one.key, partial(move, world, one.key, WELCOMED))
        world.step(joined + 4, Stage.MOVE, one.key, partial(move, world, one.key, ACTIVE))
        if one.needs_reviewed and one.status == "active" and joined + REVIEWED_AFTER < 0:
            world.step(joined + REVIEWED_AFTER, Stage.MOVE, one.key, partial(review, world, one.key))
        if one.status_since is not None and one.status == "left":
            world.step(-one.status_since, Stage.PAUSE, one.key, partial(leave, world, one.key))
        elif one.status_since is not None and one.status == "paused":
            world.step(-one.status_since, Stage.PAUSE, one.key, partial(rest, world, one.key))


def join(world: World, one: Contributor) -> None:
    person = verbs.add_person(
        name=one.name,
        called=one.called if one.called != one.name else "",
        route_in=one.route_in,
        email=one.email,
        phone=one.phone,
        post_address=one.address,
        facilitator=world.users.get(one.facilitator),
        medium=MEDIA.get(one.on_behalf),
        by=world.coordinator,
    )
    if one.signs_in:
        person = verbs.link_sign_in(person=person, email=one.email, by=world.coordinator)
    world.people[one.key] = person


def say_what_matters(world: World, one: Contributor) -> None:
    person, by = world.people[one.key], world.voice_of(one.key)
    if "text" in one.channels:
        verbs.set_channel(person=person, kind=ChannelKind.TEXT, address=one.phone, by=by, preferred=True)
    for purpose in one.consents:
        verbs.give_consent(person=person, purpose=ALLOWS[purpose], by=by)
    for kind, words in one.needs:
        need = verbs.add_need(person=person, kind=kind, words=words, by=by)
        world.needs.setdefault(one.key, []).append(need)
    for kind, words in one.offers:
        verbs.add_offer(person=person, kind=kind, words=words, by=by)


def take_consent_back(world: World, key: str, consent: str) -> None:
    verbs.withdraw_consent(person=world.people[key], purpose=ALLOWS[consent], by=world.voice_of(key))


def move(world: World, key: str, to: str) -> None:
    world.people[key] = verbs.move_person(person=world.people[key], to=to, by=world.coordinator)


def review(world: World, key: str) -> None:
    for need in world.needs.get(key, []):
        verbs.review_need(need=need, by=world.voice_of(key))


def leave(world: World, key: str) -> None:
    world.people[key] = verbs.move_person(person=world.people[key], to=LEFT, by=world.voice_of(key))


def rest(world: World, key: str) -> None:
    verbs.pause(person=world.people[key], by=world.voice_of(key))
    world.people[key].refresh_from_db()
