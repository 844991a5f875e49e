"""What is asked of people about themselves. Nobody reads an answer but the person; all of them together are counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from alongside.core import lookups, periods
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.dates import add_months
from alongside.core.errors import NotYours
from alongside.organisation.models import Settings

from .. import equality_rules, make_up
from ..models import (
    RATHER_NOT,
    EqualityAnswer,
    EqualityCount,
    EqualityPopulation,
    EqualityQuestion,
    EqualityWording,
    Person,
)

TOGETHER = 500  # keys that are looked up at once


def key_of(question: EqualityQuestion, person_id: int) -> str:
    """Under the installation's key, and another one for each question: the database alone does not say whose it is,
    nor which two are of the same person."""
    return lookups.digest(str(person_id), salt=f"equality {question.code}")


def sheet_key(question: EqualityQuestion, code: str) -> str:
    return lookups.digest(tidy(code), salt=f"equality sheet {question.code}")


@dataclass(frozen=True)
class Asked:
    """A question as it is asked now, and what somebody answered, for them alone."""

    question: EqualityQuestion
    wording: EqualityWording
    answer: EqualityAnswer | None = None

    @property
    def declined(self) -> bool:
        return self.answer is not None and self.answer.choice == RATHER_NOT

    @property
    def asked_otherwise(self) -> bool:
        """They answered it when it was asked in other words."""
        return self.answer is not None and self.answer.wording_id != self.wording.pk


def equality_questions(organisation_id: int, in_use: bool = True) -> list[Asked]:
    """In their order, each in its newest words."""
    rows = EqualityQuestion.objects.filter(organisation=organisation_id).order_by("place", "id")
    questions = list(rows.filter(in_use=True) if in_use else rows)
    newest = _newest(questions)
    return [Asked(question, newest[question.pk]) for question in questions]


def _newest(questions: Iterable[EqualityQuestion]) -> dict[int, EqualityWording]:
    rows = EqualityWording.objects.filter(question__in=[each.pk for each in questions]).order_by("number")
    return {row.question_id: row for row in rows}


def equality_question_for(actor: Actor, code: str) -> Asked:
    """As whoever sets up the organisation, or whoever answers, comes to it."""
    found = EqualityQuestion.objects.filter(organisation=actor.organisation_id, code=code).first()
    if found is None:
        raise NotYours
    return Asked(found, _newest([found])[found.pk])


def wordings_of(question: EqualityQuestion) -> list[EqualityWording]:
    rows = EqualityWording.objects.filter(question=question).select_related("recorded_by")
    return list(rows.order_by("-number"))


def least_shown(settings: Settings) -> int:
    """People in the smallest group of which anything is said."""
    return make_up.least_of(settings.outside_threshold)


def quarters_to_choose(settings: Settings, today: date) -> list[periods.Period]:
    """This one, and the one before as long as it is not counted: a sheet for it would be in no count after that."""
    now = periods.of_day(periods.QUARTER, today, settings.year_starts_month)
    return [now] if is_counted(settings.organisation_id, now.before.first) else [now, now.before]


def is_counted(organisation_id: int, quarter: date) -> bool:
    """The three months that begin on that day."""
    return any(first == quarter for first, _last in days_counted(organisation_id, periods.QUARTER))


def asked_since(organisation_id: int) -> date | None:
    """From which day on people could answer anything."""
    rows = EqualityWording.objects.filter(question__organisation=organisation_id)
    return rows.order_by("from_day").values_list("from_day", flat=True).first()


def any_counted(organisation_id: int) -> bool:
    return EqualityCount.objects.filter(organisation=organisation_id).exists()


def days_counted(organisation_id: int, kind: str) -> set[tuple[date, date]]:
    """The first and the last of each year, or of each quarter, that was counted."""
    rows = EqualityCount.objects.filter(organisation=organisation_id).order_by().values_list("first", "last")
    return {(first, last) for first, last in rows if (last < add_months(first, 3)) is (kind == periods.QUARTER)}


def quarter_of_sheet(organisation_id: int, code: str) -> date | None:
    """For which three months it was typed in. None: it was not, or nothing on it was answered."""
    questions = list(EqualityQuestion.objects.filter(organisation=organisation_id))
    rows = EqualityAnswer.objects.filter(question__in=[each.pk for each in questions])
    found = rows.filter(key__in=[sheet_key(each, code) for each in questions], quarter__isnull=False)
    return found.order_by("quarter").values_list("quarter", flat=True).first()


# Somebody's own.


def my_equality_answers(actor: Actor, person: Person) -> list[Asked]:
    """For the person alone. What is not asked any more stands there too while they have an answer to it."""
    if not equality_rules.can_read_own(actor, person):
        raise NotYours
    asked = equality_questions(person.organisation_id, in_use=False)
    found = _answers(person.pk, [each.question for each in asked])
    mine = [Asked(each.question, each.wording, found.get(each.question.pk)) for each in asked]
    return [each for each in mine if each.question.in_use or each.answer]


def my_equality_answer(actor: Actor, person: Person, code: str) -> Asked:
    found = next((each for each in my_equality_answers(actor, person) if each.question.code == code), None)
    if found is None:
        raise NotYours
    return found


def _answers(person_id: int, questions: Collection[EqualityQuestion]) -> dict[int, EqualityAnswer]:
    keys = [key_of(question, person_id) for question in questions]
    rows = EqualityAnswer.objects.filter(key__in=keys, question__in=[question.pk for question in questions])
    return {row.question_id: row for row in rows.select_related("wording")}


def answers_of_person(person_id: int, organisation_id: int) -> list[EqualityAnswer]:
    """For a copy of everything that is held about somebody, and for forgetting them."""
    questions = list(EqualityQuestion.objects.filter(organisation=organisation_id).order_by("place", "id"))
    found = _answers(person_id, questions)
    return [found[question.pk] for question in questions if question.pk in found]


# All of them together.


class Kept(NamedTuple):
    choice: str
    counted_in: int | None


def answers_among(question: EqualityQuestion, people: Collection[int], first: date, last: date) -> dict[str, Kept]:
    """Of so many people, and of the sheets for these days, by key. Whoever would rather not say is left out. It is for
    counting, and goes no further than that."""
    keys = [key_of(question, person) for person in people]
    rows = EqualityAnswer.objects.filter(question=question).exclude(choice=RATHER_NOT).order_by()
    listed = list(rows.filter(quarter__range=(first, last)).values_list("key", "choice", "counted_in"))
    for start in range(0, len(keys), TOGETHER):
        some = rows.filter(key__in=keys[start : start + TOGETHER])
        listed += some.values_list("key", "choice", "counted_in")
    return {key: Kept(choice, counted_in) for key, choice, counted_in in listed}


@dataclass(frozen=True)
class Made:
    """How those who took part in a period were made up, as it was counted once."""

    count: EqualityCount
    questions: list[make_up.Counted]


def equality_counts(organisation_id: int) -> QuerySet[EqualityCount]:
    """The newest first."""
    return EqualityCount.objects.filter(organisation=organisation_id).order_by("-last", "first")


def made_up(count: EqualityCount) -> Made:
    return Made(count, [make_up.Counted.of_plain(each) for each in count.result["questions"]])


@dataclass(frozen=True)
class Population:
    row: EqualityPopulation
    shares: dict[str, Decimal]


def populations_of(organisation_id: int) -> dict[str, Population]:
    """The newest for each question, by its code."""
    rows = EqualityPopulation.objects.filter(question__organisation=organisation_id)
    found = {}
    for row in rows.select_related("question", "recorded_by").order_by("id"):
        shares = {choice: Decimal(share) for choice, share in row.shares.items()}
        found[row.question.code] = Population(row, shares)
    return found


def population_of(question: EqualityQuestion) -> Population | None:
    return populations_of(question.organisation_id).get(question.code)
