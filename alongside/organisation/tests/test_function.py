"""The function's own posts and its policies: verbs, what cannot be, and pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from alongside.audit.models import Event
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries, services
from alongside.organisation.models import FunctionTime, Membership, PolicyVersion
from tests.make import days

from .access_function import a_policy, a_post

pytestmark = pytest.mark.django_db
WORDS = "We pay within ten days."


@pytest.fixture
def alma(cast):
    return cast.actor("coordinator")


@pytest.fixture
def worker(cast):
    return a_post(cast)


@pytest.fixture
def paying(cast):
    return a_policy(cast)


def fill(cast, worker, alma, who="staff", hours="20", since=-30):
    return services.fill_post(post=worker, user=cast.users[who], hours=Decimal(hours), since=days(since), by=alma)


# Posts.


def test_a_post_is_filled_shared_and_left(cast, worker, alma):
    assert [each.empty_since for each in queries.posts_on(cast.org.pk, days(0))] == [days(-90)]
    held = fill(cast, worker, alma)
    fill(cast, worker, alma, who="manager", hours="10", since=-20)
    (now,) = queries.posts_on(cast.org.pk, days(0))
    assert now.held == Decimal(30) and now.empty_since is None
    services.leave_post(held=held, until=days(-10), by=alma)
    (now,) = queries.posts_on(cast.org.pk, days(0))
    assert now.held == Decimal(10)
    (then,) = queries.posts_on(cast.org.pk, days(-15))
    assert then.held == Decimal(30)
    assert not queries.posts_on(cast.org.pk, days(-91))
    names = list(Event.objects.order_by("id").values_list("name", flat=True))
    assert names == ["function_post_added", *["function_post_filled"] * 2, "function_post_left"]


def test_an_empty_post_is_vacant_since_the_last_one_left(cast, worker, alma):
    held = fill(cast, worker, alma)
    services.leave_post(held=held, until=days(-10), by=alma)
    assert queries.posts_on(cast.org.pk, days(0))[0].empty_since == days(-10)
    services.change_post(post=worker, name="Worker", hours=Decimal(30), until=days(-5), by=alma)
    assert not queries.posts_on(cast.org.pk, days(0))


@pytest.mark.parametrize("hours", ["0", "60.5", "-1", "11"])
def test_hours_that_cannot_be(cast, worker, alma, hours):
    fill(cast, worker, alma)
    with pytest.raises(Refused) as refused:
        fill(cast, worker, alma, who="manager", hours=hours)
    assert refused.value.field == "hours"


def test_who_cannot_hold_a_post(cast, worker, alma):
    for who in ("cora", "stranger"):
        with pytest.raises(Refused):
            fill(cast, worker, alma, who=who)
    Membership.objects.filter(user=cast.users["manager"]).update(until=days(0))
    with pytest.raises(Refused):
        fill(cast, worker, alma, who="manager")
    fill(cast, worker, alma)
    with pytest.raises(Refused):
        fill(cast, worker, alma, hours="1")
    with pytest.raises(Refused):
        services.change_post(post=worker, name="Worker", hours=Decimal(10), by=alma)
    with pytest.raises(Refused):
        services.change_post(post=worker, name="Worker", hours=Decimal(30), until=days(0), by=alma)


def change(post, alma, hours, from_day=None):
    given = days(from_day) if from_day is not None else None
    return services.change_post(post=post, name="Worker", hours=Decimal(hours), from_day=given, by=alma)


def test_other_hours_hold_from_a_day_on(cast, worker, alma):
    change(worker, alma, "20", from_day=-60)
    change(worker, alma, "25.5", from_day=-60)  # that day was right, the hours were not
    change(worker, alma, "35")
    then = {on: queries.posts_on(cast.org.pk, days(on))[0].hours for on in (-90, -61, -60, -1, 0)}
    assert then == {-90: 30, -61: 30, -60: Decimal("25.5"), -1: Decimal("25.5"), 0: 35}
    found = [(row.hours, first, row.until) for row, first in queries.hours_before(worker)]
    assert found == [(Decimal("25.5"), days(-60), days(0)), (30, days(-90), days(-60))]
    assert Event.objects.filter(name="function_post_changed").count() == 3


def test_hours_that_it_never_had_are_not_kept(cast, worker, alma):
    change(worker, alma, "20", from_day=-90)
    assert queries.posts_on(cast.org.pk, days(-90))[0].hours == 20 and not queries.hours_before(worker)


@pytest.mark.parametrize("from_day", [None, 30])
def test_the_hours_of_a_post_to_come(cast, alma, from_day):
    post = services.add_post(name="Worker", hours=Decimal(30), since=days(30), by=alma)
    change(post, alma, "20", from_day)
    assert queries.posts_on(cast.org.pk, days(30))[0].hours == 20 and not queries.hours_before(post)


@pytest.mark.parametrize(("hours", "from_day"), [("20", 1), ("20", -91), ("30", -5), ("20", -41)])
def test_days_from_which_hours_cannot_be_other(worker, alma, hours, from_day):
    change(worker, alma, "31", from_day=-40)
    change(worker, alma, "30", from_day=-40)
    with pytest.raises(Refused) as refused:
        change(worker, alma, hours, from_day)
    assert refused.value.field == "from_day"


def test_the_hours_of_a_month_stand_once(worker, alma):
    for hours in ("80", "92.5"):
        services.note_time(post=worker, month=date(2026, 10, 17), hours=Decimal(hours), by=alma)
    row = FunctionTime.objects.get()
    assert (row.month, row.hours) == (date(2026, 10, 1), Decimal("92.5"))
    for month, hours in ((days(40), "1"), (days(-40), "401")):
        with pytest.raises(Refused):
            services.note_time(post=worker, month=month, hours=Decimal(hours), by=alma)


@pytest.mark.parametrize("who", ["cora", "staff", "manager", "board", "stranger"])
def test_who_keeps_them(cast, worker, paying, who):
    actor = cast.actor(who)
    with pytest.raises((Refused, NotYours)):
        services.change_post(post=worker, name="Mine", hours=Decimal(9), by=actor)
    with pytest.raises((Refused, NotYours)):
        services.end_policy(policy=paying, by=actor)


# Policies.


def test_other_words_are_a_new_version(paying, alma, cast):
    services.change_policy(policy=paying, title=paying.title, words=WORDS, by=alma)
    assert paying.versions.count() == 1
    services.change_policy(policy=paying, title="Paying", words="Within five.", review_on=days(90), seen=1, by=alma)
    (now,) = queries.policies_of(cast.org.pk)
    assert (now.policy.title, now.version.number, now.policy.reviewed_on) == ("Paying", 2, days(0))
    (then,) = queries.policies_of(cast.org.pk, days(-10))
    assert then.version.words == WORDS
    with pytest.raises(Refused):
        services.change_policy(policy=paying, title="Paying", words="Within six.", seen=1, by=alma)


def test_looked_at_and_ended(paying, alma, cast):
    services.review_policy(policy=paying, review_on=days(365), by=alma)
    assert queries.reviews_due_by(cast.org.pk, days(365)) == [paying]
    services.end_policy(policy=paying, by=alma)
    assert not queries.policies_of(cast.org.pk) and not queries.reviews_due_by(cast.org.pk, days(365))
    with pytest.raises(Refused):
        services.review_policy(policy=paying, review_on=None, by=alma)
    again = services.add_policy(title=paying.title, words="Anew.", from_day=days(0), by=alma)
    assert again.pk != paying.pk


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "PAYING people 0"}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"words": " \n"}, "words"),
        ({"words": "x" * 20_001}, "words"),
        ({"review_on": days(0)}, "review_on"),
    ],
)
def test_policies_that_cannot_be(paying, alma, values, field):
    with pytest.raises(Refused) as refused:
        services.add_policy(**{"title": "Other", "words": WORDS, "from_day": days(0), "by": alma, **values})
    assert refused.value.field == field
    assert PolicyVersion.objects.count() == 1


def test_a_policy_of_20_000_characters_without_a_day_of_review(alma, cast):
    services.add_policy(title="Long", words="x" * 20_000, from_day=days(0), by=alma)
    (now,) = queries.policies_of(cast.org.pk)
    assert now.policy.review_on is None and not now.review_due(days(9999))


# Pages.


def test_pages(client_as, cast, worker, paying, django_assert_max_num_queries):
    keeper, base = client_as("coordinator"), "/harbour/settings/"
    staff = cast.users["staff"].code
    filled = {"user": staff, "hours": "22.5", "since": "1 October 2026"}
    assert keeper.post(f"{base}posts/{worker.code}/fill/", {**filled, "hours": "many"}).status_code == 422
    assert keeper.post(f"{base}posts/{worker.code}/fill/", filled).status_code == 303
    month = {"month": "3 October 2026", "hours": "90"}
    assert keeper.post(f"{base}posts/{worker.code}/time/", month).status_code == 303
    with django_assert_max_num_queries(15):
        page = keeper.get(f"{base}posts/{worker.code}/").content.decode()
    assert "22.5 hours a week" in page and "October 2026: 90 hours" in page
    other = {"name": "Worker", "hours": "25.5", "from_day": "20 October 2026"}
    assert "Choose that day" in keeper.post(f"{base}posts/{worker.code}/", {**other, "from_day": "1/1/2020"}).text
    page = keeper.post(f"{base}posts/{worker.code}/", other, follow=True).text
    with django_assert_max_num_queries(15):
        page = keeper.get(f"{base}posts/{worker.code}/").content.decode()
    assert "until 20 October 2026" in page
    assert "Sam Okafor" in keeper.get(f"{base}posts/").content.decode()
    with django_assert_max_num_queries(15):
        assert "No day set" in keeper.get(f"{base}policies/").content.decode()
    words = {"title": "Paying", "words": "Within five.", "review_on": "1 October 2027", "owner": staff, "seen": "1"}
    assert keeper.post(f"{base}policies/{paying.code}/", words).status_code == 303
    with django_assert_max_num_queries(15):
        assert "Version 2" in keeper.get(f"{base}policies/{paying.code}/").content.decode()
