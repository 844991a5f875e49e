"""Who read which policy, and what staff learned."""

from __future__ import annotations

import pytest

from alongside.accounts.bylines import byline
from alongside.core.errors import NotYours, Refused
from alongside.home.services.forgetting import everything_about, forget
from alongside.organisation import queries as organisations
from alongside.organisation import services as organisation_services
from alongside.organisation.models import Membership
from alongside.organisation.tests.access_function import a_policy
from alongside.people import queries, services
from alongside.people.models import PolicyRead, StaffTraining
from alongside.people.queries import Readers
from tests import cast as casting
from tests.make import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def paying(cast):
    return a_policy(cast)


def readers(cast, policy):
    version = policy.versions.latest("number")
    return queries.readers_of(cast.org.pk, [version.pk], days(0)).get(version.pk, Readers(0, 0))


def test_staff_and_those_who_take_part_read_it(cast, paying, for_noor, noor):
    for who in ("staff", "board", "cora", "cora"):
        services.read_policy(policy=paying, seen=1, by=cast.actor(who))
    services.read_policy(policy=paying, seen=1, person=noor, by=for_noor)
    assert readers(cast, paying) == Readers(2, 2) and PolicyRead.objects.count() == 4
    assert PolicyRead.objects.get(person=noor).origin.startswith("Written down by Alma Reyes")


def test_who_left_is_counted_no_more(cast, paying):
    services.read_policy(policy=paying, seen=1, by=cast.actor("staff"))
    Membership.objects.filter(user=cast.users["staff"]).update(until=days(0))
    assert readers(cast, paying) == Readers(0, 0)
    have, have_not = queries.staff_who_read(cast.actor("coordinator"), paying.versions.get())
    assert cast.users["staff"] not in [*have, *have_not]


def test_other_words_are_read_anew(cast, paying, alma):
    services.read_policy(policy=paying, seen=1, by=cast.actor("staff"))
    organisation_services.change_policy(policy=paying, title="Paying", words="Within five.", by=alma)
    assert readers(cast, paying) == Readers(0, 0)
    with pytest.raises(Refused) as refused:
        services.read_policy(policy=paying, seen=1, by=cast.actor("board"))
    assert refused.value.field == "seen"
    organisation_services.end_policy(policy=paying, by=alma)
    with pytest.raises(Refused):
        services.read_policy(policy=paying, seen=2, by=cast.actor("board"))


@pytest.mark.parametrize("who", ["stranger", "public"])
def test_nobody_from_elsewhere(cast, paying, who):
    with pytest.raises((Refused, NotYours)):
        services.read_policy(policy=paying, seen=1, by=cast.actor(who))


def test_names_are_for_those_who_set_up_the_organisation(cast, paying):
    for who in ("staff", "cora", "board", "manager"):
        with pytest.raises(NotYours):
            queries.staff_who_read(cast.actor(who), paying.versions.get())


def test_their_copy_has_it_and_being_forgotten_takes_it(cast, paying, cora, herself):
    services.read_policy(policy=paying, seen=1, by=herself)
    (told,) = everything_about(cora)["people"]["policies_you_read"]
    assert (told["policy"], told["version"]) == ("Paying people 0", 1)
    forget(person=cora, by=herself)
    assert not PolicyRead.objects.exists()


def test_pages(cast, client_as, paying, keeper, page, noor, text, django_assert_max_num_queries):
    address = f"/harbour/policies/{paying.code}/"
    for who in ("staff", "cora"):
        client = client_as(who)
        assert client.post(address, {"seen": "1"}).status_code == 303
        with django_assert_max_num_queries(15):
            assert "Read " in text(client.get("/harbour/policies/"))
    shown = text(client_as("cora").get(address))
    assert "You read it on" in shown and "Read by 1 of 7 who work here." in shown and "Sam Okafor" not in shown
    with django_assert_max_num_queries(15):
        assert "Sam Okafor" in text(keeper.get(address))
    theirs = f"/harbour/people/{noor.code}/policies/"
    assert "They have read it" in text(keeper.get(theirs))
    assert keeper.post(f"{theirs}{paying.code}/", {"seen": "1"}).status_code == 422
    assert keeper.post(f"{theirs}{paying.code}/", {"seen": "1", "medium": "phone"}).status_code == 303
    assert PolicyRead.objects.filter(person=noor).exists()


