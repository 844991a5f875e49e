"""Panels: from the first idea of a job to what the panel says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from alongside.core.actor import Actor
from alongside.involvement import queries
from alongside.involvement import services as verbs
from alongside.involvement.models import Candidate, JobPaper, PanelMember, Recruitment, Role, Round

from ..words.panel_shapes import JobChange, Panel
from .days import Stage
from .world import World


@dataclass(repr=False)
class Making:
    """One panel, as far as it has come."""

    world: World
    words: Panel
    recruitment: Recruitment = field(init=False)
    members: dict[str, int] = field(default_factory=dict)

    def step(self, day: int | None, stage: Stage, do: Callable[..., object], *more: object) -> None:
        if day is not None:
            self.world.step(day, stage, f"{self.words.decision} {more}", partial(do, self, *more))

    @property
    def owner(self) -> Actor:
        one = next(each for each in self.world.story.decisions if each.key == self.words.decision)
        return self.world.actor(one.owner)

    def speaks(self, key: str) -> Actor:
        return self.world.actor(key) if key in self.world.staff else self.world.voice_of(key)

    def member(self, key: str) -> PanelMember:
        return next(each for each in queries.members_of(self.recruitment) if each.pk == self.members[key])

    def candidates(self) -> list[Candidate]:
        return list(self.recruitment.candidates.order_by("id"))

    def invited(self) -> list[Candidate]:
        return [each for each in self.candidates() if each.label in self.words.invited]


def plan(world: World) -> None:
    for words in world.story.panels:
        making = Making(world, words)
        _plan(words, making)
        _plan_end(words, making)


def _plan(one: Panel, making: Making) -> None:
    """What falls on one day comes in the order of the stages of that day."""
    making.step(one.begun, Stage.PANEL, begin)
    for name, day in one.before_people:
        making.step(day, Stage.PANEL_DOES, without_people, name)
    making.step(one.joined, Stage.PANEL, join)
    making.step(one.asked, Stage.PANEL_DOES, ask)
    making.step(one.applied, Stage.PANEL, apply)
    for key, _opinions in one.marks:
        making.step(one.marked, Stage.PANEL_DOES, mark, key)
    making.step(one.shortlisted, Stage.PANEL_AGREES, shortlist)
    for key, _scores in one.scores:
        making.step(one.scored, Stage.PANEL_DOES, score, key)


def _plan_end(one: Panel, making: Making) -> None:
    making.step(one.chosen, Stage.PANEL_AGREES, choose)
    for name, day in one.with_people:
        making.step(day, Stage.PANEL_AGREES, with_people, name)
    making.step(one.started, Stage.PANEL, started)
    for key, _worked, _change in one.reviews:
        making.step(one.reviewed, Stage.PANEL, review, key)
    for change in one.changes:
        making.step(change.day, Stage.PANEL, note, change)


def begin(making: Making) -> None:
    decision = making.world.decisions[making.words.decision]
    making.recruitment = verbs.begin_recruitment(decision=decision, by=making.owner)


def without_people(making: Making, name: str) -> None:
    stage = queries.stage_of(making.recruitment, name)
    verbs.move_stage(stage=stage, state="done", nobody=True, seen=stage.version, by=making.owner)


def with_people(making: Making, name: str) -> None:
    stage = queries.stage_of(making.recruitment, name)
    places = [row.place for row in queries.members_of(making.recruitment) if row.place is not None]
    verbs.move_stage(stage=stage, state="done", role=Role.SHARES, places=places, seen=stage.version, by=making.owner)


def join(making: Making) -> None:
    world, one = making.world, making.words
    for key in one.members:
        member = verbs.add_member(
            recruitment=making.recruitment,
            place=world.places.get((one.opportunity, key)),
            user=world.users[key] if key in world.staff else None,
            by=world.coordinator,
        )
        making.members[key] = member.pk
        verbs.agree_to_terms(member=making.member(key), number=1, by=making.speaks(key))
    verbs.set_chair(member=making.member(one.chair), by=world.coordinator)


def ask(making: Making) -> None:
    world = making.world
    for one in making.words.questions:
        verbs.write_question(
            recruitment=making.recruitment,
            words=one.words,
            shows=one.shows,
            place=world.places.get((making.words.opportunity, one.by)),
            user=world.users.get(one.by),
            by=world.coordinator,
        )


def apply(making: Making) -> None:
    for one in making.words.candidates:
        verbs.add_candidate(
            recruitment=making.recruitment,
            name=one.name,
            contact=one.contact,
            application=one.application,
            file=None,
            confirmed=True,
            by=making.world.coordinator,
        )


def mark(making: Making, key: str) -> None:
    for candidate, (opinion, why) in zip(making.candidates(), dict(making.words.marks)[key], strict=True):
        verbs.mark_candidate(
            member=making.member(key), candidate=candidate, opinion=opinion, why=why, by=making.speaks(key)
        )
    verbs.hand_in_sheet(member=making.member(key), round=Round.SHORTLIST, by=making.speaks(key))


def shortlist(making: Making) -> None:
    verbs.agree_shortlist(
        recruitment=making.recruitment,
        candidates=[each.code for each in making.invited()],
        reason=making.words.shortlist_reason,
        by=making.world.coordinator,
    )


def score(making: Making, key: str) -> None:
    questions = list(queries.questions_of(making.recruitment))
    for candidate, values in zip(making.invited(), dict(making.words.scores)[key], strict=True):
        verbs.give_scores(
            member=making.member(key),
            candidate=candidate,
            values={each.pk: value for each, value in zip(questions, values, strict=True)},
            by=making.speaks(key),
        )
    verbs.hand_in_sheet(member=making.member(key), round=Round.SCORES, by=making.speaks(key))


def choose(making: Making) -> None:
    one = making.words
    making.recruitment.refresh_from_db()
    verbs.choose_candidate(
        recruitment=making.recruitment,
        candidate=next(each for each in making.invited() if each.label == one.choice),
        reason=one.choice_reason,
        start_by=None if one.starts is None else making.world.days.day(one.starts),
        by=making.owner,
    )


def started(making: Making) -> None:
    follow_up = queries.follow_up_for(making.recruitment, "started")
    on = making.world.days.day(making.words.started or 0)
    verbs.answer_follow_up(follow_up=follow_up, answer=True, on=on, by=making.owner)


def note(making: Making, one: JobChange) -> None:
    verbs.note_change(
        recruitment=making.recruitment,
        paper=JobPaper(one.paper),
        before=one.before,
        after=one.after,
        why=one.why,
        place=making.world.places.get((making.words.opportunity, one.by)),
        by=making.owner,
    )


def review(making: Making, key: str) -> None:
    worked, change = next((worked, change) for who, worked, change in making.words.reviews if who == key)
    verbs.review_panel(member=making.member(key), worked=worked, change=change, by=making.speaks(key))
