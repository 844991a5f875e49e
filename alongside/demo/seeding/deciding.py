"""The calendar of decisions: put there or asked for by somebody on the register, and decided, with whom or without."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.decisions import services as verbs
from alongside.decisions.models import Audience
from alongside.decisions.taking import Waived
from alongside.involvement import services as involvement

from ..words.shapes import Decision
from . import meetings
from .days import Stage
from .world import World


def plan(world: World) -> None:
    asked = {one.decision for one in world.story.opportunities}
    for one in world.story.decisions:
        audience = Audience.PUBLIC if one.key in asked or one.raised_by else Audience.CONTRIBUTORS
        add = ask_for if one.raised_by else put_on_calendar
        world.step(one.opened, Stage.ADD, one.key, partial(add, world, one, audience))
        if one.decided is not None:
            slug = world.story.organisation.slug
            world.plan.add(_when(world, one), f"{slug}: DECIDE {one.key}", partial(decide, world, one))


def _when(world: World, one: Decision) -> datetime:
    """On its day; after a session that was held on the same one, and whoever came was written down."""
    held = [
        meetings.ends(world, each.key) for each in world.story.meetings if each.decision == one.key and each.day < 0
    ]
    return max(
        [world.days.moment(one.decided or 0, Stage.DECIDE, one.key), *(end + meetings.WRITTEN_DOWN for end in held)]
    )


def put_on_calendar(world: World, one: Decision, audience: Audience) -> None:
    unit = world.units[one.unit]
    world.decisions[one.key] = verbs.add_decision(
        title=one.title,
        kind=world.kinds[one.kind],
        unit=unit,
        owner=world.users[one.owner],
        open_part=one.open,
        fixed_part=one.fixed,
        decider=one.who_decides,
        trigger=one.trigger,
        audience=audience,
        due_on=world.days.day(one.due),
        forum=world.forums.get(one.forum),
        by=world.able(one.owner, P.KEEP_DECISIONS, unit.pk),
    )


def ask_for(world: World, one: Decision, audience: Audience) -> None:
    """Somebody on the register asks; on the same day the coordinator says who decides, and by when."""
    raised = verbs.raise_decision(
        title=one.title,
        open_part=one.open,
        kind=world.kinds[one.kind],
        unit=world.units[one.unit],
        by=world.voice_of(one.raised_by),
    )
    world.decisions[one.key] = verbs.change_decision(
        decision=raised,
        owner=world.users[one.owner],
        fixed_part=one.fixed,
        decider=one.who_decides,
        trigger=one.trigger,
        audience=audience,
        due_on=world.days.day(one.due),
        forum=world.forums.get(one.forum),
        seen=raised.version,
        by=world.coordinator,
    )


def decide(world: World, one: Decision) -> None:
    """A reserved decision that was taken without people is written down by whoever allowed it."""
    decision = world.decisions[one.key]
    decision.refresh_from_db(fields=["version"])
    writer = one.taken_without_by or one.owner
    world.decisions[one.key] = involvement.record_outcome_with(
        decision=decision,
        outcome=one.outcome,
        reason=one.reason,
        decided_on=world.days.day(one.decided or 0),
        without_reason=one.taken_without_reason,
        waived=Waived(reason=one.seats_waived),
        seen=decision.version,
        by=world.able(writer, P.DECIDE, decision.unit_id),
    )
