"""Somebody answers, or many have."""

from __future__ import annotations

from typing import Any

from alongside.people import queries, services
from alongside.people.models import EqualityAnswer, EqualityQuestion, Person
from tests.cast import Cast

SEX = {"name": "Sex", "text": "What is your sex?", "choices": ["Female", "Male"]}


def say(person: Person, question: EqualityQuestion, choice: str | None, by: Any, **values: Any) -> None:
    services.answer_equality(person=person, question=question, choice=choice, seen=1, by=by, **values)


def people(cast: Cast, number: int) -> list[Person]:
    return [Person.objects.create(organisation=cast.org, name=f"P {n}", state="active") for n in range(number)]


def fill(cast: Cast, question: EqualityQuestion, said: dict[str, int], some: list[Person]) -> None:
    """As they would have said it, without the time that takes."""
    wording = question.wordings.get(number=1)
    rest = iter(some)
    EqualityAnswer.objects.bulk_create(
        EqualityAnswer(question=question, wording=wording, key=queries.key_of(question, next(rest).pk), choice=choice)
        for choice, number in said.items()
        for _each in range(number)
    )
