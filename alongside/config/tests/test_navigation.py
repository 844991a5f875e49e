"""The navigation as a table: role → labels."""

from types import SimpleNamespace

import pytest

from alongside.accounts.roles import ROLES
from alongside.config.navigation import MOST, entries_for, nav_for
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


@pytest.mark.parametrize("role", [role for role in ROLES if role != "contributor"])
def test_staff_who_take_part_keep_their_own_page(cast, role) -> None:
    casting.member(cast.org, cast.users["cora"], role)
    labels = [str(label) for label, _url in entries_for(cast.actor("cora"))]
    assert labels == ["My page", *(TABLE | OUTSIDE)[role]][:MOST]  # what is last is one step away on other pages
    assert len(labels) <= MOST


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
