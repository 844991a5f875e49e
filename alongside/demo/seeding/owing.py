"""Holding notes, what was passed on, one answer for several, who stands in, and what their authors say of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.organisation import services as organisation
from alongside.voice import phrases, queries
from alongside.voice import services as verbs

from ..words.voices import owing as words
from .days import Stage
from .voices import author, fresh
from .world import World


def plan(world: World) -> None:
    received = {one.key: -one.received_days_ago for one in world.story.contributions}
    if not all(one.key in received for one in words.SAID):
        return  # these are the words of another organisation
    world.step(-words.PHRASES_KEPT, Stage.RESERVED, "wording", partial(keep_wording, world))
    for note in words.NOTES:
        world.step(
            received[note.contribution] + note.after, Stage.ANSWER, note.contribution, partial(hold, world, note)
        )
    for edited in words.EDITED:
        on = received[edited.contribution] + edited.after
        world.step(on, Stage.HAND_OVER, edited.contribution, partial(edit, world, edited))
    for passed in words.PASSED_ON:
        _plan_passing(world, passed, received[passed.contribution])
    for alike in words.ALIKE:
        world.step(-alike.days_ago, Stage.ANSWER, alike.contributions[0], partial(answer_alike, world, alike))
    for key, days_ago in words.ANSWERS_ME:
        world.step(-days_ago, Stage.CHALLENGE, key, partial(say_it_answers, world, key))
    for stands_in in words.STANDS_IN:
        world.step(stands_in.named, Stage.STAFF, stands_in.away, partial(stand_in, world, stands_in))


def _plan_passing(world: World, one: words.PassedOn, received: int) -> None:
    key = one.contribution
    world.step(received + one.after, Stage.ANSWER, key, partial(pass_on, world, one))
    world.step(received + one.chased_after, Stage.TELL, key, partial(chase, world, one))
    if one.came:
        world.step(received + one.came_after, Stage.ANSWER, key, partial(came_back, world, one))


def _by(world: World, who: str, key: str) -> Actor:
    return world.able(who, P.ANSWER, fresh(world, key).unit_id)


def keep_wording(world: World) -> None:
    by = world.coordinator
    verbs.change_empty_phrases(phrases=[*phrases.EMPTY_PHRASES, *words.OWN_PHRASES], by=by)
    for one in words.TEMPLATES:
        verbs.write_template(name=one.name, text=one.text, in_use=one.in_use, by=by)


def hold(world: World, one: words.Note) -> None:
    verbs.write_note(
        contribution=fresh(world, one.contribution),
        so_far=one.so_far,
        next_step=one.next_step,
        until=timezone.localdate() + timedelta(days=one.within),
        role=world.staff[one.by].job,
        by=_by(world, one.by, one.contribution),
    )


def edit(world: World, one: words.Edited) -> None:
    by = _by(world, one.by, one.contribution)
    verbs.write_rendering(contribution=fresh(world, one.contribution), rendering=one.text, by=by)


def pass_on(world: World, one: words.PassedOn) -> None:
    verbs.pass_on(
        contribution=fresh(world, one.contribution),
        passed_to=one.to,
        asked=one.asked,
        reason=one.reason,
        role=world.staff[one.by].job,
        by=_by(world, one.by, one.contribution),
    )


def chase(world: World, one: words.PassedOn) -> None:
    by = _by(world, one.by, one.contribution)
    verbs.chase(passing=queries.answering.passing_here(by, fresh(world, one.contribution)), by=by)


def came_back(world: World, one: words.PassedOn) -> None:
    by = _by(world, one.by, one.contribution)
    verbs.end_passing(
        passing=queries.answering.passing_here(by, fresh(world, one.contribution)),
        end="came",
        words=one.came,
        role=world.staff[one.by].job,
        by=by,
    )


def answer_alike(world: World, one: words.Alike) -> None:
    rows = [fresh(world, key) for key in one.contributions]
    verbs.answer_many(
        contributions=rows,
        seen={row.code: row.version for row in rows},
        kind=one.kind,
        reason=one.reason,
        role=world.staff[one.by].job,
        by=_by(world, one.by, one.contributions[0]),
    )


def say_it_answers(world: World, key: str) -> None:
    contribution = fresh(world, key)
    verbs.mark_answered(contribution=contribution, by=author(world, contribution))


def stand_in(world: World, one: words.StandsIn) -> None:
    organisation.stand_in(
        away=world.users[one.away],
        substitute=world.users[one.substitute],
        units=[world.units[key] for key in one.units],
        since=world.days.day(one.since),
        last_day=world.days.day(one.last_day),
        by=world.actor(one.away),
    )
