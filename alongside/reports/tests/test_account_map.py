"""The map of an account in few words: together, its list, its table and its picture say all that the map says."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.organisation.models import Unit
from alongside.reports import account_map
from alongside.reports.map_values import Cell, Line, MapSheet, Presence
from tests.cast import Cast

from .accounting import here, last_year, published
from .closing import chosen, frozen
from .test_map import decided

LEVELS = (Line("board", "Board"), Line("team", "Team"), Line("service", "Service"))
KINDS = (Line("budget", "Budget"), Line("policy", "Policy"), Line("training", "Training"))


def sheet(*cells: Cell) -> MapSheet:
    words = dict.fromkeys(("period", "period_name", "before_name", "unit", "unit_name", "counted_on", "counted_at"), "")
    return MapSheet(**words, levels=LEVELS, kinds=KINDS, cells=cells, times=(), no_day=0, least=2)


FEW = sheet(
    Cell("team", "policy", Presence(without=3, excepted=1, not_yet=2), asked={"late": 1}),
    Cell("team", "budget", Presence(without=5)),
    Cell("board", "budget", Presence(with_people=1, without=2)),
    Cell("board", "policy", Presence()),
)


def test_where_nobody_was_stands_in_the_list_with_all_that_is_known_of_it() -> None:
    ((level, told),) = account_map.nobody(FEW)
    assert level == "Team" and told.startswith("Budget 5; Policy 4 (")
    for words in ("may not be taken without people: 1", "not yet decided: 2", "less than four weeks before: 1"):
        assert words in told


def test_each_place_stands_in_the_list_or_in_the_table_and_a_file_has_all() -> None:
    rows = account_map.in_the_table(FEW)
    assert [(row.level, row.kind) for row in rows] == [("board", "budget"), ("team", "budget"), ("team", "policy")]
    assert [row.presence.nobody for row in rows] == [False, True, True]


def test_what_is_empty_is_a_sentence() -> None:
    drawn = account_map.for_picture(FEW)
    assert [line.name for line in (*drawn.levels, *drawn.kinds)] == ["Board", "Team", "Budget", "Policy"]
    told = " ".join(account_map.left_out(FEW))
    assert "these kinds: Training." in told and "these levels: Service." in told
    assert account_map.left_out(sheet()) == ["There was no decision in this year."]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ((), "Nothing was decided in this year."),
        ((Cell("team", "policy", Presence(not_yet=3)),), "Nothing was decided in this year."),
        ((Cell("team", "policy", Presence(with_people=1)),), "1 decision was taken in this year: 1 with people, 0"),
        (FEW.cells, "12 decisions were taken in this year: 1 with people, 11 without. 1 of those without people"),
    ],
)
def test_in_short(cells: tuple[Cell, ...], told: str) -> None:
    assert account_map.in_short(sheet(*cells)).startswith(told)


def test_what_is_about_one_person_is_said_inside_alone() -> None:
    one = sheet(*FEW.cells, Cell("one_to_one", "policy", Presence(without=2)))
    assert account_map.not_outside(FEW) == ""
    assert account_map.not_outside(one).startswith("2 of the 16 decisions") and "14" in account_map.not_outside(one)


@pytest.mark.django_db
def test_whoever_signs_reads_what_the_account_leaves_out(cast: Cast, client_as: Any) -> None:
    """Outside the same words stand there whatever was left out; inside it is a number."""
    first = last_year().first
    decided(cast, first, unit=cast.units["team"])
    team = cast.units["team"]
    below = {"parent": team, "path": f"{team.path}x/", "level": "one_to_one"}
    alone = Unit.objects.create(organisation=cast.org, name="Support of one", **below)
    decided(cast, first, unit=alone)
    chosen(cast)
    frozen(cast, last_year())
    close = client_as("coordinator").get(f"/harbour/periods/{last_year().slug}/").content.decode()
    assert "1 of the 2 decisions of these days is about the support of one person." in close
    published(cast)
    page = client_as("public").get(here()).content.decode()
    assert "1 decision was taken in this year" in page and str(account_map.OF_ONE_PERSON) in page
    assert "1 of the 2" not in page
