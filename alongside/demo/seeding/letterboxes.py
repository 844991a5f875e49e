"""Letterboxes, what was put in without a name, on a phone and on paper, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Medium
from alongside.voice import queries
from alongside.voice import services as verbs
from alongside.voice.models import Contribution
from alongside.voice.models import Letterbox as Box
from alongside.voice.shapes import Uses

from ..words.voices.letterboxes import LETTERBOXES, Letterbox, PutIn
from .days import Stage
from .world import World

STORY = "tenter-row"
FORMS = 12  # printed at once
READ_AFTER, KNOWN_AFTER, MORE_AFTER = 1, 3, 9  # days


class Boxes:
    """What has been made so far."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.made: dict[str, Box] = {}
        self.slips: dict[str, list[str]] = {}
        self.said: dict[str, Contribution] = {}

    def unit_of(self, one: Letterbox) -> int:
        about, key = one.about
        return self.world.units[key].pk if about == "unit" else self.world.decisions[key].unit_id

    def staff(self, one: Letterbox, permission: str = P.SAY_FOR, who: str = "") -> Actor:
        return self.world.able(who or one.by, permission, self.unit_of(one))


def plan(world: World) -> None:
    if world.story.organisation.slug != STORY:
        return
    boxes = Boxes(world)
    for one in LETTERBOXES:
        world.step(-one.days_ago, Stage.SAY, one.key, partial(_make, boxes, one))
        for number, put in enumerate(one.put_in):
            _plan(boxes, one, put, f"{one.key} {number}")
        if one.closed_days_ago:
            world.step(-one.closed_days_ago, Stage.DONE, one.key, partial(_close, boxes, one))


def _plan(boxes: Boxes, one: Letterbox, put: PutIn, key: str) -> None:
    def step(after: int, stage: Stage, do: Any) -> None:
        if put.days_ago - after > 0:
            boxes.world.step(after - put.days_ago, stage, key, do)

    step(0, Stage.SAY, partial(_put_in, boxes, one, put, key))
    step(READ_AFTER, Stage.ACKNOWLEDGE, partial(_read, boxes, one, key))
    if put.adds:
        step(MORE_AFTER, Stage.SAY, partial(_add, boxes, put, key))
    if put.answer[0]:
        step(put.after, Stage.ANSWER, partial(_answer, boxes, one, put, key))
        if put.knows:
            step(put.after + KNOWN_AFTER, Stage.TELL, partial(_opens_the_page, boxes, key))


def _make(boxes: Boxes, one: Letterbox) -> None:
    about, key = one.about
    place: dict[str, Any] = {about: (boxes.world.units if about == "unit" else boxes.world.decisions)[key]}
    by = boxes.staff(one)
    box = verbs.make_letterbox(title=one.title, question=one.asks, kind=one.kind, by=by, **place)
    boxes.made[one.key] = box
    if any(put.form for put in one.put_in):
        boxes.slips[one.key] = verbs.print_forms(box=box, copies=FORMS, by=by)


def _put_in(boxes: Boxes, one: Letterbox, put: PutIn, key: str) -> None:
    facts: dict[str, Any] = {"words": put.words, "lang": put.lang, "uses": Uses(public=len(put.words) > FORMS)}
    if put.form:
        by = replace(boxes.staff(one), medium=Medium.PAPER)
        slip = boxes.slips[one.key].pop()
        said, _code = verbs.type_in(by=by, slip=slip, via="written_down", **facts)
    else:
        public = queries.public_actor(boxes.world.organisation)
        said, _code = verbs.put_in(box=boxes.made[one.key], by=public, **facts)
    boxes.said[key] = said


def _read(boxes: Boxes, one: Letterbox, key: str) -> None:
    verbs.read(contribution=boxes.said[key], by=boxes.staff(one, P.ANSWER, one.answers))


def _add(boxes: Boxes, put: PutIn, key: str) -> None:
    first = boxes.said[key]
    verbs.add_words(contribution=first, words=put.adds, by=queries.holder_of(first))


def _answer(boxes: Boxes, one: Letterbox, put: PutIn, key: str) -> None:
    kind, reason = put.answer
    role = boxes.world.staff[one.answers].job
    by = boxes.staff(one, P.ANSWER, one.answers)
    verbs.answer(contribution=boxes.said[key], kind=kind, reason=reason, role=role, by=by)


def _opens_the_page(boxes: Boxes, key: str) -> None:
    row = boxes.said[key]
    row.refresh_from_db()
    verbs.told_by_code(contribution=row, by=queries.holder_of(row))


def _close(boxes: Boxes, one: Letterbox) -> None:
    box = boxes.made[one.key]
    verbs.close_letterbox(box=box, by=boxes.staff(one))
