import codecs
import csv
import datetime as dt
import io
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import sheets
from alongside.core.sheets import SheetError

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
HYPERLINK = '=HYPERLINK("https://example.org/?"&A1,"Click")'


def read(data, **options):
    data = data.encode() if isinstance(data, str) else data
    return sheets.read_sheet(io.BytesIO(data), "register.csv", **options)


def cells(sheet):
    return [list(row.cells.values()) for row in sheet.rows]


def refusal(data, **options):
    with pytest.raises(SheetError) as error:
        list(read(data, **options).rows)
    assert error.value.message == str(error.value)
    return error.value


def workbook(*tables):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "dd/mm/yyyy"}) as book:
        for number, table in enumerate(tables, start=1):
            page = book.add_worksheet(f"List {number}")
            for place, row in enumerate(table):
                page.write_row(place, 0, row)
    return target.getvalue()


# Text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", sheets.DELIMITERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends(encoding, delimiter, end):
    text = end.join(["Name|Town|Notes", "Zoë|Ynys Môn|“hello” 🙂", "سلام|Bath|"]).replace("|", delimiter)
    sheet = read(text.encode(encoding))
    assert sheet.columns == ["Name", "Town", "Notes"]
    assert cells(sheet) == [["Zoë", "Ynys Môn", "“hello” 🙂"], ["سلام", "Bath", ""]]
    assert (sheet.kind, sheet.delimiter, sheet.notes, sheet.problems) == ("csv", delimiter, [], [])


text_cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(text_cells, min_size=width, max_size=width), max_size=6)
)


@given(tables, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(sheets.DELIMITERS))
def test_what_csv_writes_we_read(table, encoding, delimiter):
    width = len(table[0]) if table else 2
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow([f"Column {n}" for n in range(width)])
    writer.writerows(table)
    found = cells(read(f"sep={delimiter}\r\n{target.getvalue()}".encode(encoding)))
    wanted = [[sheets.clean_text(cell) for cell in row] for row in table]
    assert found == [row for row in wanted if any(row)]


def test_latin_1_is_read_as_windows_text_and_said():
    sheet = read("Name;Town\r\nZoë;Ynys Môn £5\r\n".encode("latin-1"))
    assert cells(sheet) == [["Zoë", "Ynys Môn £5"]]
    assert sheet.encoding == "cp1252"
    assert sheet.notes == ["This file is not UTF-8. It was read as Windows text: check letters with accents."]


def test_latin_1_far_down_the_file():
    sheet = read(b"Name,Town\n" + b"Ann,Bath\n" * 20_000 + "Zoë,Bath\n".encode("latin-1"))
    assert cells(sheet)[-1] == ["Zoë", "Bath"]


def test_bytes_that_windows_leaves_undefined():
    assert cells(read(b"Name,Town\nZo\xeb,\x81\n")) == [["Zoë", "�"]]


@pytest.mark.parametrize("data", [codecs.BOM_UTF8 + b"Name,Town\n\xff\xfe,b", codecs.BOM_UTF16_LE + b"N\0a\0,\0b\0\n"])
def test_damaged_unicode(data):
    assert "text in this file is damaged" in refusal(data).message


def test_excel_says_its_separator():
    sheet = read("sep=;\r\nName;Notes, long\r\nAnn;a,b\r\n")
    assert (sheet.columns, sheet.delimiter) == (["Name", "Notes, long"], ";")
    assert [row.number for row in sheet.rows] == [2]


@pytest.mark.parametrize(
    "text, columns",
    [
        ('Name,"Needs (e.g. ramp; loop; lift; quiet)",Town\nAnn,"a;b;c",Bath\n', 3),
        ("Name;Notes\nAnn;one, two, three\nBob;four, five, six\n", 2),
        ('"Family, given"\tTown\n"Lee, Ann"\tBath\n', 2),
        ('Name,Notes\nAnn,"first\nsecond; third | fourth"\nBob,\n', 2),
        ("Name,Town,Notes\nAnn\nBob,Bath\n", 3),
        ("Name;Town;Notes", 3),
    ],
)
def test_the_delimiter_is_seen_from_the_first_rows(text, columns):
    assert len(read(text).columns) == columns


def test_an_unusual_delimiter_is_said():
    sheet = read("Name~Town\nAnn~Bath\n")
    assert sheet.columns == ["Name~Town"]
    assert sheet.notes == ["Only one column was found. Put commas, semicolons or tabs between columns."]


# Rows


def test_rows_are_numbered_as_people_see_them():
    sheet = read('\nName,Notes\nAnn,"two\nlines"\n,\n \nBob,\n')
    assert list(sheet.rows) == [(3, {"Name": "Ann", "Notes": "two\nlines"}), (6, {"Name": "Bob", "Notes": ""})]


def test_ragged_rows():
    sheet = read("Name,Town,\nAnn\nBob,Bath,\nCas,Bath,lost\nDee,York,,,\nEve,York,,more\n")
    assert cells(sheet) == [["Ann", ""], ["Bob", "Bath"], ["Dee", "York"]]
    assert [(one.row, one.column, one.value) for one in sheet.problems] == [(4, None, "lost"), (6, None, "more")]
    assert sheet.problems[0].message.startswith("Row 4 has a cell that belongs to no column.")


