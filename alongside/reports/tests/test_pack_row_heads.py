"""A screen reader says of each number in a pack's tables what its column is, and what its row is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from alongside.core import paper
from alongside.core.paper.row_heads import with_row_heads
from alongside.reports.packs import Part, Table, Text
from alongside.reports.packs.paper import PAPER, paper_facts

from .tags import Paper

AT = datetime(2026, 11, 1, tzinfo=UTC)
LONG = 60  # rows: over several pages


def made(*tables: Table) -> bytes:
    parts = [Part("one", "Counted", [*tables, Text("Over.")])]
    facts = paper_facts(
        title="A pack", language="en-gb", front=["For the board."], summary=[Text("In short.")], parts=parts
    )
    return paper.made(PAPER, facts, AT)


def test_the_first_cell_of_each_row_is_its_head_and_the_others_name_it() -> None:
    pdf = made(
        Table("Short", ("What", "How many"), [("عربي", "7"), ("", "8")]),
        Table("Wide", ("Place", "With", "Without", "Worth"), [("Team", "1", "2", "w" * 60)]),
        Table("Long", ("What", "How many"), [(f"Row {n}", str(n)) for n in range(LONG)]),
    )
    found = Paper(pdf)
    tables = found.tables()
    assert [len(rows) for rows in tables] == [3, 2, LONG + 1]
    for columns, *rows in tables:
        assert {(cell.kind, cell.scope) for cell in columns} == {("TH", "Column")}
        for head, *cells in rows:
            assert (head.kind, head.scope, head.heads) == ("TH", "Row", (columns[0].name,))
            assert [(cell.kind, cell.heads) for cell in cells] == [
                ("TD", (column.name, head.name)) for column in columns[1:]
            ]
    names = found.names()
    assert names == sorted(names) and {n for n, _number in names} == {
        cell.name for rows in tables for row in rows for cell in row if cell.kind == "TH"
    }
    assert all(found.tag(number).name == name for name, number in names)
    assert b"pdfuaid:part" in pdf and b"/MarkInfo<</Marked true" in pdf


def test_the_same_words_are_the_same_bytes_and_without_a_table_nothing_is_written_anew() -> None:
    short = Table("Short", ("What", "How many"), [("Said", "7")])
    assert made(short) == made(short)
    plain = made()
    assert with_row_heads(plain) == plain and Paper(plain).tables() == []
    assert with_row_heads(made(short)) == made(short)  # every row has its head already


def test_a_file_that_is_not_as_typst_writes_it_is_an_error() -> None:
    pdf = made(Table("Short", ("What", "How many"), [("Said", "7")]))
    with pytest.raises(ValueError, match="not where the table says"):
        with_row_heads(pdf.replace(b"\n1 0 obj", b"\n1 1 obj", 1))
