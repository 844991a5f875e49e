"""What became of changes: judged by others, looked at again, corrected; and what somebody's words shaped."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.voice import services as verbs
from alongside.voice.models import Change
from alongside.voice.shapes import Recheck

from ..words.held_shapes import Corrected, Judged, Looked, ShapedBy
from ..words.voices.held import CORRECTED, JUDGED, LOOKED, SHAPED
from .days import Stage
from .voices import author, fresh
from .world import World

AFTER = Stage.DONE  # of a day on which a change was said and judged


def plan(world: World) -> None:
    days_ago = {one.key: one.days_ago for one in world.story.changes}
    for one in (row for row in JUDGED if row.change in days_ago):
        world.step(-one.days_ago, Stage.VERDICT, one.contribution, partial(judge, world, one))
    for looked in (row for row in LOOKED if row.change in days_ago):
        due = looked.due - days_ago[looked.change]
        world.step(-days_ago[looked.change], AFTER, looked.change, partial(set_days, world, looked))
        if looked.result:
            world.step(due, AFTER, looked.change, partial(look, world, looked))
        if looked.theirs:
            world.step(due + 3, AFTER, looked.theirs, partial(say_held, world, looked))
    for correction in (row for row in CORRECTED if row.change in days_ago):
        world.step(-correction.days_ago, AFTER, correction.change, partial(correct, world, correction))
    for shaped in (row for row in SHAPED if row.contributions[0] in {one.key for one in world.story.contributions}):
        world.step(-shaped.days_ago, AFTER, shaped.decision, partial(say_shaped, world, shaped))
        if shaped.denied_by:
            world.step(-shaped.denied_days_ago, AFTER, shaped.denied_by, partial(deny_shaped, world, shaped))


def _change(world: World, key: str) -> Change:
    return Change.objects.select_related("unit", "organisation").get(pk=world.changes[key].pk)


def judge(world: World, one: Judged) -> None:
    contribution = fresh(world, one.contribution)
    verbs.give_verdict(
        change=_change(world, one.change),
        contribution=contribution,
        kind=one.kind,
        size=one.size,
        words=one.words,
        by=author(world, contribution),
    )


def set_days(world: World, one: Looked) -> None:
    change = _change(world, one.change)
    recheck = Recheck(
        first=change.since + timedelta(days=one.due),
        every=one.every,
        until=change.since + timedelta(days=one.until) if one.until else None,
    )
    verbs.plan_checks(change=change, recheck=recheck, by=world.able("", P.ANSWER, change.unit_id))


def look(world: World, one: Looked) -> None:
    change = _change(world, one.change)
    verbs.ask_whether_it_held(world.organisation, timezone.localdate())
    verbs.look(
        check_day=change.check_days.get(done_on__isnull=True),
        result=one.result,
        words=one.words,
        role=world.staff[one.by].job,
        by=world.able(one.by, P.ANSWER, change.unit_id),
    )


def say_held(world: World, one: Looked) -> None:
    contribution = fresh(world, one.theirs)
    verbs.say_held(
        change=_change(world, one.change),
        contribution=contribution,
        result=one.said,
        words=one.said_words,
        by=author(world, contribution),
    )


def correct(world: World, one: Corrected) -> None:
    change = _change(world, one.change)
    verbs.correct_change(
        change=change,
        what=one.what,
        evidence=one.evidence,
        why=one.why,
        role=world.staff[one.by].job,
        by=world.able(one.by, P.ANSWER, change.unit_id),
    )


def say_shaped(world: World, one: ShapedBy) -> None:
    decision = world.decisions[one.decision]
    verbs.say_shaped(
        what=verbs.What(decision),
        contributions=[fresh(world, key) for key in one.contributions],
        how=one.how,
        role=world.staff[one.by].job,
        by=world.able(one.by, P.KEEP_DECISIONS, decision.unit_id),
    )


def deny_shaped(world: World, one: ShapedBy) -> None:
    contribution = fresh(world, one.denied_by)
    shaped = contribution.shaped.get(decision=world.decisions[one.decision])
    verbs.dispute_shaped(
        shaped=shaped, contribution=contribution, words=one.denied_words, by=author(world, contribution)
    )
