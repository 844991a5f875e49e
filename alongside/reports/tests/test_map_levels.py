"""The map on a phone: its levels say what its table says, and lead to the same decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils.safestring import SafeString

from alongside.candour.ladders import LADDERS, OURS
from alongside.reports import map_levels, map_words, picture, queries
from alongside.reports.map_values import Cell, Line, MapSheet, Presence
from alongside.reports.tables import MapTable
from tests import make
from tests.cast import Cast

from .test_map import YEAR, decided, scope

LADDER = LADDERS[OURS]


def worth(cell: Cell) -> list[SafeString]:
    return map_words.worth(cell, LADDER)


def sheet(*cells: Cell) -> MapSheet:
    levels, kinds = (Line("board", "Board"), Line("team", "Team")), (Line("policy", "Policy"), Line("budget", "Budget"))
    days = {"period": "2026", "period_name": "2026-27", "before_name": "2025-26", "unit": "", "unit_name": ""}
    return MapSheet(
        **days, counted_on="", counted_at="", levels=levels, kinds=kinds, cells=cells, times=(), no_day=0, least=2
    )


@pytest.mark.parametrize(
    ("there", "told", "nobody"),
    [
        (Presence(), "No decision", ""),
        (Presence(not_yet=2), "2 not yet decided", ""),
        (Presence(with_people=1, without=2), "1 of 3 decided with people", ""),
        (
            Presence(excepted=1, not_yet=1),
            "0 of 1 decided with people, 1 not yet decided",
            "Nobody in the room: 1 kind",
        ),
    ],
)
def test_a_level_in_words(there: Presence, told: str, nobody: str) -> None:
    cells = [Cell("team", "policy", there)] if there.all else []
    board, team = map_levels.levels_of(sheet(*cells), "harbour", worth)
    assert (board.told, list(board.cells)) == ("No decision", [])
    assert (team.told, team.nobody) == (told, nobody)


def test_where_nobody_was_comes_first_and_nought_is_left_out() -> None:
    some, none = Cell("team", "policy", Presence(with_people=1)), Cell("team", "budget", Presence(without=3))
    team = map_levels.levels_of(sheet(some, none), "harbour", worth, part="yours")[1]
    assert [(cell.kind, cell.nobody) for cell in team.cells] == [("Budget", True), ("Policy", False)]
    assert [words for words, _url in team.cells[0].numbers] == ["3 without"] and team.share == 25
    assert all("part=yours" in url and "level=team" in url for _words, url in team.cells[0].numbers)


def test_what_stands_on_a_level_that_is_no_more_is_shown_too() -> None:
    found = map_levels.levels_of(sheet(Cell("", "gone", Presence(without=1))), "", worth)
    assert [level.name for level in found] == ["Board", "Team", "No level"]
    assert found[2].cells[0].kind == "gone" and found[2].cells[0].url == ""


@pytest.mark.django_db
def test_the_same_numbers_and_links_as_the_table(cast: Cast, rf: Any) -> None:
    for number, taken in enumerate(("with", "without", "excepted", "with")):
        decided(cast, date(2026, 6, 1 + number), taken, unit=cast.units["team" if number % 2 else "board"])
    make.decision(cast, opened_on=YEAR, due_on=date(2027, 3, 1))
    counted = queries.count_map(scope(cast), "noon")
    table = MapTable(rf.get("/"), counted, "harbour", LADDER, part="yours")
    of_table = {cell.url for line in table.lines() for cell in line if cell.url}
    levels = map_levels.levels_of(counted, "harbour", table.worth, part="yours")
    of_levels = {url for level in levels for cell in level.cells for _words, url in [*cell.numbers, ("", cell.url)]}
    assert of_levels == of_table and len(of_table) > 4


@pytest.mark.django_db
def test_both_stand_on_the_page_and_one_is_shown(cast: Cast, client_as: Any) -> None:
    decided(cast, make.days(-1))
    page = client_as("board").get("/harbour/map/").content.decode()
    assert page.count('class="al-levels"') == 1 and page.count('class="al-whole"') == 1
    level = page.split('class="al-levels__level"')[1].split("</details>")[0]
    assert "<summary" in level and " open" not in level.split(">")[0] and "1 without" in level
    assert page.count("Every level and kind, with the decisions behind each number</caption>") == 1


def test_what_somebody_has_named_is_never_markup() -> None:
    named = Line("<b>", "<b>B&B</b>")
    cell = Cell("<b>", "<b>", Presence(with_people=1), begun=1)
    drawn = replace(sheet(cell), levels=(named,), kinds=(named,), period_name="<b>2026</b>")
    (level,) = map_levels.levels_of(drawn, "harbour", lambda one: map_words.worth(one, LADDER, lambda _what: "/?<b>"))
    (shown,) = level.cells
    found = f"{picture.drawn(drawn)}{shown.lines}{shown.told}"
    assert "<b>" not in found and "&lt;b&gt;" in found and "B&amp;B" in found