def test_formulas_stay_text():
    target = io.StringIO()
    csv.writer(target).writerows([["Name", "Town"], [HYPERLINK, "@SUM(A1)"]])
    assert cells(read(target.getvalue())) == [[HYPERLINK, "@SUM(A1)"]]
    assert cells(read(workbook([["Name", "Town"], ["+1", "-1"]]))) == [["+1", "-1"]]


@pytest.mark.parametrize(
    "value, safe",
    [
        (HYPERLINK, "'" + HYPERLINK),
        *(("+44 7700 900123", "'+44 7700 900123"), ("-", "'-"), ("@x", "'@x"), ("\t=1", "'\t=1")),
        *(("Ann = Bob", "Ann = Bob"), ("", "")),
    ],
)
def test_cells_safe_to_write(value, safe):
    assert sheets.safe_cell(value) == safe
    assert sheets.looks_like_formula(value) is (safe != value)


def test_a_name_of_10_000_characters_is_read():
    assert cells(read(f"Name,Town\n{'x' * 10_000},Bath\n")) == [["x" * 10_000, "Bath"]]


def test_a_cell_that_is_far_too_long_is_one_problem():
    sheet = read(f"Name,Notes\nAnn,{'x' * 40_001}\nBob,short\n")
    assert cells(sheet) == [["Bob", "short"]]
    assert sheet.problems == [
        sheets.Problem(2, "Notes", "The cell in row 2, Notes, has more than 40000 characters. Shorten it.", "x" * 40)
    ]


def test_a_cell_without_end_stops_the_reading():
    error = refusal(f"Name,Notes\nAnn,{'x' * 1_100_000}\n")
    assert (error.row, "Row 2 has a cell too long to read" in error.message) == (2, True)


def test_a_quotation_mark_that_is_never_closed():
    error = refusal('Name,Town\nAnn,Bath\n"Bob,York\nCas,Hull\n')
    assert error.message == "A quotation mark in row 3 is never closed. Close or remove it."
    assert error.row == 3


def test_duplicate_rows_are_left_to_others():
    assert cells(read("Name,Town\nAnn,Bath\nAnn,Bath\n")) == [["Ann", "Bath"]] * 2


def test_too_many_rows():
    assert len(cells(read("Name\na\nb\n", max_rows=2))) == 2
    assert refusal("Name\na\nb\nc\n", max_rows=2).message.startswith("This file has more than 2 rows.")


def test_columns_with_one_name():
    error = refusal("Name,Town, name \nAnn,Bath,Lee\n")
    assert error.message == "More than one column is called “Name”, “name”. Rename or remove one."


# Files


@pytest.mark.parametrize("data", ["\n\n", " , \n,,\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_in_it(data):
    assert "There is no table in this file." in refusal(data).message
    assert refusal("").message == "“register.csv” is empty. Choose a file with a table in it."


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel file (.xls) or an Excel file locked with a password"),
        (b"<!DOCTYPE html><table>", "a web page"),
    ],
)
def test_other_kinds_of_file(data, kind):
    assert refusal(data).message == f"This looks like {kind}. Save it as CSV or XLSX and try again."


@pytest.mark.parametrize("data", [b"Name,Town\nAnn\0,Bath\n", bytes(range(256)) * 40, b"a,b\n" * 99999 + b"\0"])
def test_binary(data):
    assert refusal(data).message.startswith("This is not a text file, or it is damaged.")


class Refusing(io.BytesIO):
    """50 MB that fails the test if anybody reads them."""

    def tell(self):
        return 50 * sheets.MB

    def read(self, size=-1):
        raise AssertionError("read")


def test_a_file_of_50_mb_is_refused_unread():
    with pytest.raises(SheetError, match="This file is 50 MB. The limit is 20 MB. Split it"):
        sheets.read_sheet(Refusing(), "huge.csv")


class Pipe(io.BytesIO):
    def seekable(self):
        return False

    def seek(self, *_args):
        raise io.UnsupportedOperation


def test_a_pipe_is_spooled_up_to_the_limit():
    assert cells(sheets.read_sheet(Pipe(b"Name\nAnn\n"), "-")) == [["Ann"]]
    pipe = Pipe(b"Name\n" + b"x" * 5000)
    with pytest.raises(SheetError, match="The limit is"):
        sheets.read_sheet(pipe, "-", max_bytes=1000)
    assert len(pipe.read()) == 4004


