"""Those who took part, counted once and held against every earlier count; and the pages of it all."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from alongside.core import periods
from alongside.core.actor import Medium
from alongside.home.services.forgetting import forget
from alongside.people import make_up, queries, services
from alongside.people.models import EqualityAnswer, EqualityCount, EqualityQuestion, Person
from tests.cast import Cast
from tests.make import days

from .equality_factories import fill, people, say

pytestmark = pytest.mark.django_db
QUARTER = periods.of_day(periods.QUARTER, date(2026, 5, 1), 4)
NEXT = QUARTER.after


# Counting.


def count(cast: Cast, took: list[Person], period: periods.Period = QUARTER, later: list[Person] = ()) -> Any:
    """`took` in the first quarter, `later` in any other days."""

    def took_part(first: date, _last: date) -> set[int]:
        return {each.pk for each in (took if first == QUARTER.first else later)}

    by = cast.actor("coordinator")
    services.count_make_up(organisation=cast.org, period=period, took_part=took_part, by=by)
    made = queries.made_up(EqualityCount.objects.get(period=period.slug))
    return {each.question: each for each in made.questions}


@pytest.mark.parametrize("number", [0, 4, 5, 9])
def test_of_few_nothing_is_said(cast, sex, number):
    some = people(cast, 30)
    fill(cast, sex, {"Female": number, "Male": number}, some)
    found = count(cast, some)[sex.code]
    assert found.why == make_up.FEW and not found.groups and found.answered == 0


def test_what_is_counted_once_stays(cast, sex, herself, cora):
    some = people(cast, 45)
    fill(cast, sex, {"Female": 18, "Male": 12}, some)
    found = count(cast, some)[sex.code]
    assert [(group.choices[0], group.number) for group in found.groups] == [("Female", 20), ("Male", 10)]
    assert (found.answered, found.silent, found.silent_few) == (30, 15, False)
    EqualityAnswer.objects.all().delete()
    assert count(cast, some)[sex.code] == found  # the verb made no second one


def test_who_would_rather_not_say_did_not_answer(cast, sex):
    some = people(cast, 45)
    fill(cast, sex, {"Female": 15, "Male": 15, "": 15}, some)
    found = count(cast, some)[sex.code]
    assert (found.answered, found.silent) == (30, 15)


def test_asked_otherwise_in_the_middle(cast, sex, alma):
    some = people(cast, 40)
    fill(cast, sex, {"Female": 18, "Male": 14}, some)
    services.reword_equality_question(question=sex, name="Sex", text="Sex?", choices=["Female", "Man"], by=alma)
    found = count(cast, some)[sex.code]
    assert [group.choices for group in found.groups] == [("Female",), ("Man", "Male")]


def test_sheets_count_in_their_quarter(cast, sex, alma):
    some = people(cast, 40)
    fill(cast, sex, {"Female": 14, "Male": 9}, some)
    for n in range(1, 3):
        services.type_in_equality_sheet(code=f"abcde1234{n}", quarter=QUARTER.first, given={sex: "Male"}, by=alma)
    assert [group.number for group in count(cast, some)[sex.code].groups] == [15, 10]


def grown(cast: Cast, sex: EqualityQuestion) -> list[Person]:
    """Thirty people of whom nineteen said the same, counted once."""
    some = people(cast, 45)
    fill(cast, sex, {"Female": 17, "Male": 13}, some)
    assert count(cast, some[:30])[sex.code].why == make_up.SHOWN
    return some


def test_one_more_person_is_not_to_be_seen_in_the_next_count(cast, sex, cora, herself):
    some = grown(cast, sex)
    say(cora, sex, "Female", herself)
    found = count(cast, some[:30], NEXT, [*some[:30], cora])[sex.code]
    assert (found.why, found.alike) == (make_up.ALIKE, QUARTER.slug)


@pytest.mark.parametrize("how", ["changed", "taken back", "forgotten"])
def test_nor_one_who_changed_it_meanwhile(cast, sex, alma, how):
    some = grown(cast, sex)
    for_one = alma.for_person(some[0].pk, Medium.PHONE)
    if how == "changed":
        say(some[0], sex, "Male", for_one)
    elif how == "taken back":
        services.take_back_equality(person=some[0], by=for_one)
    else:
        forget(person=some[0], by=for_one)
    assert count(cast, some[:30], NEXT, some[:30])[sex.code].why == make_up.ALIKE


def test_the_same_people_who_said_the_same_are_shown_again(cast, sex):
    some = grown(cast, sex)
    assert count(cast, some[:30], NEXT, some[:30])[sex.code].why == make_up.SHOWN


def test_enough_others_are_shown(cast, sex, alma):
    some = grown(cast, sex)
    new = people(cast, 12)
    fill(cast, sex, {"Female": 6, "Male": 6}, new)
    assert count(cast, some[:30], NEXT, [*some[:30], *new])[sex.code].why == make_up.SHOWN


def test_only_when_it_is_over_for_four_weeks(cast, sex):
    def run(today: date) -> int:
        return services.run_make_up(
            organisation=cast.org, took_part=lambda _first, _last: set(), today=today, by=cast.actor("coordinator")
        )

    assert run(date(2026, 7, 28)) == 2  # the year to March and the quarter before
    assert run(date(2026, 7, 29)) == 1 and run(date(2026, 7, 29)) == 0
    assert sorted(EqualityCount.objects.values_list("period", flat=True)) == ["2025", "2025-q4", "2026-q1"]


# Pages.


def test_the_pages_of_somebody(mine, about, sex, faith, herself, cora, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert "Not answered" in mine.get(f"{about}equality/").content.decode()
    answer = mine.post(f"{about}equality/{sex.code}/", {"choice": "no", "seen": "1"})
    assert answer["Location"] == f"{about}equality/{faith.code}/"  # on to the next
    page = mine.get(f"{about}equality/{faith.code}/").content.decode()
    assert "In your own words" in page and "I would rather not say" in page
    assert mine.post(f"{about}equality/{faith.code}/", {"seen": "1"}).status_code == 422
    assert mine.post(f"{about}equality/{sex.code}/back/", {}).status_code == 303
    assert not EqualityAnswer.objects.exists()


def test_the_page_on_the_register_shows_nothing_of_it(keeper, page, cora, herself, sex, text):
    before = text(keeper.get(f"{page}equality/"))
    say(cora, sex, "Female", herself)
    after = keeper.get(f"{page}equality/{sex.code}/").content.decode()
    assert text(keeper.get(f"{page}equality/")) == before and "checked" not in after
    posted = {"choice": "1", "seen": "1", "medium": "phone"}
    assert keeper.post(f"{page}equality/{sex.code}/", posted).status_code == 303
    assert EqualityAnswer.objects.get().choice == "Male"
    assert keeper.post(f"{page}equality/{sex.code}/", {"choice": "1", "seen": "1"}).status_code == 422


def test_setting_up(keeper, sex, alma, django_assert_max_num_queries):
    base = "/harbour/settings/equality/"
    with django_assert_max_num_queries(15):
        assert keeper.get(base).status_code == 200
    posted = {"name": "Care", "text": "Were you ever in care?", "choices": "Yes\r\n\r\nNo\r\n", "once": "0" * 32}
    assert keeper.post(f"{base}add/", posted).status_code == 303
    assert queries.equality_questions(alma.organisation_id)[-1].wording.choices == ["Yes", "No"]
    shares = {"who": "Leeds", "source": "Census", "counted_on": "21 March 2021", "share_0": "51", "share_1": "40"}
    shares["seen"] = "1"
    wrong = keeper.post(f"{base}{sex.code}/population/", shares)
    assert wrong.status_code == 422 and "Together these are 91 in a hundred" in wrong.content.decode()
    assert keeper.post(f"{base}{sex.code}/population/", {**shares, "share_1": "49"}).status_code == 303
    assert "Leeds, 2021" in keeper.get(base).content.decode()


def test_sheets_on_pages(keeper, sex):
    printed = keeper.get("/harbour/people/equality/sheets/").content.decode()
    assert printed.count("al-paper__code") == 10
    quarter = periods.of_day(periods.QUARTER, days(0), 4).first.isoformat()
    posted = {"code": "abcde12345", "quarter": quarter, f"q_{sex.code}": "1-0"}
    assert keeper.post("/harbour/people/equality/", posted).status_code == 303
    assert EqualityAnswer.objects.get().quarter.isoformat() == quarter
    assert keeper.post("/harbour/people/equality/", {**posted, "code": "x"}).status_code == 422


def test_what_was_typed_for_other_words_is_not_taken_for_these(keeper, alma, sex):
    """Somebody turns the answers round while a sheet is typed in, and while shares are written."""
    page = keeper.get("/harbour/people/equality/").content.decode()
    female = re.search(rf'name="q_{sex.code}" value="([^"]+)"', page)[1]
    services.reword_equality_question(
        question=sex, name="Sex", text="What is your sex?", choices=["Male", "Female"], by=alma
    )
    quarter = periods.of_day(periods.QUARTER, days(0), 4).first.isoformat()
    posted = {"code": "abcde12345", "quarter": quarter, f"q_{sex.code}": female}
    assert keeper.post("/harbour/people/equality/", posted).status_code == 422
    shares = {"who": "Leeds", "source": "Census", "counted_on": "21 March 2021", "share_0": "51", "share_1": "49"}
    answer = keeper.post(f"/harbour/settings/equality/{sex.code}/population/", {**shares, "seen": "1"})
    assert answer.status_code == 422 and "Somebody changed this" in answer.content.decode()
    assert not EqualityAnswer.objects.exists() and not queries.populations_of(sex.organisation_id)
