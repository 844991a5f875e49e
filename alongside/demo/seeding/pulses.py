"""How it was: asked the day after a session, answered in the week that follows, and over on its day."""

from __future__ import annotations

from functools import partial

from alongside.candour import rules
from alongside.candour import services as verbs
from alongside.candour.models import PulseRound
from alongside.core.actor import Actor, system
from alongside.organisation import queries as organisations

from ..words.pulses import PULSES, STATEMENTS, Asked, Said
from .days import Stage
from .world import World

ANSWERS_AFTER, LAST_DAY = 2, 21  # a round is over within three weeks


def plan(world: World) -> None:
    for one in PULSES:
        if not any(meeting.key == one.session for meeting in world.story.meetings):
            continue  # these are the sessions of another organisation
        key = f"pulse {one.session}"
        world.step(one.day, Stage.DONE, key, partial(ask, world, one))
        world.step(one.day + ANSWERS_AFTER, Stage.DONE, key, partial(answer, world, one))
        if one.over:
            world.step(one.day + LAST_DAY, Stage.DONE, key, partial(run, world))


def ask(world: World, one: Asked) -> None:
    meeting = world.meetings[one.session]
    verbs.ask_how_it_was(opportunity=meeting.opportunity, meeting=meeting, by=system(world.organisation.pk))


def _given(pulse: PulseRound, said: Said) -> dict[str, int | None]:
    marks = zip(STATEMENTS, said.marks, strict=True)
    return {**dict(marks), **{f"role_{stage}": said.role for stage in pulse.stages}}


def _staff(world: World, pulse: PulseRound) -> Actor:
    """Whose decision it is, if they answer as staff there; else the coordinator."""
    decision = pulse.opportunity.decision
    by = organisations.actor_for(decision.owner, world.organisation.pk)
    return by if rules.answers_as_staff(by, pulse) and by.person_id is None else world.coordinator


def answer(world: World, one: Asked) -> None:
    pulse = PulseRound.objects.get(meeting=world.meetings[one.session])
    for said in one.staff:
        by = _staff(world, pulse)
        verbs.answer_as_staff(pulse=pulse, given=_given(pulse, said), words=said.words, by=by)
    for said in one.people:
        verb = verbs.answer_openly if said.openly else verbs.answer_pulse
        verb(pulse=pulse, given=_given(pulse, said), words=said.words, by=world.voice_of(said.who))


def run(world: World) -> None:
    """What the nightly task does with all that is over."""
    verbs.close_what_is_over(organisation=world.organisation, by=system(world.organisation.pk))