def test_paths(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text("Name\nAnn\n")
    assert cells(sheets.read_sheet(path, "register.csv", max_bytes=None)) == [["Ann"]]
    for wrong in (tmp_path, Path("/nowhere/register.csv")):
        with pytest.raises(SheetError, match="cannot be opened. Check that it is there."):
            sheets.read_sheet(wrong, wrong.name)


@pytest.mark.parametrize("data", [b"Name,Town\nAnn,Bath\n", workbook([["Name", "Town"], ["Ann", "Bath"]])])
def test_uploads_stay_open(data):
    large = TemporaryUploadedFile("register.csv", "text/csv", len(data), None)
    with large, tempfile.SpooledTemporaryFile() as spooled:
        large.write(data)
        spooled.write(data)
        for upload in (SimpleUploadedFile("register.csv", data), large, spooled):
            for _again in range(2):
                assert cells(sheets.read_sheet(upload, "register.csv")) == [["Ann", "Bath"]]


# Workbooks


def test_cells_of_a_workbook():
    row = ["Ann", dt.date(2026, 3, 27), 12, 1.5, True, 441632960000, "🙂\r\nb"]
    sheet = read(workbook([["Name", "Day", "N", "F", "Yes", "Phone", "Notes"], [], row]))
    assert (sheet.kind, sheet.notes) == ("xlsx", [])
    assert [(one.number, list(one.cells.values())) for one in sheet.rows] == [
        (3, ["Ann", "2026-03-27", "12", "1.5", "yes", "441632960000", "🙂\nb"])
    ]


@pytest.mark.parametrize(
    "value, text",
    [
        (dt.datetime(2026, 3, 27), "2026-03-27"),
        (dt.datetime(2026, 3, 27, 14, 30), "2026-03-27 14:30"),
        (dt.date(2026, 3, 27), "2026-03-27"),
        (dt.time(14, 30), "14:30"),
        *((True, "yes"), (False, "no"), (12.0, "12"), (0.1, "0.1"), ("", "")),
    ],
)
def test_what_a_cell_says(value, text):
    assert sheets.cell_text(value) == text


def test_the_sheet_that_is_not_empty_is_read_and_named():
    sheet = read(workbook([], [["Name"], ["Ann"]], [["Other"]]))
    assert cells(sheet) == [["Ann"]]
    assert sheet.notes == ["The file has 3 sheets. Only “List 2” was read."]


def test_a_workbook_with_nothing_in_it():
    assert "There is no table" in refusal(workbook([], [])).message


def archive(**entries):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in entries.items():
            bundle.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


@pytest.mark.parametrize(
    "data, words",
    [
        (archive(word__document_xml="<w/>"), "a Word document"),
        (archive(content_xml="<o/>"), "an OpenDocument file"),
        (archive(photo="x"), "a ZIP file"),
        (archive(xl__workbook_xml="<no"), "damaged or locked"),
        (workbook([["Name"], ["Ann"]])[:3000], "damaged or locked"),
        (b"PK\x03\x04 nothing more", "damaged or locked"),
        (archive(xl__workbook_xml="", xl__worksheets__a_xml=b" " * 11_000_000), "far too big once unpacked"),
        (archive(xl__workbook_xml="", xl__worksheets__a_xml='<c r="A1"/><c r="XFD1048576"/>'), "too big once unpacked"),
    ],
)
def test_zips_that_are_no_workbook(data, words):
    error = refusal(data)
    assert words in error.message
    assert "try again." in error.message


# Columns

WANTED = {"name": ["Full name"], "email": ["E-mail address", "Mail"], "town": ["Town or city"]}


def test_columns_are_matched_whatever_their_dress():
    matched = sheets.match_columns(["FULL_NAME", "e mail  address:", "Shoe size"], WANTED, {})
    assert matched.by_field == {"name": "FULL_NAME", "email": "e mail  address:"}
    assert matched.unknown == ["Shoe size"]
    assert matched.missing(["name", "town"]) == ["town"]


def test_a_mapping_wins():
    matched = sheets.match_columns(["Name", "Known as", "Mail"], WANTED, {"known AS": "name"})
    assert matched.by_field == {"name": "Known as", "email": "Mail"}
    assert matched.unknown == ["Name"]


@pytest.mark.parametrize(
    "columns, mapping, words",
    [
        (["Name"], {"Nom": "name"}, "There is no column “Nom”. The columns are: Name."),
        (["Name"], {"Name": "nom"}, "There is no field “nom”. The fields are: name, email, town."),
        (["A", "B"], {"A": "name", "B": "name"}, "More than one column is mapped to name."),
        (["Mail", "Email"], {}, "“Mail” and “Email” could both be email. Rename the one that is not."),
    ],
)
def test_columns_that_cannot_be_matched(columns, mapping, words):
    with pytest.raises(SheetError) as error:
        sheets.match_columns(columns, WANTED, mapping)
    assert words in error.value.message


# Cleaning


@pytest.mark.parametrize(
    "text, clean",
    [
        *(("  Ann \t", "Ann"), ("a\tb", "a\tb"), ("\ufeffName\xa0", "Name")),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\0b\x1b\x9fc", "abc"),
        ("Zoe\u0308", "Zoë"),
        ("👩\u200d👧 🏴", "👩\u200d👧 🏴"),
        ("\u202eevil\u202c", "evil\u202c"),
        ("\u2067שלום\u2069 \u200fabc", "\u2067שלום\u2069 \u200fabc"),
    ],
)
def test_clean_text(text, clean):
    assert sheets.clean_text(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    once = sheets.clean_text(text)
    assert sheets.clean_text(once) == once == unicodedata.normalize("NFC", once)
