"""Questions to many: put, added to, answered on sheets of paper, closed, and answered by the organisation."""

from __future__ import annotations

from functools import partial

from alongside.voice import services as voice
from alongside.voice.models import CommonGround
from alongside.voice.queries import public_actor
from alongside.voice.queries import together as queries
from alongside.voice.services import together as verbs

from ..words.together import QUESTIONS, Question
from .days import Stage
from .world import World

CAMP = 10  # people of one pattern, after whom it begins again


def plan(world: World) -> None:
    if not all(one.unit in {unit.key for unit in world.story.units} for one in QUESTIONS):
        return  # these are the questions of another organisation
    for one in QUESTIONS:
        made: list[CommonGround] = []  # by the first step, for the others
        world.step(one.opened, Stage.ASK, one.key, partial(put, world, one, made))
        world.step(one.opened + 4, Stage.SAY, one.key, partial(add, world, one, made))
        world.step(one.opened + 6, Stage.HAPPENED, one.key, partial(answer_on_paper, world, one, made))
        if one.answer:
            world.step(one.closes, Stage.DONE, one.key, partial(close, world, made))
            world.step(one.answer[0], Stage.ANSWER, one.key, partial(answer, world, one, made))
            world.step(one.answer[0] + 2, Stage.TELL, one.key, partial(tell, world, made))


def put(world: World, one: Question, made: list[CommonGround]) -> None:
    made.append(
        verbs.open_ground(
            question=one.question,
            use=one.use,
            closes_on=world.days.day(one.closes),
            unit=world.units[one.unit],
            statements=one.statements,
            by=world.coordinator,
        )
    )


def add(world: World, one: Question, made: list[CommonGround]) -> None:
    nobody = public_actor(world.organisation)
    for words in (*one.added, *(words for words, _why in one.not_shown), *one.waiting):
        statement = verbs.add_statement(ground=made[0], words=words, by=nobody, token=f"{len(words):032x}")
        if words in one.added:
            verbs.read_statement(statement=statement, show=True, by=world.coordinator)
        elif why := dict(one.not_shown).get(words):
            verbs.read_statement(statement=statement, show=False, why_not=why, by=world.coordinator)


def answer_on_paper(world: World, one: Question, made: list[CommonGround]) -> None:
    """Person after person: as many of each ten agree, disagree and pass as the words say."""
    codes = [row.code for row in queries.shown_in(made[0])]
    for sheet in range(one.sheets):
        camp, place = sheet % 5 // 3, (sheet // 5 * 7 + sheet) % CAMP
        choices = {
            code: _choice(one.camps[number][camp], (place + 3 * number) % CAMP)
            for number, code in enumerate(codes)
            if (sheet + number) % 9
        }
        verbs.type_in_sheet(ground=made[0], choices=choices, by=world.coordinator)


def _choice(pattern: tuple[int, int, int], place: int) -> int:
    agree, disagree, _passed = pattern
    return 1 if place < agree else -1 if place < agree + disagree else 0


def close(world: World, made: list[CommonGround]) -> None:
    made[0] = verbs.close_ground(ground=made[0], by=world.coordinator)
    verbs.look_for_groups(ground=made[0])


def answer(world: World, one: Question, made: list[CommonGround]) -> None:
    assert one.answer and made[0].result  # noqa: S101
    _day, kind, reason = one.answer
    voice.answer(
        contribution=made[0].result, kind=kind, reason=reason, role="Head of community services", by=world.coordinator
    )


def tell(world: World, made: list[CommonGround]) -> None:
    """In the drop-in, and on the page of the question."""
    assert made[0].result  # noqa: S101
    voice.tell(contribution=made[0].result, channel="group", by=world.coordinator)
