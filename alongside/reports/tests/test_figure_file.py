"""The figures as a file: numbers in columns, and nothing that the page does not say."""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import RequestFactory

from alongside.core import taking
from alongside.core.sheets import read_sheet
from alongside.reports.figure_tables import MEASURES, FiguresTable, Said, said
from alongside.reports.values import DAYS, HOURS, PEOPLE, PERCENT, Counted, Part, Row, Sheet
from tests import make
from tests.cast import Cast

from .closing import chosen, frozen
from .test_map import decided

WHY = "Fewer than 10, and small numbers of people are not shown"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (Row("a", "", 5, 12), Said(5, 12)),
        (Row("a", "", 0, 0), Said(0, 0)),
        (Row("a", "", 27.5, measure=DAYS), Said(27.5)),
        (Row("a", "", 37.04, 50, measure=HOURS), Said(37)),  # as far as the page says it
        (Row("a", "", 31.0, measure=PERCENT), Said(31)),
        (Row("a", "", 20, 29, PEOPLE, step=10), Said(20, at_least=True)),  # the rest of them could be worked out
        (Row("a", "", 0, 4, PEOPLE, step=10), Said(why=WHY)),
        (Row("a", "", None, why="Not said of few people"), Said(why="Not said of few people")),
        (Row("a", "", None, measure=DAYS), Said(why="There was nothing to tell it from")),
        (None, Said(why="Not counted for these days")),
    ],
)
def test_what_a_row_says(row: Row | None, found: Said) -> None:
    assert said(row) == found
    assert found.number is None or type(found.number) is (float if found.number % 1 else int)


def test_each_measure_has_a_name() -> None:
    assert all(str(MEASURES[row.measure]) for row in (Row("a", "", 1), Row("a", "", 1, measure=PEOPLE)))


def test_beside_days_that_were_counted_otherwise() -> None:
    """A row that was not there then says so; one that is not there now is in no file, as it is on no page."""
    now = Sheet("2026-10", "October 2026", "2026-10-01", "2026-10-31", "x", "Lantern Street", "", "", ())
    rows = (Row("with", "With people", 5, 12), Row("new", "New", 1))
    sheet = replace(now, parts=(Part("p", "Deciding", (Counted("f", "All decisions", "", rows),)),))
    older = (Row("old", "Old", 3), Row("with", "With people", 4, 9))
    before = replace(now, period_name="September 2026", parts=(Part("p", "", (Counted("f", "", "", older),)),))
    table = FiguresTable(RequestFactory().get("/"), sheet, before)
    assert str(table.caption) == "Figures: October 2026, Lantern Street"
    found = list(taking.TakenFile(taking.FileAsked(table, taking.CSV)).rows.slices())[0]
    assert [list(line) for line in found] == [
        ["Deciding", "All decisions", "With people", "number", 5, 12, None, None, 4, 9, None, None],
        ["Deciding", "All decisions", "New", "number", 1, *[None] * 6, "Not counted for these days"],
    ]


def links(client: Any, url: str) -> dict[str, tuple[str, str]]:
    """By kind: the address of the file, and what the list is called."""
    page = client.get(url).content.decode()
    found = re.findall(r'href="(\?[^"]*file=(xlsx|csv)&amp;list=figures)">[^<]*<span[^>]*>: ([^<]*)<', page)
    return {kind: (f"{url}{html.unescape(query)}", words) for query, kind, words in found}


@pytest.mark.django_db
def test_the_page_is_taken_in_numbers_under_its_own_name(cast: Cast, client_as: Any) -> None:
    for standing in ("with", "without", "without"):
        decided(cast, make.days(0), standing)
    client = client_as("board")
    found = links(client, "/harbour/figures/")
    url, words = found["csv"]
    month = f"{make.days(0):%B %Y}"
    assert words == f"Figures: {month}"
    response = client.get(url)
    assert "figures-" in response["Content-Disposition"]
    lines = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    line = next(each for each in lines if each["What"] == "Taken with people" and each["Figure"] == "All decisions")
    assert (line[f"{month}: number"], line[f"{month}: of how many"]) == ("1", "3")
    came = next(each for each in lines if each["What"] == "Came")
    names = (f"{month}: number", f"{month}: why there is no number", "Unit of measure")
    assert tuple(came[name] for name in names) == ("", WHY, "people")
    sheet = read_sheet(io.BytesIO(b"".join(client.get(found["xlsx"][0]).streaming_content)), "x.xlsx")
    assert len(list(sheet.rows)) == len(lines)


@pytest.mark.django_db
def test_what_is_closed_is_taken_as_it_was_written_down(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    close = frozen(cast)
    found = links(client_as("board"), f"/harbour/periods/{close.period}/")
    text = b"".join(client_as("board").get(found["csv"][0]).streaming_content).decode("utf-8-sig")
    assert found["xlsx"][1] == f"Figures: {close.name}"
    assert text.count("Not counted for these days") == len(text.splitlines()) - 1  # nothing was closed before
