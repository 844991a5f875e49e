"""Giving and ending roles: one User per human, told how to sign in, and never without an administrator."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.accounts.models import User
from alongside.audit import queries as audit
from alongside.core.errors import Refused
from alongside.organisation import queries, services
from alongside.organisation.models import Membership
from alongside.organisation.personal import export
from alongside.post.models import Message


def give(cast, who: str = "administrator", **values) -> Membership:
    return services.give_role(**{"email": "new@example.org", "role": "staff", **values}, by=cast.actor(who))


def test_somebody_new(cast) -> None:
    made = give(cast, email=" New@Example.ORG", name="Nia Bell", job="Nurse", unit=cast.units["team"])
    assert (made.user.email, made.user.name, made.user.job) == ("new@example.org", "Nia Bell", "Nurse")
    assert not made.user.has_usable_password()
    assert queries.actor_for(made.user, cast.org.pk).roles == {"staff"}
    event = audit.events_for(cast.actor("administrator")).first()
    assert event.name == "role_given"
    assert event.content.facts == {"user": made.user.code, "role": "staff", "unit": cast.units["team"].code}


def test_they_are_told_how_to_sign_in(cast) -> None:
    made = give(cast)
    message = Message.objects.get()
    assert (message.to_user, message.kind, message.link) == (made.user_id, "role_given", "/accounts/login/")
    assert "Harbour House" in message.subject
    assert "There is no password" in message.body
    give(cast, email="quiet@example.org", invite=False)
    assert Message.objects.count() == 1


def test_somebody_of_another_organisation_stays_one_user(cast) -> None:
    made = give(cast, email="STELLA@example.org", name="Somebody Else")
    assert made.user == cast.users["stranger"]
    assert made.user.name == "Stella Strange"
    assert queries.actor_for(made.user, cast.org.pk).roles == {"staff"}
    assert queries.actor_for(made.user, cast.other.pk).roles == {"coordinator"}


def test_the_same_twice(cast) -> None:
    give(cast, unit=cast.units["team"])
    with pytest.raises(Refused) as twice:
        give(cast, unit=cast.units["team"])
    assert twice.value.field == "role"
    give(cast, unit=cast.units["other_team"])
    give(cast, role="manager", unit=cast.units["team"])
    assert Membership.objects.filter(user__email="new@example.org").count() == 3


def test_who_may_not(cast) -> None:
    for who in ("coordinator", "manager", "staff", "board", "cora", "public"):
        with pytest.raises(Refused):
            give(cast, who)
    with pytest.raises(Refused):
        give(cast, role="emperor")
    with pytest.raises(Refused):
        give(cast, role="board", unit=cast.units["team"])
    assert not User.objects.filter(email="new@example.org").exists()


def test_whoever_keeps_the_register_lets_contributors_in(cast) -> None:
    assert give(cast, "coordinator", role="contributor").role == "contributor"
    body = Message.objects.get().body
    assert "You have a page of your own at Harbour House" in body and "There is no password" in body
    assert "contributor" not in body.casefold()  # the organisation may have another word for them


def test_nobody_comes_back_under_an_erased_address(cast) -> None:
    User.objects.filter(pk=cast.users["staff"].pk).update(is_active=False)
    with pytest.raises(Refused) as refused:
        give(cast, email="sam@example.org")
    assert refused.value.field == "email"


def test_ending_a_role(cast) -> None:
    by = cast.actor("administrator")
    membership = Membership.objects.get(user=cast.users["staff"])
    services.end_role(membership=membership, by=by)
    assert queries.actor_for(cast.users["staff"], cast.org.pk).roles == frozenset()
    assert audit.events_for(by).first().name == "role_ended"
    give(cast, email="sam@example.org", unit=cast.units["team"])
    assert queries.actor_for(cast.users["staff"], cast.org.pk).roles == {"staff"}


def test_the_last_administrator_stays(cast) -> None:
    by = cast.actor("administrator")
    mine = Membership.objects.get(user=cast.users["administrator"])
    with pytest.raises(Refused, match="last administrator"):
        services.end_role(membership=mine, by=by)
    second = give(cast, role="administrator")
    User.objects.filter(pk=second.user_id).update(is_active=False)
    with pytest.raises(Refused, match="last administrator"):
        services.end_role(membership=mine, by=by)
    User.objects.filter(pk=second.user_id).update(is_active=True)
    services.end_role(membership=mine, by=by)
    with pytest.raises(Refused):
        services.end_role(membership=second, by=queries.actor_for(second.user, cast.org.pk))


def test_an_administrator_of_tomorrow_is_not_one_today(cast) -> None:
    mine = Membership.objects.get(user=cast.users["administrator"])
    give(cast, role="administrator", since=timezone.localdate() + timedelta(days=1))
    with pytest.raises(Refused, match="last administrator"):
        services.end_role(membership=mine, by=cast.actor("administrator"))


def test_a_coordinator_ends_no_staff_role(cast) -> None:
    with pytest.raises(Refused):
        services.end_role(membership=Membership.objects.get(user=cast.users["staff"]), by=cast.actor("coordinator"))


def test_the_database_knows_a_role_once(cast) -> None:
    for role, unit in (("staff", cast.units["team"]), ("board", None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(organisation=cast.org, user=cast.users[role], role=role, unit=unit)


def test_changing_ones_own_name(cast) -> None:
    by = cast.actor("staff")
    services.change_own_name(name="Samira", job="Senior support worker", by=by)
    services.change_own_name(name="Samira", job="Senior support worker", by=by)
    cast.users["staff"].refresh_from_db()
    assert (cast.users["staff"].name, cast.users["staff"].job) == ("Samira", "Senior support worker")
    assert audit.chains() == [0]
    event = audit.Event.objects.get()
    assert (event.name, event.content.facts) == ("own_name_changed", {"changed": ["name", "job"]})


def test_export_of_roles(cast) -> None:
    give(cast, email="stella@example.org", unit=cast.units["team"])
    rows = export(cast.users["stranger"].pk)
    assert [(row["organisation"], row["role"], row["unit"]) for row in rows] == [
        ("Elsewhere", "coordinator", ""),
        ("Harbour House", "staff", "Crisis line"),
    ]
