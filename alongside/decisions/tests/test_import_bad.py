"""Files as they should not be. Nothing is ever half brought in, and each is told in plain words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.audit.models import Event
from alongside.decisions.models import Decision, DecisionStatus

from .importing import COLUMNS, ROW, entry, table

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n , ,\n", "no table"),
        (table(), "nothing in this file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a picture"),
        (bytes(range(256)) * 64, "not a text file"),
        (b"PK\x03\x04" + b"\0" * 400, "damaged or locked"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 400, "old Excel file"),
        (b"%PDF-1.7 ...", "a PDF"),
        (table(ROW) + b'"never closed', "quotation mark"),
        (table(ROW, columns=("Title", "Title", "Unit", "Due")), "More than one column"),
        (table(ROW, columns=("Due date", "Kind", "Unit", "Due")), "could both be due"),
    ],
)
def test_files_that_are_no_tables(bring, content, said) -> None:
    report = bring(content)
    assert said in " ".join(problem.message for problem in report.problems)
    assert not report.done
    assert not Decision.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_encodings(bring, encoding) -> None:
    text = table(("Café manager – São", "Policy", "Board", "1/4/27")).decode()
    text = text.replace("–", "-") if encoding == "latin-1" else text
    assert bring(text.encode(encoding)).done
    assert Decision.objects.get().title.startswith("Café manager")
    assert Decision.objects.get().title.endswith("São")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(bring, delimiter) -> None:
    assert bring(table(ROW, delimiter=delimiter)).done


def test_a_delimiter_nobody_knows(bring) -> None:
    report = bring(table(ROW, delimiter="~"))
    assert not report.fine
    assert "Only one column was found" in " ".join(report.notes)


@pytest.mark.parametrize("formula", ['=HYPERLINK("http://evil.example","Click")', "+1+1", "-2", "@SUM(A1)"])
def test_formulas_are_words(bring, formula) -> None:
    assert bring(table((formula, *ROW[1:]))).done
    assert Decision.objects.get().title == formula


@pytest.mark.parametrize("written", ["27/03/2027", "2027-03-27", "27 March 2027", "27.3.27", "Sat 27th March 2027"])
def test_days_as_people_write_them(bring, written) -> None:
    assert bring(table((*ROW[:3], written))).done
    assert Decision.objects.get().due_on.isoformat() == "2027-03-27"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/02/2027", "no 31 February"),
        ("03/27/2027", "no month 27"),
        ("soon", "not a date"),
        ("1/1/1066", "1066"),
        ("99999", "not a date"),
    ],
)
def test_days_that_cannot_be(bring, written, said) -> None:
    report = bring(table((*ROW[:3], written), ROW))
    assert [(p.row, p.column) for p in report.problems] == [(2, "Due")]
    assert said in report.problems[0].message
    assert not Decision.objects.exists()


def test_days_in_the_wrong_order(bring) -> None:
    columns = (*COLUMNS, "Opened", "Decided")
    report = bring(table((*ROW[:3], "1/2/26", "1/3/26", ""), columns=columns))
    assert [p.column for p in report.problems] == ["Due"]
    report = bring(table(("A", "Policy", "Board", "", "1/3/26", "1/2/26"), columns=columns))
    assert [p.column for p in report.problems] == ["Decided"]
    report = bring(table(("A", "Policy", "Board", "", "", "1/2/2090"), columns=columns))
    assert "still to come" in report.problems[0].message


def test_an_outcome_without_a_day(bring) -> None:
    report = bring(table((*ROW, "Hired"), columns=(*COLUMNS, "Outcome")))
    assert [p.column for p in report.problems] == ["Outcome"]


@pytest.mark.parametrize("place", range(4))
def test_cells_of_ten_thousand_characters(bring, place) -> None:
    row = list(ROW)
    row[place] = "x" * 10_000
    report = bring(table(row, ROW), make_units=True, other_kinds=True)
    assert [(p.row, p.column) for p in report.problems] == [(2, COLUMNS[place])]
    assert len(report.problems[0].value) <= 40


def test_empty_cells_that_are_needed(bring) -> None:
    report = bring(table(("", "Recruitment", "Crisis line", ""), ("A", "", "", "")))
    assert [(p.row, p.column) for p in report.problems] == [(2, "Title"), (3, "Kind"), (3, "Unit")]


def test_null_bytes_right_to_left_and_emoji(bring) -> None:
    assert not bring(b"Title,Kind\n\0\0,x\n").fine
    title = "قرار: توظيف 👩🏽‍⚕️ عامل"
    assert bring(table((title, *ROW[1:]))).done
    assert Decision.objects.get().title == title


def test_duplicate_rows(bring) -> None:
    report = bring(table(ROW, ROW, ROW))
    assert (report.counts["new"], report.counts["left_out"]) == (1, 2)
    assert "left out" in " ".join(report.notes)


def test_the_same_reference_for_two_decisions(bring) -> None:
    columns = (*COLUMNS, "Reference")
    report = bring(table((*ROW, "1"), ("Other", *ROW[1:], "1"), columns=columns))
    assert [(p.row, p.column) for p in report.problems] == [(3, "Reference")]
    report = bring(table((*ROW, "The panel"), (*ROW, "Mo"), columns=(*COLUMNS, "Who decides")))
    assert "Add a column “reference”" in report.problems[0].message


def test_one_bad_row_keeps_out_all_of_them_and_the_units_too(cast, bring) -> None:
    report = bring(table(("A", "Policy", "New team", "1/4/27"), ("B", "Policy", "Board", "31/2/27")), make_units=True)
    assert not report.done
    assert not Decision.objects.exists()
    assert sorted(unit.name for unit in cast.org.units.all()) == ["Board", "Crisis line", "Peer support", "Services"]


def test_a_row_with_too_many_cells(bring) -> None:
    report = bring(table((*ROW, "more"), ROW))
    assert [p.row for p in report.problems] == [2]


def test_a_file_of_nothing_but_mistakes_is_not_read_to_the_end(bring) -> None:
    report = bring(table(*[("", "", "", "")[:3] + ("soon",)] * 3000))
    assert 1000 <= len(report.problems) < 1010


def test_fifty_megabytes(bring) -> None:
    """A table is read row by row; a workbook or calendar of that size is refused before it is opened."""
    row = table(("x" * 5000, *ROW[1:])).splitlines(keepends=True)[1]
    report = bring(table() + row * (50 * MB // len(row)))
    assert 1000 <= len(report.problems) < 1010
    assert "50 MB. The limit is 20 MB" in bring(b"PK" + b"x" * (50 * MB - 2), "big.xlsx").problems[0].message
    big = b"BEGIN:VCALENDAR" + b"x" * (50 * MB - 15)
    assert "The limit is 20 MB" in bring(big, "big.ics", kind="policy", unit="Board").problems[0].message


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_calendar_that_was_cut_off(bring, cut) -> None:
    whole = entry("a", "Board", "20270327").encode()
    content = (b"BEGIN:VCALENDAR\r\n" + whole)[:cut]
    report = bring(content, "cut.ics", kind="policy", unit="Board")
    assert not report.fine


def test_a_file_that_says_it_is_a_calendar(bring) -> None:
    assert "not a calendar" in bring(table(ROW), "file.ics", kind="policy", unit="Board").problems[0].message


words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(lambda day: day.strftime("%d/%m/%Y"))
rows = st.tuples(
    words.map(lambda text: f"{text}."),
    st.sampled_from(["Policy", "budget", " Recruitment "]),
    st.sampled_from(["Board", "crisis line", "Peer  support"]),
    st.one_of(st.just(""), days),
    words,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(rows, min_size=1, max_size=8))
def test_twice_is_the_same_as_once(cast, bring, found) -> None:
    DecisionStatus.objects.all().delete()
    Decision.objects.all().delete()
    content = table(*[(*row, f"{n}") for n, row in enumerate(found)], columns=(*COLUMNS, "Who decides", "Reference"))
    assert bring(content).done
    once = list(Decision.objects.order_by("id").values())
    assert bring(content).counts["unchanged"] == len(once) == len(found)
    assert list(Decision.objects.order_by("id").values()) == once
