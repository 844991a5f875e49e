"""Adding to what one said: a thing of its own with its own days, on the page of the first."""

from __future__ import annotations

import pytest

from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.voice import queries, services
from alongside.voice.models import Concern, Contribution
from tests import make

from .factories import HOW, answered, for_them, fresh, raised, said, said_by_nobody, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locks_in_order")]
MORE = "And the last bus goes before the meeting ends."


def add(contribution, by, **values) -> Contribution:
    return services.add_words(contribution=contribution, words=MORE, by=by, **values)


def test_it_has_a_debt_a_clock_and_a_seal_of_its_own(cast) -> None:
    first = said(cast, received_on=make.days(-30))
    added = add(first, cast.actor("cora"))
    assert added.adds_to == first
    assert (added.unit, added.person, added.kind, added.question) == (first.unit, first.person, first.kind, None)
    assert added.received_on > first.received_on and added.answer_by > first.answer_by
    assert added.salt and added.salt != first.salt
    assert fresh(first).answer_by == first.answer_by
    assert not list(queries.broken_seals(cast.org.pk))


def test_what_is_added_to_an_addition_stands_with_the_first(cast) -> None:
    first, code = said_by_nobody(cast)
    holder = queries.holder_of(first)
    second = add(first, holder)
    third = add(second, queries.holder_of(second))
    assert {second.adds_to, third.adds_to} == {first}
    assert {second.follow_digest, third.follow_digest} == {""}
    assert queries.contribution_by_follow(cast.org, code, "::1") == first
    assert queries.additions_to(first) == [second, third]


@pytest.mark.parametrize("who", ["public", "dev", "manager", "stranger"])
def test_nobody_adds_to_the_words_of_somebody_else(cast, who) -> None:
    with pytest.raises(Refused):
        add(said(cast), cast.actor(who))
    with pytest.raises(Refused):
        add(said(cast), queries.holder_of(said_by_nobody(cast)[0]))


def test_staff_write_down_what_somebody_adds(cast) -> None:
    added = add(said(cast), for_them(cast))
    assert (added.via, added.medium) == ("written_down", "phone")


def test_nothing_is_added_to_what_was_taken_back(cast) -> None:
    first = said(cast)
    services.withdraw(contribution=first, by=cast.actor("cora"))
    with pytest.raises(Refused, match="took this back"):
        add(first, cast.actor("cora"))


def test_one_or_all_is_taken_back(cast) -> None:
    first, code = said_by_nobody(cast)
    holder = queries.holder_of(first)
    second, third = add(first, holder), add(first, holder)
    services.withdraw(contribution=second, by=queries.holder_of(second))
    assert [fresh(row).words != "" for row in (first, second, third)] == [True, False, True]
    assert services.withdraw_all(contribution=third, by=holder) == 2
    assert not Contribution.objects.exclude(words="").exists()
    assert not list(queries.broken_seals(cast.org.pk))


def test_what_is_added_to_a_concern_goes_to_the_safeguarding_lead(cast) -> None:
    concern = raised(cast)
    added = add(concern.contribution, cast.actor("cora"))
    assert Contribution.everything.get(pk=added.pk).restricted
    assert Concern.objects.get(contribution=added).raised_by == "first"
    assert not Contribution.objects.filter(pk=added.pk).exists()


def test_the_first_may_be_before_the_lead_and_nobody_sees_it_beside_the_other(cast, client) -> None:
    first = said(cast)
    added = add(first, cast.actor("cora"))
    services.raise_concern(contribution=first, by=cast.actor("manager"))
    client.force_login(cast.users["manager"])
    page = client.get(f"/harbour/voices/{added.code}/").content.decode()
    assert "in one go" not in page and first.code not in page


def test_it_goes_to_the_one_to_whom_the_first_was_handed(cast) -> None:
    first = said(cast)
    manager = cast.users["manager"]
    services.hand_over(contribution=first, unit=first.unit, owner=manager, by=cast.actor("coordinator"))
    assert fresh(add(first, cast.actor("cora"))).owner == manager


def test_the_holder_of_a_code_adds_and_sees_both(cast, client) -> None:
    first, code = said_by_nobody(cast)
    base = f"/harbour/follow/{code}/"
    data = {"words": MORE, "uses": ["inside"], "contact": "on", "how": HOW, "once": new_token(), "lang": "pl"}
    assert client.post(f"{base}add/", data)["Location"] == base
    added = Contribution.objects.get(adds_to=first)
    answered(added, cast, reason="The meeting ends half an hour earlier from May, so that nobody misses the bus.")
    page = client.get(base).content.decode()
    assert first.words in page and MORE in page and 'lang="pl"' in page
    assert "half an hour earlier" in page
    assert fresh(added).state == "told" and fresh(first).state == "received"
    assert client.get(f"{base}more/{added.code}/")["Location"] == base
    for step in ("challenge", "uses", "take-back"):
        assert client.get(f"{base}more/{added.code}/{step}/").status_code == 200
    client.post(f"{base}more/{added.code}/take-back/", {"which": "all", "once": new_token()})
    assert not Contribution.objects.exclude(words="").exists()


def test_another_code_opens_no_addition(cast, client) -> None:
    first, _code = said_by_nobody(cast)
    added = add(first, queries.holder_of(first))
    _other, code = said_by_nobody(cast, words="Something else.")
    assert client.get(f"/harbour/follow/{code}/more/{added.code}/take-back/").status_code == 404


def test_the_author_adds_signed_in(cast, client) -> None:
    first = told(cast)
    client.force_login(cast.users["cora"])
    client.post(f"/me/said/{first.code}/add/", {"words": MORE, "once": new_token()})
    added = Contribution.objects.get(adds_to=first)
    assert added.via == "signed_in"
    assert client.get(f"/me/said/{added.code}/")["Location"] == f"/me/said/{first.code}/"
    assert MORE in client.get(f"/me/said/{first.code}/").content.decode()


def test_staff_see_that_they_belong_together(cast, client) -> None:
    first = said(cast)
    added = add(first, cast.actor("cora"))
    client.force_login(cast.users["manager"])
    assert "Added on" in client.get(f"/harbour/voices/{first.code}/").content.decode()
    assert "Said first" in client.get(f"/harbour/voices/{added.code}/").content.decode()


def test_a_long_thread_asks_the_database_no_more(cast, client, django_assert_max_num_queries) -> None:
    first, code = said_by_nobody(cast)
    for _n in range(12):
        add(first, queries.holder_of(first))
    with django_assert_max_num_queries(13):
        assert client.get(f"/harbour/follow/{code}/").status_code == 200
