"""The figures of the function itself, and the page of who takes part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alongside.core import periods
from alongside.home.services.make_up import run_make_up
from alongside.organisation import services as organisation
from alongside.organisation.models import FunctionTime, Policy, PolicyVersion
from alongside.people import queries as people_queries
from alongside.people import services as people
from alongside.people.models import EqualityAnswer, EqualityCount, Person
from alongside.reports.tests.test_figures import numbers, sheet
from alongside.reports.tests.test_unit_links import agree
from tests import cast as casting
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


def test_a_function_without_anything(cast: Cast) -> None:
    found = sheet(cast)
    assert numbers(found, "posts") == {
        "filled": 0,
        "vacant": 0,
        "vacant_longest": None,
        "people": 0,
        "hours": None,
        "hours_filled": None,
    }
    assert numbers(found, "time") == {"hours": None}
    assert numbers(found, "policies") == {"held": 0, "due": 0, "no_day": 0}
    assert numbers(found, "policies_read") == {"staff": 0, "people": 0}
    assert found.figure("policies_read").row("staff").of == 0


def test_posts_on_the_last_day(cast: Cast) -> None:
    by = cast.actor("coordinator")
    for name, hours, since in (("Lead", "30", date(2026, 1, 1)), ("Worker", "20", date(2026, 10, 1))):
        post = organisation.add_post(name=name, hours=Decimal(hours), since=since, by=by)
        if name == "Lead":
            held = organisation.fill_post(
                post=post, user=cast.users["staff"], hours=Decimal("22.5"), since=since, by=by
            )
        FunctionTime.objects.create(post=post, month=date(2026, 10, 1), hours=Decimal("40.5"))
    assert numbers(sheet(cast), "posts") == {
        "filled": 1,
        "vacant": 1,
        "vacant_longest": 30,
        "people": 1,
        "hours": 50,
        "hours_filled": 22.5,
    }
    assert numbers(sheet(cast), "time") == {"hours": 81}
    organisation.leave_post(held=held, until=date(2026, 10, 11), by=by)
    assert numbers(sheet(cast), "posts")["vacant_longest"] == 30
    assert numbers(sheet(cast), "posts")["hours_filled"] == 0
    assert numbers(sheet(cast, "2026-09"), "posts")["filled"] == 1  # it is read back


def test_hours_are_those_of_the_last_day(cast: Cast) -> None:
    by = cast.actor("coordinator")
    post = organisation.add_post(name="Lead", hours=Decimal(30), since=date(2026, 1, 1), by=by)
    for hours, day in (("20", date(2026, 9, 30)), ("25", date(2026, 10, 31))):
        organisation.change_post(post=post, name="Lead", hours=Decimal(hours), from_day=day, by=by)
    months = ("2026-08", "2026-09", "2026-10")
    assert [numbers(sheet(cast, month), "posts")["hours"] for month in months] == [30, 20, 25]


def test_policies_and_who_read_them(cast: Cast) -> None:
    by = cast.actor("coordinator")
    old = organisation.add_policy(title="Old", words="One.", from_day=date(2026, 1, 1), by=by)
    new = organisation.add_policy(title="New", words="One.", from_day=date(2026, 11, 5), by=by)
    Policy.objects.filter(pk=old.pk).update(review_on=date(2026, 10, 30))
    for who in ("staff", "board", "cora"):
        people.read_policy(policy=old, seen=1, by=cast.actor(who))
    people.read_policy(policy=new, seen=1, by=cast.actor("staff"))
    PolicyVersion.objects.create(policy=old, number=2, words="Two.", from_day=date(2026, 12, 1))
    assert numbers(sheet(cast), "policies") == {"held": 1, "due": 1, "no_day": 0}
    month = f"{make.days(0):%Y-%m}"
    found = sheet(cast, month, make.days(0))
    late = make.days(0) >= date(2026, 12, 1)
    assert numbers(found, "policies") == {"held": 2, "due": 1, "no_day": 1}
    assert numbers(found, "policies_read") == {"staff": 1 if late else 3, "people": 0}
    assert found.figure("policies_read").row("staff").of == 14
    assert found.figure("policies_read").row("people").few


def test_whoever_comes_from_outside_is_not_asked_to_read_policies(cast: Cast) -> None:
    organisation.add_policy(title="Old", words="One.", from_day=date(2026, 1, 1), by=cast.actor("coordinator"))
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    assert sheet(cast).figure("policies_read").row("staff").of == 7


def test_policies_lead_to_those_that_held_then(cast: Cast, client_as: Any) -> None:
    by, first = cast.actor("coordinator"), date(2026, 1, 1)
    kept, due, over = (
        organisation.add_policy(title=title, words="One.", from_day=first, by=by) for title in ("Kept", "Due", "Over")
    )
    organisation.add_policy(title="New", words="One.", from_day=date(2026, 11, 5), by=by)
    Policy.objects.filter(pk=kept.pk).update(review_on=date(2027, 6, 1))
    Policy.objects.filter(pk=due.pk).update(review_on=date(2026, 10, 30))
    Policy.objects.filter(pk=over.pk).update(review_on=None, ended_on=date(2026, 11, 2))
    client = client_as("board")
    for period in ("2026-10", "2026-11"):
        agree(client, f"/harbour/figures/?period={period}", {"policies": {"held", "due", "no_day"}})
    page = client.get("/harbour/policies/?on=2026-10-31").content.decode()
    assert "What held on 31 October 2026" in page and "Over</a>" in page and "New</a>" not in page
    assert 'href="./">What holds now' in page
    for bad in ("on=x", "on=2999-01-01", "review=x"):
        page = client.get(f"/harbour/policies/?{bad}").content.decode()
        assert "It was left out" in page and "New</a>" in page and "Over</a>" not in page
    assert "There was no such policy on 1 May 2020." in client.get("/harbour/policies/?on=2020-05-01").content.decode()


def test_none_of_it_is_said_of_a_part(cast: Cast) -> None:
    slugs = {one.slug for part in sheet(cast, units=frozenset({1})).parts for one in part.figures}
    assert not slugs & {"posts", "time", "policies", "policies_read", "training"}


# Who takes part.


def test_the_page_before_anything_was_counted(client_as) -> None:
    page = client_as("board").get("/harbour/figures/make-up/").content.decode()
    assert "Nothing was counted yet" in page and "never again" in page


def test_counted_by_the_daily_tasks_and_shown(cast: Cast, client_as, django_assert_max_num_queries) -> None:
    by = cast.actor("coordinator")
    question = people.add_equality_question(name="Sex", text="What is your sex?", choices=["Female", "Male"], by=by)
    people.set_population(
        question=question,
        who="Leeds",
        source="Census",
        counted_on=date(2021, 3, 21),
        shares={"Female": Decimal("51.5"), "Male": Decimal("48.5")},
        by=by,
    )
    at, wording = make.opportunity(cast), question.wordings.get()
    session = make.meeting(cast, at, date(2026, 8, 10))
    for n in range(42):
        cast.people[f"p{n}"] = Person.objects.create(organisation=cast.org, name=f"P {n}", state="active")
        make.attended(session, make.place(cast, f"p{n}", at), came=n < 40)
        key = people_queries.key_of(question, cast.people[f"p{n}"].pk)
        if n < 36:
            EqualityAnswer.objects.create(
                question=question, wording=wording, key=key, choice=["Female", "Male"][n % 3 > 1]
            )
    assert run_make_up(cast.org, TODAY) == 2
    assert run_make_up(cast.org, TODAY) == 0
    client = client_as("board")
    with django_assert_max_num_queries(15):
        page = client.get("/harbour/figures/make-up/?period=2026-q2").content.decode()
    for told in ("about\xa040", "about\xa025", "about\xa010", "51.5\u2060%", "fewer than 10", "Census"):
        assert told in page
    taken = client.get("/harbour/figures/make-up/?period=2026-q2&file=csv&list=makeup")
    lines = b"".join(taken.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1:] == ["What is your sex?,Female,25,71,51.5,", "What is your sex?,Male,10,29,48.5,"]
    assert "who-takes-part" in taken["Content-Disposition"]
    assert "Too few to show" in client.get("/harbour/figures/make-up/?period=2025").content.decode()
    assert client.get("/harbour/figures/make-up/?period=x").status_code == 404
    assert EqualityCount.objects.count() == 2
    assert periods.read("2026-q2", 4)