def test_whoever_comes_from_outside_reads_no_policies(cast, client_as, paying):
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    outside = organisations.actor_for(cast.users["stranger"], cast.org.pk)
    with pytest.raises(NotYours):
        organisations.policy_for(outside, paying.code)
    for address in ("/harbour/policies/", f"/harbour/policies/{paying.code}/"):
        assert client_as("stranger").get(address).status_code == 404


def test_whoever_comes_from_outside_is_not_counted_among_those_who_work_here(cast, alma, paying):
    before = queries.how_many_staff(cast.org.pk, days(0))
    user = casting.user("Rhoda Penhale")
    casting.member(cast.org, user, "concerns_contact")
    PolicyRead.objects.create(version=paying.versions.get(), user=user, read_on=days(0), **byline(alma))
    assert queries.how_many_staff(cast.org.pk, days(0)) == before and readers(cast, paying) == Readers(0, 0)
    assert user not in queries.staff_to_train(alma)


def test_whoever_takes_part_and_reads_concerns_reads_policies_as_one_who_takes_part(cast, paying, cora):
    casting.member(cast.org, cast.users["cora"], "concerns_contact")
    services.read_policy(policy=paying, seen=1, by=cast.actor("cora"))
    assert PolicyRead.objects.get().person == cora and readers(cast, paying) == Readers(0, 1)
    found = organisations.policy_for(cast.actor("cora"), paying.code)
    assert queries.my_reads(cast.actor("cora"), [found])


# What staff learned.


@pytest.fixture
def panels(alma):
    return services.add_training(name="Panels", lasts_months=24, by=alma)


def test_a_training_that_staff_did(cast, alma, panels):
    done = services.note_staff_training(user=cast.users["staff"], training=panels, done_on=days(-10), by=alma)
    assert done.expires_on and "Alma Reyes" in done.origin
    assert list(queries.staff_trainings(alma)) == [done]
    services.strike_staff_training(done=done, by=alma)
    assert not queries.staff_trainings(alma)
    assert services.note_staff_training(user=cast.users["staff"], training=panels, done_on=days(-10), by=alma)


@pytest.mark.parametrize(
    ("who", "values", "field"),
    [
        ("coordinator", {}, "user"),  # her own
        ("cora", {}, "user"),
        ("stranger", {}, "user"),
        ("staff", {"done_on": days(1)}, "done_on"),
        ("staff", {"expires_on": days(-20)}, "expires_on"),
        ("staff", {"done_on": days(-10)}, "training"),
    ],
)
def test_what_cannot_have_been_done(cast, alma, panels, who, values, field):
    services.note_staff_training(user=cast.users["staff"], training=panels, done_on=days(-10), by=alma)
    asked = {"user": cast.users[who], "training": panels, "done_on": days(-5), "by": alma, **values}
    with pytest.raises(Refused) as refused:
        services.note_staff_training(**asked)
    assert refused.value.field == field and StaffTraining.objects.count() == 1


@pytest.mark.parametrize("who", ["cora", "staff", "manager", "board", "stranger"])
def test_who_writes_it_down(cast, panels, who):
    with pytest.raises(Refused):
        services.note_staff_training(user=cast.users["finance"], training=panels, done_on=days(-5), by=cast.actor(who))


def test_the_page_of_staff_trainings(cast, keeper, panels, alma, django_assert_max_num_queries):
    base = "/harbour/settings/trainings/staff/"
    staff = cast.users["staff"].code
    posted = {"user": staff, "training": panels.code, "done_on": "1 October 2026"}
    assert keeper.post(f"{base}new/", {**posted, "user": "nobody"}).status_code == 422
    assert keeper.post(f"{base}new/", posted).status_code == 303
    with django_assert_max_num_queries(15):
        assert "Sam Okafor" in keeper.get(base).content.decode()
    done = StaffTraining.objects.get()
    assert keeper.post(f"{base}{done.code}/strike/", {}).status_code == 303
    assert organisations.staff_now(cast.org.pk).count() == 7
