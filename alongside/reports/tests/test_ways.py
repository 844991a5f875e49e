"""The page that leads to everything that shows how it stands."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alongside.config.navigation import entries_for
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ALL = {
    *("map/", "figures/", "figures/make-up/", "periods/", "board/", "packs/", "account/", "heard/", "evidence/"),
    *("candour/", "candour/accounts/", "candour/claims/", "candour/bids/", "co-audits/", "write-ups/"),
    *("policies/", "posts/"),
}
WITHOUT = {
    "coordinator": set(),
    "board": set(),
    "manager": {"posts/"},  # they are of no part of the organisation
    "finance": {"board/", "candour/", "candour/accounts/", "candour/claims/"},
}


@pytest.mark.parametrize("who", WITHOUT)
def test_each_finds_what_they_may_open(
    cast: Cast, client_as: Any, who: str, django_assert_max_num_queries: Any
) -> None:
    client = client_as(who)
    assert ("Map and figures", "reports/") in [(str(label), url) for label, url in entries_for(cast.actor(who))]
    client.get("/harbour/reports/")
    with django_assert_max_num_queries(6):
        page = client.get("/harbour/reports/").content.decode()
    found = re.findall(r'al-lines__title" href="/harbour/([^"]*)"', page)
    assert set(found) == ALL - WITHOUT[who] and len(found) == len(set(found))
    refused = [path for path in ALL if client.get(f"/harbour/{path}").status_code != 200]
    assert set(refused) == WITHOUT[who]


@pytest.mark.parametrize("who", ["cora", "staff", "safeguarding", "administrator", "stranger", "public"])
def test_for_others_it_is_not_there(client_as: Any, who: str) -> None:
    assert client_as(who).get("/harbour/reports/").status_code == 404


def test_the_desk_leads_there(client_as: Any) -> None:
    assert 'href="/harbour/reports/"' in client_as("coordinator").get("/harbour/desk/").content.decode()
