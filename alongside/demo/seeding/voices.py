"""What was said, what was answered and told, what was questioned, what is different now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Medium
from alongside.voice import queries
from alongside.voice import services as verbs
from alongside.voice.models import Contribution, TellingChannel, Via
from alongside.voice.models.contributions import ANSWERED, DEFERRED, RECEIVED
from alongside.voice.shapes import Asks, Uses, Wherein

from ..words.shapes import Answer, Challenge, Change
from ..words.shapes import Contribution as Said
from ..words.voices.held import WHEREIN
from . import meetings
from .chance import follow_code
from .days import Stage
from .world import MEDIA, World

VIA = {"signed_in": Via.SIGNED_IN, "public_page": Via.PUBLIC_PAGE}
TOLD_BY = {
    "email": TellingChannel.EMAIL,
    "phone": TellingChannel.PHONE,
    "text": TellingChannel.TEXT,
    "letter": TellingChannel.POST,
    "in_person": TellingChannel.IN_PERSON,
    "facilitator": TellingChannel.IN_PERSON,
    "public_page": TellingChannel.ON_PAGE,
    "group": TellingChannel.GROUP,
}
PUT_OFF_FOR = timedelta(weeks=8)


def plan(world: World) -> None:
    said = {one.key: one for one in world.story.contributions}
    answers = {one.contribution: one for one in world.story.answers}
    for one in said.values():
        _plan(world, one, -one.received_days_ago, Stage.SAY, partial(say, world, one))
        _plan_acknowledgement(world, one, answers.get(one.key))
        _plan_moves(world, one)
    for answer in answers.values():
        _plan_answer(world, answer, said[answer.contribution])
    for challenge in world.story.challenges:
        _plan_challenge(world, challenge, said[challenge.contribution], answers.get(challenge.contribution))
    for change in world.story.changes:
        world.step(-change.days_ago, Stage.CHANGE, change.key, partial(say_what_changed, world, change))
        if change.standing != "claim":
            on = -(change.standing_days_ago or 0)
            world.step(on, Stage.VERDICT, change.key, partial(judge, world, change))


def _plan(world: World, one: Said, offset: int, stage: Stage, do: Callable[[], None]) -> None:
    """Words about a session come after it, however late it ended; and all that follows comes after the words."""
    when = world.days.moment(offset, stage, one.key)
    about, key = one.about
    if about == "meeting":
        after = meetings.WRITTEN_DOWN + timedelta(minutes=stage - Stage.SAY)
        when = max(when, meetings.ends(world, key) + after)
    world.plan.add(when, f"{world.story.organisation.slug}: {stage.name} {one.key}", do)


def _plan_acknowledgement(world: World, one: Said, answer: Answer | None) -> None:
    after = one.acknowledged_after
    if after is not None and (answer is None or after <= answer.after_days):
        day = min(after - one.received_days_ago, -1)
        stage = Stage.ANSWER if one.safeguarding else Stage.ACKNOWLEDGE  # not before it was given back on that day
        _plan(world, one, day, stage, partial(acknowledge, world, one, answer))


def _plan_moves(world: World, one: Said) -> None:
    received = -one.received_days_ago
    if one.handed_after is not None:
        _plan(world, one, received + one.handed_after, Stage.HAND_OVER, partial(hand_over, world, one))
    if one.safeguarding:
        step, moved, back = one.safeguarding, partial(move_it, world, one), partial(give_back, world, one)
        _plan(world, one, received + step.after, Stage.HAND_OVER, moved)
        _plan(world, one, received + step.back_after, Stage.HAND_OVER, back)
    if one.taken_back_after is not None:
        _plan(world, one, received + one.taken_back_after, Stage.TAKE_BACK, partial(take_back, world, one))


def _plan_answer(world: World, answer: Answer, one: Said) -> None:
    received = -one.received_days_ago
    _plan(world, one, received + answer.after_days, Stage.ANSWER, partial(answer_it, world, answer))
    if answer.told_by and answer.told_after_days is not None:
        told = partial(tell, world, one.key, answer.by, answer.told_by)
        _plan(world, one, received + answer.told_after_days, Stage.TELL, told)


def _plan_challenge(world: World, challenged: Challenge, one: Said, answer: Answer | None) -> None:
    _plan(world, one, -challenged.days_ago, Stage.CHALLENGE, partial(challenge, world, challenged))
    if challenged.reply_after_days is not None:
        day = challenged.reply_after_days - challenged.days_ago
        _plan(world, one, day, Stage.ANSWER, partial(reply, world, challenged))
        told = partial(tell, world, one.key, challenged.reply_by, (answer and answer.told_by) or "phone")
        _plan(world, one, day + 1, Stage.TELL, told)


def say(world: World, one: Said) -> None:
    world.contributions[one.key], _code = verbs.say(
        kind=one.kind,
        words=one.words,
        person=world.people[one.by] if one.by else None,
        group_name=one.group,
        uses=Uses("internal" in one.may_use, "commissioners" in one.may_use, "public" in one.may_use, one.credit),
        said_on=_said_on(world, one),
        via=VIA.get(one.via, Via.WRITTEN_DOWN),
        follow_code=follow_code(world.organisation.slug, one.key) if one.via == "public_page" else "",
        asks=Asks(bool(one.contact), one.contact, one.at_risk),
        by=_speaker(world, one),
        **_about(world, one),
    )


def _said_on(world: World, one: Said) -> date:
    """People say things at the weekend too; what was said before it reached us keeps its own day."""
    received = world.days.day(-one.received_days_ago)
    return min(world.days.today - timedelta(days=one.said_days_ago), received)


def _about(world: World, one: Said) -> dict[str, Any]:
    about, key = one.about
    made: dict[str, dict[str, Any]] = {
        "unit": dict(world.units),
        "decision": dict(world.decisions),
        "meeting": dict(world.meetings),
    }
    return {about: made[about][key]}


def _unit_id(world: World, one: Said) -> int:
    about, key = one.about
    if about == "unit":
        return world.units[key].pk
    if about == "meeting":
        return world.meetings[key].opportunity.decision.unit_id
    return world.decisions[key].unit_id


def _speaker(world: World, one: Said) -> Actor:
    if one.via == "public_page":
        return queries.public_actor(world.organisation)
    if one.via == "signed_in":
        return world.voice_of(one.by)
    writer = world.able(one.taken_down_by, P.SAY_FOR, _unit_id(world, one))
    medium = MEDIA.get(one.via, Medium.IN_PERSON)
    if one.by:
        return writer.for_person(world.people[one.by].pk, medium)
    return replace(writer, medium=medium)


def fresh(world: World, key: str) -> Contribution:
    contribution = world.contributions[key]
    contribution.refresh_from_db()
    return contribution


def acknowledge(world: World, one: Said, answer: Answer | None) -> None:
    contribution = fresh(world, one.key)
    if contribution.state == RECEIVED:
        by = world.able(answer.by if answer else "", P.ANSWER, contribution.unit_id)
        verbs.acknowledge(contribution=contribution, by=by)


def hand_over(world: World, one: Said) -> None:
    unit = world.units[world.staff[one.handed_to].unit]
    verbs.hand_over(
        contribution=fresh(world, one.key), unit=unit, owner=world.users[one.handed_to], by=world.coordinator
    )


def move_it(world: World, one: Said) -> None:
    if step := one.safeguarding:
        contribution = fresh(world, one.key)
        reader = world.able(step.by, P.ANSWER, contribution.unit_id)
        world.concerns[one.key] = verbs.raise_concern(contribution=contribution, why=step.why, by=reader)


def give_back(world: World, one: Said) -> None:
    if step := one.safeguarding:
        lead, concern = world.actor(step.lead), world.concerns[one.key]
        verbs.open_concern(concern=concern, by=lead)
        verbs.look_at_concern(concern=concern, by=lead)
        verbs.release_concern(concern=concern, done=step.done, by=lead)


def take_back(world: World, one: Said) -> None:
    contribution = fresh(world, one.key)
    verbs.withdraw(contribution=contribution, by=author(world, contribution))


def answer_it(world: World, one: Answer) -> None:
    _give_answer(world, one.contribution, one.kind, one.reason, one.by)


def reply(world: World, one: Challenge) -> None:
    _give_answer(world, one.contribution, one.reply_kind, one.reply, one.reply_by)


def _give_answer(world: World, key: str, kind: str, reason: str, by: str) -> None:
    contribution = fresh(world, key)
    deferred = kind == "deferred"
    verbs.answer(
        contribution=contribution,
        kind=kind,
        reason=reason,
        role=world.staff[by].job,
        defer_until=timezone.localdate() + PUT_OFF_FOR if deferred else None,
        by=world.able(by, P.ANSWER, contribution.unit_id),
    )


def tell(world: World, key: str, by: str, channel: str) -> None:
    """Unless the message that went out on the day of the answer has told them already."""
    contribution = fresh(world, key)
    if contribution.state in {ANSWERED, DEFERRED}:
        how = TOLD_BY[channel]
        if how == TellingChannel.ON_PAGE and contribution.via == Via.PUBLIC_PAGE:
            verbs.told_by_code(contribution=contribution, by=queries.holder_of(contribution))
        else:
            verbs.tell(contribution=contribution, channel=how, by=world.able(by, P.ANSWER, contribution.unit_id))


def challenge(world: World, one: Challenge) -> None:
    contribution = fresh(world, one.contribution)
    verbs.challenge(contribution=contribution, kind=one.kind, words=one.words, by=author(world, contribution))


def author(world: World, contribution: Contribution) -> Actor:
    if contribution.person_id is not None:
        key = next(key for key, person in world.people.items() if person.pk == contribution.person_id)
        return world.voice_of(key)
    if contribution.via == Via.PUBLIC_PAGE:
        return queries.holder_of(contribution)
    return replace(world.coordinator, medium=Medium.IN_PERSON)


def wherein_of(key: str) -> Wherein:
    words = WHEREIN.get(key)
    return Wherein(words.kind, words.thing, words.version, words.before) if words else Wherein()


def say_what_changed(world: World, one: Change) -> None:
    sources = [world.contributions[key] for key in one.contributions]
    unit = sources[0].unit
    world.changes[one.key] = verbs.record_change(
        what=one.what,
        evidence=one.evidence,
        since=world.days.day(-one.days_ago),
        contributions=sources,
        unit=unit,
        decision=world.decisions[one.decision] if one.decision else None,
        wherein=wherein_of(one.key),
        by=world.able(one.by, P.ANSWER, unit.pk),
    )


def judge(world: World, one: Change) -> None:
    contribution = fresh(world, one.contributions[0])
    verbs.give_verdict(
        change=world.changes[one.key],
        contribution=contribution,
        kind=one.standing,
        size=one.size if one.standing == "confirmed" else "",
        words=one.words,
        by=author(world, contribution),
    )
