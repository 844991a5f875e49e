"""What people say about themselves: theirs alone, found again by them alone, and counted where enough said it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from alongside.audit.models import Event
from alongside.core import periods
from alongside.core.errors import NotYours, Refused
from alongside.core.models import Once
from alongside.home.services.forgetting import everything_about, forget
from alongside.people import queries, services
from alongside.people.models import EqualityAnswer, EqualityQuestion, Person

from .equality_factories import SEX, fill, people, say

pytestmark = pytest.mark.django_db
QUARTER = periods.of_day(periods.QUARTER, date(2026, 5, 1), 4)


# Answering.


def test_somebody_says_changes_and_takes_back(cora, herself, sex, faith):
    say(cora, sex, "Female", herself)
    say(cora, faith, "Christian", herself, words="  Quaker ")
    mine = {each.question.name: each.answer for each in queries.my_equality_answers(herself, cora)}
    assert (mine["Sex"].choice, mine["Religion"].choice, mine["Religion"].words) == ("Female", "Christian", "Quaker")
    say(cora, faith, "", herself)
    assert queries.my_equality_answer(herself, cora, faith.code).declined
    services.take_back_equality(person=cora, question=sex, by=herself)
    assert queries.my_equality_answer(herself, cora, sex.code).answer is None
    services.take_back_equality(person=cora, by=herself)
    assert not EqualityAnswer.objects.exists()


def test_answering_twice_is_one_answer(cora, herself, sex):
    for choice in ("Female", "Female", "Male"):
        say(cora, sex, choice, herself)
    assert EqualityAnswer.objects.get().choice == "Male"


@pytest.mark.parametrize(
    ("choice", "words", "field"),
    [(None, "", "choice"), ("Other", "", "choice"), ("Female", "Own", "choice"), ("x" * 20_000, "", "choice")],
)
def test_what_is_no_answer(cora, herself, sex, choice, words, field):
    with pytest.raises(Refused) as refused:
        say(cora, sex, choice, herself, words=words)
    assert refused.value.field == field and not EqualityAnswer.objects.exists()


def test_own_words_are_short(cora, herself, faith):
    with pytest.raises(Refused):
        say(cora, faith, "None", herself, words="x" * 20_000)


@pytest.mark.parametrize("who", ["coordinator", "staff", "board", "administrator", "stranger", "dev", "public"])
def test_nobody_reads_what_somebody_else_said(cast, cora, herself, sex, who):
    say(cora, sex, "Female", herself)
    with pytest.raises(NotYours):
        queries.my_equality_answers(cast.actor(who), cora)
    with pytest.raises(Refused):
        say(cora, sex, "Male", cast.actor(who))


def test_written_down_for_somebody_and_read_by_nobody(noor, alma, for_noor, sex):
    say(noor, sex, "Female", for_noor)
    with pytest.raises(NotYours):
        queries.my_equality_answers(for_noor, noor)
    row = EqualityAnswer.objects.get()
    assert row.choice == "Female" and not hasattr(row, "medium")
    services.take_back_equality(person=noor, by=for_noor)
    with pytest.raises(Refused):
        say(noor, sex, "Female", alma)  # nobody said so


# Nothing joins it to anybody.


def test_no_column_leads_to_a_person_or_a_time(cora, herself, sex, faith, events):
    before = len(events())
    say(cora, sex, "Female", herself)
    say(cora, faith, "None", herself)
    fields = EqualityAnswer._meta.get_fields()
    assert {f.related_model for f in fields if isinstance(f, models.ForeignKey)} == {
        EqualityQuestion,
        EqualityQuestion._meta.get_field("wordings").related_model,
    }
    assert not [f.name for f in fields if isinstance(f, models.DateTimeField)]
    with pytest.raises(FieldDoesNotExist):
        EqualityAnswer._meta.get_field("recorded_by")
    first, second = EqualityAnswer.objects.order_by("id")
    assert first.key != second.key  # not even two answers of one person are alike
    assert str(cora.pk) not in (first.key, second.key) and cora.code not in first.key
    assert len(events()) == before
    assert not Event.objects.filter(name__contains="answer").exists()


def test_an_answer_is_written_among_others_and_in_no_order(cast, sex, cora, herself):
    fill(cast, sex, {"Female": 20}, people(cast, 20))
    before = set(EqualityAnswer.objects.values_list("pk", flat=True))
    say(cora, sex, "Male", herself)
    after = set(EqualityAnswer.objects.values_list("pk", flat=True))
    assert len(after) == 21 and not before & after  # all of them are new: which one is the newest is not to be seen


def test_the_form_leaves_no_row_and_is_not_kept(mine, about, cora, herself, sex):
    forms = Once.objects.count()
    page = mine.get(f"{about}equality/{sex.code}/")
    assert page["Cache-Control"] == "no-store"
    assert mine.post(f"{about}equality/{sex.code}/", {"choice": "0", "seen": "1"}).status_code == 303
    assert EqualityAnswer.objects.get().choice == "Female" and Once.objects.count() == forms


def test_their_copy_has_it_and_being_forgotten_takes_it(cora, herself, sex, faith):
    say(cora, sex, "Female", herself)
    say(cora, faith, "", herself)
    told = everything_about(cora)["people"]["what_you_said_about_yourself"]
    assert [(each["asked"], each["answered"]) for each in told] == [
        ("What is your sex?", "Female"),
        ("What is your religion?", "I would rather not say"),
    ]
    forget(person=cora, by=herself)
    assert not EqualityAnswer.objects.exists()
    assert everything_about(Person.objects.get(pk=cora.pk))["people"]["what_you_said_about_yourself"] == []


# Wordings.


def test_an_answer_stays_an_answer_to_the_words_that_were_read(cora, herself, alma, sex):
    say(cora, sex, "Female", herself)
    services.reword_equality_question(
        question=sex, name="Sex", text="What is your legal sex?", choices=["Woman", "Man"], by=alma
    )
    found = queries.my_equality_answer(herself, cora, sex.code)
    assert found.asked_otherwise and found.answer.wording.text == "What is your sex?"
    with pytest.raises(Refused) as refused:
        say(cora, sex, "Woman", herself)  # the page showed the old words
    assert refused.value.field == "seen"
    services.answer_equality(person=cora, question=sex, choice="Woman", seen=2, by=herself)
    assert EqualityAnswer.objects.get().wording.number == 2


def test_the_same_words_are_no_new_wording(alma, sex):
    services.reword_equality_question(question=sex, **{**SEX, "name": "Your sex"}, by=alma)
    assert sex.wordings.count() == 1
    with pytest.raises(Refused):
        services.reword_equality_question(question=sex, **SEX, seen=7, by=alma)


def test_out_of_use_it_can_still_be_taken_out(cora, herself, alma, sex):
    say(cora, sex, "Female", herself)
    services.reword_equality_question(question=sex, **SEX, in_use=False, by=alma)
    assert [each.question.in_use for each in queries.my_equality_answers(herself, cora)] == [False]
    with pytest.raises(Refused):
        say(cora, sex, "Male", herself)
    services.take_back_equality(person=cora, question=sex, by=herself)
    assert queries.my_equality_answers(herself, cora) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "sex"}, "name"),
        ({"text": " "}, "text"),
        ({"text": "x" * 20_000}, "text"),
        ({"choices": ["Yes"]}, "choices"),
        ({"choices": ["Yes", "yes"]}, "choices"),
        ({"choices": [str(n) for n in range(41)]}, "choices"),
        ({"text": "What is your diagnosis?"}, "text"),
        ({"text": "Do you get Universal Credit?"}, "text"),
        ({"text": "Are you on benefits?"}, "text"),
        ({"choices": ["PIP", "None"]}, "choices"),
    ],
)
def test_questions_that_cannot_be(alma, sex, values, field):
    asked = {"name": "Other", "text": "Which?", "choices": ["A", "B"], **values}
    with pytest.raises(Refused) as refused:
        services.add_equality_question(**asked, by=alma)
    assert refused.value.field == field


def test_the_questions_to_begin_with(alma, sex):
    assert services.take_starter_questions(by=alma) == 10  # one has that name already
    assert services.take_starter_questions(by=alma) == 0
    names = [each.question.name for each in queries.equality_questions(alma.organisation_id)]
    assert names[0] == "Sex" and "Gender identity" in names and "Gender" not in names


@pytest.mark.parametrize("who", ["cora", "staff", "manager", "board", "stranger"])
def test_who_sets_them_up(cast, sex, who):
    with pytest.raises((Refused, NotYours)):
        services.reword_equality_question(question=sex, **SEX, by=cast.actor(who))


# Those the organisation is for.


@pytest.mark.parametrize(
    ("shares", "fine"),
    [
        ({"Female": "51", "Male": "49"}, True),
        ({"Female": "50.6", "Male": "48.7"}, True),  # rounded where they were published
        ({"Female": "51", "Male": "30"}, False),
        ({"Female": "51", "Male": "51"}, False),
        ({"Female": "100"}, False),
        ({"Female": "-1", "Male": "101"}, False),
        ({"Female": "50", "Male": "50", "Other": "0"}, False),
    ],
)
def test_a_population_is_a_hundred_in_a_hundred(alma, sex, shares, fine):
    from decimal import Decimal

    asked = {
        "question": sex,
        "who": "Everybody in Leeds",
        "source": "Census 2021",
        "counted_on": date(2021, 3, 21),
        "shares": {choice: Decimal(share) for choice, share in shares.items()},
        "by": alma,
    }
    if fine:
        services.set_population(**asked)
        assert queries.population_of(sex).shares["Female"] == Decimal(shares["Female"])
    else:
        with pytest.raises(Refused) as refused:
            services.set_population(**asked)
        assert refused.value.field == "shares"


# Sheets.


def test_a_sheet_without_a_name(alma, cora, herself, sex, faith):
    typed = {"code": "ABCDE 12345", "quarter": QUARTER.first, "by": alma}
    services.type_in_equality_sheet(given={sex: "Female", faith: None}, **typed)
    services.type_in_equality_sheet(given={sex: "Male", faith: "None"}, **{**typed, "code": "abcde12345"})
    assert {row.choice for row in EqualityAnswer.objects.all()} == {"Male", "None"}
    services.type_in_equality_sheet(given={sex: None, faith: None}, **typed)
    assert not EqualityAnswer.objects.exists()
    with pytest.raises(Refused):
        services.type_in_equality_sheet(given={sex: "Male"}, **{**typed, "code": "short"})
    with pytest.raises(Refused):
        services.type_in_equality_sheet(given={sex: "Male"}, **{**typed, "by": herself})
