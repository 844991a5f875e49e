"""From a pack to the records: every decision that was taken without people has its name, and the pages say where what
was counted is."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.reports import packs
from alongside.reports.queries import packing
from tests import make
from tests.cast import Cast

from .packing import base, issued, month, read

pytestmark = pytest.mark.django_db


def taken(cast: Cast, number: int) -> None:
    for n in range(number):
        make.decision(
            cast,
            title=f"Decision number {n:02}.",
            kind=cast.kinds["policy"],
            state="decided",
            decided_on=month().last,
            taken="without",
        )


def lines(cast: Cast) -> list[Any]:
    blocks = packs.part_of(read(cast).reading, "without").blocks
    return [item for block in blocks if isinstance(block, packs.Lines) for item in block.items]


def test_all_that_was_decided_without_people_has_a_name(cast: Cast) -> None:
    taken(cast, 45)
    found = lines(cast)
    assert {item.title for item in found} == {f"Decision number {n:02}." for n in range(45)}
    assert [bool(item.day) for item in found] == [True] * 40 + [False] * 5  # the last with a name and a day alone
    assert all(item.note and item.url for item in found)


def test_a_very_large_list_says_how_many_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_WITHOUT", 2)
    taken(cast, 5)
    told = repr(packs.part_of(read(cast).reading, "without"))
    assert "and 3 more: they stand in the list of decisions." in told


def test_the_pages_say_where_the_records_are_to_whoever_may_see_them(cast: Cast, client_as: Any) -> None:
    period = month()
    taken(cast, 1)
    issued(cast, period)
    ways = [f'href="/harbour/{page}/?period={period.slug}"' for page in ("figures", "map")]
    for part in ("", "figures/", "map/", "bumps/", "changed/", "without/"):
        page = client_as("board").get(f"{base(period)}{part}").content.decode()
        assert all(way in page for way in ways), part
        assert not any(way in client_as("cora").get(f"{base(period)}{part}").content.decode() for way in ways)
    for page in ("figures", "map"):
        assert client_as("board").get(f"/harbour/{page}/?period={period.slug}").status_code == 200  # noqa: PLR2004
