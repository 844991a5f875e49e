"""The navigation as a table: role → labels."""

from types import SimpleNamespace

import pytest

from alongside.accounts.roles import ROLES
from alongside.config.navigation import entries_for, nav_for
from tests import cast as casting

WORK = ["Owed", "Decisions", "Voices", "Bids", "Ask", "Journey"]
BIDS = "/harbour/candour/bids/"
TABLE = {
    "public": ["What is open", "Say something", "What came of it"],
    "stranger": ["What is open", "Say something", "What came of it"],
    "cora": ["My page", "What is open", "Say something", "What came of it", "Decisions", "Journey"],
    "staff": WORK,
    "manager": ["Owed", "Board", "Decisions", "Voices", "Signs", "Ask", "Map and figures", "Journey"],
    "coordinator": ["Desk", "Decisions", "Voices", "People", "Involvement", "Map and figures", "Settings", "Journey"],
    "board": ["Board", "Decisions", "Voices", "Signs", "Map and figures", "Journey"],
    "finance": ["Decisions", "Bids", "Map and figures", "Journey"],
    "safeguarding": ["Safeguarding", "Decisions", "Journey"],
    "administrator": ["Decisions", "Settings", "Journey"],
}
OUTSIDE = {"concerns_contact": ["Concerns", "Journey"]}  # nobody of the cast


def seen_by(cast, who: str, path: str = "/harbour/"):
    if who == "stranger":
        actor = casting.organisations.actor_for(cast.users["stranger"], cast.org.pk)
    else:
        actor = cast.actor(who)
    return SimpleNamespace(organisation=cast.org, actor=actor, path=path, user=cast.users.get(who))


@pytest.mark.parametrize("who", TABLE)
def test_what_each_role_sees(cast, who) -> None:
    assert [str(label) for label, _url, _here in nav_for(seen_by(cast, who))] == TABLE[who]


def test_the_table_knows_every_role() -> None:
    assert set(ROLES) <= {*TABLE, *OUTSIDE, "contributor"}


def test_nobody_with_one_role_has_more_than_eight_entries() -> None:
    assert max(map(len, TABLE.values())) <= 8


def labels_of(cast, *roles: str) -> list[str]:
    """Of Cora, who takes part, with roles beside that."""
    for role in roles:
        casting.member(cast.org, cast.users["cora"], role)
    return [str(label) for label, _url in entries_for(cast.actor("cora"))]


@pytest.mark.parametrize("role", [role for role in ROLES if role not in {"contributor", *OUTSIDE}])
def test_staff_who_take_part_keep_their_own_page(cast, role) -> None:
    assert labels_of(cast, role) == ["My page", *TABLE[role]]


def test_nothing_is_left_out_for_whoever_has_many_roles(cast) -> None:
    assert labels_of(cast, "coordinator", "safeguarding") == ["My page", "Safeguarding", *TABLE["coordinator"]]
    assert labels_of(cast, "manager", "administrator")[-2:] == ["Settings", "Journey"]


def test_whoever_reads_concerns_and_takes_part_has_both(cast) -> None:
    assert labels_of(cast, "concerns_contact") == [*TABLE["cora"], "Concerns"]


def test_concerns_are_not_shown_to_whoever_works_here(cast) -> None:
    assert "Concerns" not in labels_of(cast, "concerns_contact", "finance")


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ("/harbour/desk/", "Desk"),
        ("/harbour/decisions/", "Decisions"),
        ("/harbour/decisions/abc/", "Decisions"),
        ("/harbour/settings/units/", "Settings"),
        ("/harbour/reports/", "Map and figures"),
        ("/harbour/packs/2026-10/", "Map and figures"),
        ("/harbour/", None),
        ("/harbour/desktop/", None),
    ],
)
def test_where_one_is(cast, path, here) -> None:
    marked = [str(label) for label, _url, current in nav_for(seen_by(cast, "coordinator", path)) if current]
    assert marked == ([here] if here else [])


def test_the_bids_stand_under_the_signs(cast) -> None:
    """Whoever has the signs in their navigation comes to the bids by them."""
    for who, here in (("manager", "Signs"), ("staff", "Bids"), ("finance", "Bids")):
        marked = [str(label) for label, _url, current in nav_for(seen_by(cast, who, BIDS)) if current]
        assert marked == [here]


def test_every_entry_is_an_address(cast) -> None:
    for who in TABLE:
        for _label, url, _here in nav_for(seen_by(cast, who)):
            assert url == "/me/" or url.startswith("/harbour/")


@pytest.mark.parametrize(("who", "labels"), [("staff", ["My page"]), ("public", [])])
def test_outside_an_organisation(cast, who, labels) -> None:
    request = SimpleNamespace(organisation=None, path="/me/", user=cast.users.get(who))
    assert [(str(label), here) for label, _url, here in nav_for(request)] == [(label, True) for label in labels]
