"""What stands around an answer is in the demonstration too: before it, beside it, and the last word on it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from alongside.accounts.models import User
from alongside.core.actor import Actor
from alongside.demo import seed
from alongside.organisation import queries as organisations
from alongside.organisation.models import Membership, Organisation
from alongside.voice import answer_templates, phrases, queries
from alongside.voice.models import (
    Answer,
    AnswerTemplate,
    Challenge,
    Contribution,
    Escalation,
    Passing,
    RenderingDoubt,
    Step,
)
from alongside.voice.queries import answering

from .conftest import TODAY

pytestmark = pytest.mark.usefixtures("demonstration")


def test_some_are_told_how_it_stands_and_the_answer_is_still_owed() -> None:
    noted = Contribution.objects.filter(answer_kind="holding")
    assert noted.count() >= 5
    assert all(row.owed and row.answer_by == row.received_on + timedelta(weeks=6) for row in noted)
    assert Answer.objects.filter(contribution__in=noted, kind="holding").count() > noted.count()


def test_one_answer_came_from_outside_and_one_is_to_be_asked_for_again() -> None:
    came, waits = Passing.objects.order_by("end")[::-1]
    assert (came.end, waits.end) == ("came", "")
    assert came.chases.count() == waits.chases.count() == 1
    assert waits.chase_by < TODAY
    manager = organisations.actor_for(_user("gail.ormondroyd@tenter-row.example.org"), waits.organisation_id)
    assert list(answering.to_chase(manager, TODAY)) == [waits]


def test_one_answer_for_several_and_each_says_what_they_think_of_it() -> None:
    together = Answer.objects.filter(reason__startswith="You told us about the telephone on Monday mornings.")
    rows = [answer.contribution for answer in together.select_related("contribution")]
    assert len(rows) == 4 and len({row.unit_id for row in rows}) == 1
    assert Counter(bool(row.answers_me_on) for row in rows) == {True: 2, False: 2}
    assert [row.disputed for row in rows].count(True) == 1


def test_each_way_to_question_an_answer_is_open_somewhere() -> None:
    waiting = Challenge.objects.filter(contribution__disputed=True)
    assert set(waiting.values_list("kind", flat=True)) == {"not_what_i_said", "not_an_answer", "not_true"}
    assert RenderingDoubt.objects.filter(agreed_on__isnull=True).exists()
    assert Contribution.objects.filter(answers_me_on__isnull=False).count() >= 5


def test_debts_stand_on_every_step() -> None:
    owed = Counter(Contribution.objects.filter(owed=True).values_list("risen", flat=True))
    assert all(owed[step] for step in (0, *Step))
    assert queries.debts.on_board(_coordinator()).exists()
    assert set(Escalation.objects.values_list("step", flat=True)) == set(Step)


def test_one_stands_in_now_one_did_and_one_will() -> None:
    rows = Membership.objects.filter(instead_of__isnull=False).order_by("since")
    assert [(row.since > TODAY) - (row.until is not None and row.until <= TODAY) for row in rows] == [-1, 0, 1]
    assert all(row.user_id != row.instead_of_id for row in rows)


def test_it_has_empty_phrases_and_templates_of_its_own() -> None:
    organisation = _coordinator().organisation_id
    assert answering.empty_phrases_of(organisation or 0) - phrases.EMPTY_PHRASES
    assert Counter(AnswerTemplate.objects.values_list("in_use", flat=True)) == {True: 2, False: 1}
    assert all(answer_templates.gaps(one.text) for one in AnswerTemplate.objects.all())


def _coordinator() -> Actor:
    organisation = Organisation.objects.get(slug=seed.SLUG)
    return organisations.actor_for(_user("callum.adeyemi-rudd@tenter-row.example.org"), organisation.pk)


def _user(email: str) -> User:
    return User.objects.get(email=email)
