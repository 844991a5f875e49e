"""How it was: asked the day after a session, answered in the week that follows, and over on its day."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from alongside.candour import rules
from alongside.candour import services as verbs
from alongside.candour.models import PulseRound
from alongside.core.actor import Actor, system
from alongside.organisation import queries as organisations

from ..words.pulses import PULSES, STATEMENTS, Asked, Said
from . import meetings
from .world import World

ASKED_AFTER, ANSWERED_AFTER = timedelta(days=1), timedelta(days=3)
OVER_AFTER = timedelta(days=22)  # a round is over within three weeks


def plan(world: World) -> None:
    """Counted from when the session really ended: who came is written down then, on whatever day that fell."""
    slug = world.story.organisation.slug
    for one in PULSES:
        if not any(meeting.key == one.session for meeting in world.story.meetings):
            continue  # these are the sessions of another organisation
        ended, name = meetings.ends(world, one.session), f"{slug}: PULSE {one.session}"
        world.plan.add(ended + ASKED_AFTER, name, partial(ask, world, one))
        world.plan.add(ended + ANSWERED_AFTER, name, partial(answer, world, one))
        if one.over:
            world.plan.add(ended + OVER_AFTER, name, partial(run, world))


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
