"""Somebody stands in: they see, may answer, are reminded; nobody hands on more than they have; it ends by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from alongside.accounts.permissions import Permission as P
from alongside.core.errors import NotYours, Refused
from alongside.core.forms import new_token
from alongside.organisation import queries, services
from alongside.organisation.models import Membership
from alongside.post.models import Message
from tests import cast as casting
from tests import make


def stands_in(cast, **values):
    facts = {
        "away": cast.users["manager"],
        "substitute": cast.users["finance"],
        "units": [cast.units["team"]],
        "since": make.days(1),
        "last_day": make.days(10),
        "by": cast.actor("manager"),
    }
    return services.stand_in(**{**facts, **values})[0]


def may_answer(cast) -> bool:
    return queries.actor_for(cast.users["finance"], cast.org.pk).can(P.ANSWER, cast.units["team"].pk)


def test_it_begins_and_ends_by_itself(cast) -> None:
    stands_in(cast)
    assert Message.objects.get(kind="standing_in").to_user == cast.users["finance"].pk
    found = []
    for day in (0, 1, 10, 11):
        with time_machine.travel(make.days(0) + timedelta(days=day, hours=12), tick=False):
            found.append(may_answer(cast))
            substitutes = queries.Answerers(cast.org.pk).substitutes_of(cast.users["manager"].pk, cast.units["team"])
            assert bool(substitutes) == found[-1]
    assert found == [False, True, True, False]


def test_it_can_be_ended_sooner_by_those_whose_it_is(cast) -> None:
    made = stands_in(cast, since=make.days(0))
    assert may_answer(cast)
    for who in ("finance", "staff", "stranger"):
        with pytest.raises(NotYours):
            services.end_stand_in(membership=made, by=cast.actor(who))
    services.end_stand_in(membership=made, by=cast.actor("manager"))
    assert not may_answer(cast)


def test_while_somebody_is_away_their_role_is_with_whoever_stands_in(cast) -> None:
    """Nobody has to be named for a debt: the reminder about it goes to whoever is there."""
    team, other = cast.units["team"], cast.units["other_team"]
    assert queries.Answerers(cast.org.pk).of(team).users == (cast.users["manager"].pk,)
    stands_in(cast, since=make.days(0))
    answering = queries.Answerers(cast.org.pk).of(team)
    assert (answering.title, answering.climbed) == ("Manager, Crisis line", False)
    assert answering.users == (cast.users["finance"].pk,)
    assert answering.names == ("Fin Arkwright, who stands in",)
    assert cast.users["finance"].pk not in queries.Answerers(cast.org.pk).of(other).users
    with time_machine.travel(make.days(0) + timedelta(days=11, hours=12), tick=False):
        assert queries.Answerers(cast.org.pk).of(team).users == (cast.users["manager"].pk,)


def test_what_is_late_is_told_to_whoever_stands_in_for_the_manager(cast) -> None:
    stands_in(cast, since=make.days(0))
    assert cast.users["finance"].pk in queries.who_answers_for(cast.units["team"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"substitute": "manager"}, "substitute"),
        ({"substitute": "cora"}, "substitute"),
        ({"substitute": "stranger"}, "substitute"),
        ({"units": ["other_team"]}, "units"),
        ({"units": []}, "units"),
        ({"since": make.days(-1)}, "since"),
        ({"last_day": make.days(0)}, "last_day"),
        ({"last_day": make.days(900)}, "last_day"),
        ({"away": "staff"}, None),
    ],
)
def test_what_cannot_be(cast, change, field) -> None:
    named = {key: cast.users[value] for key, value in change.items() if isinstance(value, str)}
    units = {"units": [cast.units[key] for key in change["units"]]} if "units" in change else {}
    with pytest.raises(Refused) as refused:
        stands_in(cast, **{**change, **named, **units})
    assert refused.value.field == field
    assert not Membership.objects.filter(instead_of__isnull=False).exists()


def test_a_unit_from_elsewhere_does_not_exist(cast) -> None:
    with pytest.raises(NotYours):
        stands_in(cast, units=[cast.units["elsewhere"]])


def test_the_page_names_a_substitute_and_ends_it(client_as, cast, django_assert_max_num_queries) -> None:
    client = client_as("manager")
    with django_assert_max_num_queries(15):
        page = client.get("/harbour/away/").content.decode()
    assert "Who is away?" not in page and "Nobody stands in" in page
    sent = {
        "substitute": cast.users["staff"].code,
        "units": [cast.units["team"].code],
        "since": make.days(0).isoformat(),
        "last_day": make.days(5).isoformat(),
        "once": new_token(),
    }
    assert client.post("/harbour/away/", {**sent, "last_day": "never"}).status_code == 422
    assert client.post("/harbour/away/", sent).status_code == 303
    made = Membership.objects.get(instead_of=cast.users["manager"])
    assert "Sam Okafor" in client.get("/harbour/away/").content.decode()
    assert "Sam Okafor" in client_as("coordinator").get("/harbour/away/").content.decode()
    assert client.post(f"/harbour/away/{made.code}/end/", {"once": new_token()}).status_code == 303


def test_the_coordinator_names_one_for_somebody_who_cannot(client_as, cast) -> None:
    sent = {
        "away": cast.users["manager"].code,
        "substitute": cast.users["staff"].code,
        "units": [cast.units["team"].code],
        "since": make.days(0).isoformat(),
        "last_day": make.days(5).isoformat(),
        "once": new_token(),
    }
    assert client_as("coordinator").post("/harbour/away/", sent).status_code == 303
    assert Membership.objects.filter(instead_of=cast.users["manager"]).count() == 1


def test_whoever_comes_from_outside_stands_in_for_nobody(client_as, cast) -> None:
    user = casting.user("Rhoda Penhale")
    casting.member(cast.org, user, "concerns_contact")
    with pytest.raises(Refused) as refused:
        stands_in(cast, substitute=user)
    assert refused.value.field == "substitute"
    assert "Rhoda Penhale" not in client_as("coordinator").get("/harbour/away/").content.decode()
