"""Authors look at how others will see their words, somebody decides, and the panel says what holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from alongside.voice import queries, showing_text
from alongside.voice import services as verbs
from alongside.voice.models import Appeal, Showing
from alongside.voice.models.contributions import WITHDRAWN

from ..words import showing as words
from ..words.shapes import Contribution as Said
from .days import Stage
from .voices import author, fresh
from .world import World

LOOK_AFTER, DECIDE_AFTER, APPEAL_AFTER, VOTE_AFTER = 1, 4, 6, 9  # days after it was received


def plan(world: World) -> None:
    further = [one for one in world.story.contributions if {"public", "commissioners"} & set(one.may_use)]
    if any(one.key in words.DECIDED for one in further):
        world.step(-90, Stage.JOINED, "panel", partial(name_panel, world))
    for one in further:
        if one.key in words.NOT_LOOKED or one.taken_back_after is not None:
            continue
        _step(world, one, LOOK_AFTER, Stage.VERDICT, look)
        if "public" in one.may_use and one.key not in words.WAITING:
            _plan_decision(world, one)


def _plan_decision(world: World, one: Said) -> None:
    found = words.DECIDED.get(one.key)
    _step(world, one, DECIDE_AFTER, Stage.DECIDE, decide)
    if found and found.appeal:
        _step(world, one, APPEAL_AFTER, Stage.DONE, appeal)
    for number in range(len(found.votes) if found else 0):
        _step(world, one, VOTE_AFTER, Stage.RING, partial(vote, number=number))


def _step(world: World, one: Said, after: int, stage: Stage, do: Callable[..., None]) -> None:
    """Long ago nobody looked before it was shown: what is old was looked at in the weeks since the panel began."""
    received = min(one.received_days_ago, 80)
    world.step(min(after - received, -1), stage, one.key, partial(do, world, one))


def name_panel(world: World) -> None:
    for key in words.PANEL:
        verbs.name_to_panel(person=world.people[key], by=world.administrator)


def look(world: World, one: Said) -> None:
    contribution = fresh(world, one.key)
    if contribution.state == WITHDRAWN or contribution.restricted:
        return
    by = author(world, contribution)
    if one.key in words.OWN_VERSIONS:
        verbs.write_own_version(contribution=contribution, words=words.OWN_VERSIONS[one.key], use=True, by=by)
    verbs.confirm(contribution=contribution, by=by, read_aloud=by.medium is not None)


def decide(world: World, one: Said) -> None:
    showing = _showing(world, one)
    found = words.DECIDED.get(one.key)
    if showing is None or showing.state != "waiting":
        return
    if found is None:
        verbs.moderate(showing=showing, outcome="shown", by=world.coordinator)
        return
    texts = showing_text.agreed(showing.contribution, showing)
    phrases = [(phrase, showing_text.Part.TELLS) for phrase in found.phrases]
    verbs.moderate(
        showing=showing,
        outcome="covered" if phrases else "not_shown",
        rule=found.rule,
        why=found.why,
        leave_out={key: showing_text.spans_of(text, phrases) for key, text in texts.items()},
        by=world.coordinator,
    )


def appeal(world: World, one: Said) -> None:
    contribution = fresh(world, one.key)
    by = author(world, contribution)
    verbs.appeal(contribution=contribution, words=words.DECIDED[one.key].appeal, by=by)


def vote(world: World, one: Said, *, number: int) -> None:
    asked = Appeal.objects.get(showing__contribution=world.contributions[one.key])
    mine = [key for key in words.PANEL if world.people[key].pk != asked.showing.contribution.person_id]
    verbs.vote(appeal=asked, show=words.DECIDED[one.key].votes[number], by=world.voice_of(mine[number]))


def _showing(world: World, one: Said) -> Showing | None:
    return queries.showing_of(fresh(world, one.key))
