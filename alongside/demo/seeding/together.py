"""Questions to many: put, added to, answered on phones and on sheets of paper, closed, answered by the organisation;
and what those who took part say of the answer."""

from __future__ import annotations

from functools import partial

from alongside.voice import services as voice
from alongside.voice.models import CommonGround, Statement
from alongside.voice.queries import public_actor
from alongside.voice.queries import together as queries
from alongside.voice.services import together as verbs
from alongside.voice.services.together_marks import mark_answer, question_answers

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
        world.step(one.opened + 6, Stage.HAPPENED, one.key, partial(take_part, world, one, made))
        if one.answer:
            world.step(one.closes, Stage.DONE, one.key, partial(close, world, made))
            world.step(one.answer[0], Stage.ANSWER, one.key, partial(answer, world, one, made))
            world.step(one.answer[0] + 2, Stage.TELL, one.key, partial(tell, world, made))
            world.step(one.answer[0] + 9, Stage.CHALLENGE, one.key, partial(mark, world, one, made))


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


def take_part(world: World, one: Question, made: list[CommonGround]) -> None:
    """Person after person: as many of each ten agree, disagree and pass as the words say."""
    rows = queries.shown_in(made[0])
    for person in range(one.people):
        camp, place = person % 5 // 3, (person // 5 * 7 + person) % CAMP
        choices = {
            row: _choice(one.camps[number][camp], (place + 3 * number) % CAMP)
            for number, row in enumerate(rows)
            if (person + number) % 9
        }
        if person < one.phones:
            _on_a_phone(world, made[0], person, choices)
        else:
            given = {row.code: choice for row, choice in choices.items()}
            verbs.type_in_sheet(ground=made[0], choices=given, by=world.coordinator)


def _on_a_phone(world: World, ground: CommonGround, person: int, choices: dict[Statement, int]) -> None:
    nobody, digest = public_actor(world.organisation), _digest(world, ground, person)
    for row, choice in choices.items():
        verbs.vote(ground=ground, statement=row, choice=choice, digest=digest, by=nobody)


def _digest(world: World, ground: CommonGround, person: int) -> str:
    return queries.voter_digest(ground, public_actor(world.organisation), f"{person:032x}")


def _choice(pattern: tuple[int, int, int], place: int) -> int:
    agree, disagree, _passed = pattern
    return 1 if place < agree else -1 if place < agree + disagree else 0


def close(world: World, made: list[CommonGround]) -> None:
    made[0] = verbs.close_ground(ground=made[0], by=world.coordinator)
    verbs.look_for_groups(ground=made[0])


def answer(world: World, one: Question, made: list[CommonGround]) -> None:
    assert one.answer and made[0].result  # noqa: S101
    _day, kind, reason = one.answer
    voice.answer(contribution=made[0].result, kind=kind, reason=reason, role=one.role, by=world.coordinator)


def tell(world: World, made: list[CommonGround]) -> None:
    """In the drop-in, and on the page of the question."""
    assert made[0].result  # noqa: S101
    voice.tell(contribution=made[0].result, channel="group", by=world.coordinator)


def mark(world: World, one: Question, made: list[CommonGround]) -> None:
    """Each from their own phone; and once a day it is counted."""
    ground = CommonGround.objects.select_related("organisation", "result").get(pk=made[0].pk)
    kinds = [kind for kind, number in one.marks for _n in range(number)]
    for person, kind in enumerate(kinds):
        mark_answer(
            ground=ground, kind=kind, digest=_digest(world, ground, person), by=public_actor(world.organisation)
        )
    question_answers(world.organisation.pk)
