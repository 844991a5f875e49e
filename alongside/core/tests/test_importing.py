import datetime as dt
import io
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import importing
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.core.importing import Cells, Report
from alongside.core.sheets import Problem, SheetError, match_columns, read_sheet

ALMA = Actor(kind=Kind.USER, organisation_id=1, user_id=7)
ELSEWHERE = Actor(kind=Kind.USER, organisation_id=2, user_id=7)
COLLEAGUE = Actor(kind=Kind.USER, organisation_id=1, user_id=8)
WANTED = {"name": ["full name"], "day": ["date"], "state": ["status"]}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(name="register.csv"):
    return SimpleUploadedFile(name, b"Name\nNoor\n")


def cells(text):
    sheet = read_sheet(io.BytesIO(text.encode()), "register.csv")
    problems = []
    matched = match_columns(sheet.columns, WANTED)
    return [Cells(row, matched, problems) for row in sheet.rows], problems


def test_a_file_comes_back_to_the_one_who_brought_it():
    token = importing.keep(upload(), kind="people", by=ALMA).token
    found = importing.kept(token, kind="people", by=ALMA)
    assert (found.name, found.path.read_bytes()) == ("register.csv", b"Name\nNoor\n")


@pytest.mark.parametrize(("by", "kind"), [(ELSEWHERE, "people"), (COLLEAGUE, "people"), (ALMA, "decisions")])
def test_it_comes_back_to_nobody_else(by, kind):
    token = importing.keep(upload(), kind="people", by=ALMA).token
    with pytest.raises(NotYours):
        importing.kept(token, kind=kind, by=by)


@pytest.mark.parametrize("token", ["", "..", "../../..", "*", "g" * 32, "a" * 31])
def test_what_is_no_token_finds_nothing(token):
    importing.keep(upload(), kind="people", by=ALMA)
    importing.remove(token, kind="people", by=ALMA)
    with pytest.raises(NotYours):
        importing.kept(token, kind="people", by=ALMA)
    assert len(list(importing._folders())) == 1


@pytest.mark.parametrize("name", ["a" * 190 + ".csv", "..csv", "سجل.csv", "a b;c.csv", ".csv"])
def test_names_of_files_are_made_safe(name):
    kept = importing.keep(upload(name), kind="people", by=ALMA)
    assert kept.path.parent.parent.name == "people"
    assert kept.name.endswith("csv") and len(kept.name) <= 80 and not kept.name.startswith(".")


def test_only_its_owner_may_read_the_folder():
    folder = importing.keep(upload(), kind="people", by=ALMA).path.parent
    assert folder.stat().st_mode & 0o077 == 0


def test_removing_a_file():
    token = importing.keep(upload(), kind="people", by=ALMA).token
    importing.remove(token, kind="people", by=ALMA)
    importing.remove(token, kind="people", by=ALMA)
    with pytest.raises(NotYours):
        importing.kept(token, kind="people", by=ALMA)


def test_what_nobody_came_back_for_is_thrown_away():
    old = importing.keep(upload(), kind="people", by=ALMA)
    yesterday = (dt.datetime.now(dt.UTC) - dt.timedelta(hours=25)).timestamp()
    os.utime(old.path.parent, (yesterday, yesterday))
    fresh = importing.keep(upload(), kind="people", by=ALMA)
    assert not old.path.exists()
    assert fresh.path.exists()


def test_reading_cells():
    (row,), problems = cells("Full name,Date,Status\n Noor  Khan ,27/03/2026,ACTIVE\n")
    assert row.line("name", required=True) == "Noor Khan"
    assert row.day("day") == dt.date(2026, 3, 27)
    assert row.one_of("state", {"active": "active"}) == "active"
    assert problems == []


def test_a_column_that_is_not_there_reads_as_empty():
    (row,), problems = cells("Name\nNoor\n")
    assert (row.text("state"), row.day("day"), row.one_of("state", {})) == ("", None, "")
    assert problems == []


def test_what_cannot_be_read_is_a_problem_with_row_and_column():
    rows, problems = cells(f"Name,Date,Status\n,31/2/2026,asleep\n{'x' * 10_000},,\n")
    for row in rows:
        row.line("name", required=True), row.day("day"), row.one_of("state", {"active": "a", "left": "l"})
    assert [(one.row, one.column) for one in problems] == [(2, "Name"), (2, "Date"), (2, "Status"), (3, "Name")]
    assert problems[2].message == "“asleep” is not one of: active, left."
    assert problems[3].message == "This has 10,000 characters. The most is 200: shorten it."
    assert all(len(one.value) <= 40 for one in problems)


def test_a_report_as_json():
    report = Report("people", True, {"new": 2}, ["A note."], ["Shoe size"], [Problem(3, "Name", "Empty.", "")])
    assert report.as_dict() == {
        "kind": "people",
        "dry_run": True,
        "done": False,
        "counts": {"new": 2},
        "notes": ["A note."],
        "unknown_columns": ["Shoe size"],
        "problem_count": 1,
        "problems": [{"row": 3, "column": "Name", "message": "Empty.", "value": ""}],
    }


@pytest.mark.parametrize(
    ("dry_run", "problems", "done"),
    [(False, (), True), (True, (), False), (False, (Problem(2, None, "No."),), False)],
)
def test_done_means_that_something_was_kept(dry_run, problems, done):
    assert Report("people", dry_run, problems=problems).done is done


def test_a_report_does_not_drown_its_reader():
    problems = [Problem(n, None, "No.") for n in range(5000)]
    found = Report("people", True, problems=problems).as_dict()
    assert (found["problem_count"], len(found["problems"])) == (5000, importing.MOST_SHOWN)


def test_a_file_that_cannot_be_read_is_a_report():
    found = importing.failure("people", SheetError("Empty.", row=2), dry_run=True)
    assert (found.fine, found.problems[0].row, found.problems[0].message) == (False, 2, "Empty.")
