"""Roles are data: every one says what it lets somebody do, and every permission is somebody's."""

import pytest
from django.db import IntegrityError, transaction

from alongside.accounts import personal
from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.accounts.roles import ROLES

EXPECTED = [
    *("contributor", "staff", "manager", "coordinator", "board", "finance", "safeguarding", "administrator"),
    "concerns_contact",
]


def test_the_roles_of_the_house() -> None:
    assert list(ROLES) == EXPECTED


@pytest.mark.parametrize("slug", EXPECTED)
def test_each_role_says_what_it_is_for(slug) -> None:
    role = ROLES[slug]
    assert role.slug == slug
    assert str(role.name)
    assert len(str(role.description)) > 30
    assert str(role.description).endswith(".")
    assert role.permissions <= set(Permission)
    assert role.permissions


@pytest.mark.parametrize("permission", list(Permission))
def test_each_permission_is_somebodys(permission) -> None:
    assert any(permission in role.permissions for role in ROLES.values())


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        ("roles", {"administrator"}),
        ("settings", {"administrator", "coordinator"}),
        ("see_register", {"coordinator"}),
        ("keep_register", {"coordinator"}),
        ("allow_without", {"coordinator", "board"}),
        ("decide", {"manager", "coordinator", "board"}),
        ("raise_decision", {"contributor"}),
        ("read_concerns", {"concerns_contact"}),
        ("count_concerns", {"coordinator", "board"}),
    ],
)
def test_who_holds_what_matters_most(permission, roles) -> None:
    assert {slug for slug, role in ROLES.items() if permission in role.permissions} == roles


def test_a_manager_is_staff_and_more() -> None:
    assert ROLES["staff"].permissions < ROLES["manager"].permissions


# Users.


def test_an_address_is_kept_in_small_letters(db) -> None:
    user = User.objects.create_user("  Rosa@Example.ORG ", name="Rosa")
    assert user.email == "rosa@example.org"
    assert not user.has_usable_password()
    assert User.objects.get_by_natural_key("ROSA@example.org") == user
    assert user.get_full_name() == "Rosa"
    assert str(user) == user.code


@pytest.mark.parametrize("email", ["rosa@example.org", "Rosa@Example.org"])
def test_one_user_per_address(db, email) -> None:
    User.objects.create_user("rosa@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email=email)


def test_capitals_cannot_come_in_by_the_back_door(db) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Rosa@example.org")


def test_export_and_erase(cast) -> None:
    user = cast.users["staff"]
    assert personal.export(user.pk)["e-mail"] == "sam@example.org"
    personal.erase(user.pk)
    user.refresh_from_db()
    assert (user.name, user.job, user.is_active) == ("", "", False)
    assert "sam" not in user.email
