"""A table from a file that somebody uploaded or named on the command line."""

import codecs
import csv
import datetime as dt
import io
import math
import re
import tempfile
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MB = 1024 * 1024
MAX_BYTES = 20 * MB
LONGEST_CELL = 40_000
DELIMITERS = ",;\t|"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# Far above LONGEST_CELL, so that a long cell is reported with its column and only an absurd one stops us.
_LONGEST_FIELD = 1_000_000
csv.field_size_limit(_LONGEST_FIELD)
_HEAD = 64 * 1024
_END = "\0end"  # no line can hold it: files with NULs are refused
_MAX_UNPACKED, _MAX_RATIO, _MAX_AREA = 500 * MB, 200, 10_000_000
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_BLANK = " \t\n\xa0\u2002\u2003\u2007\u2009\u200b\u202f\u3000\ufeff"
# What zipfile and calamine raise on damaged or locked workbooks, found by trying thousands.
_DAMAGE = (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CELL_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?\n', re.IGNORECASE)
_OTHER_KINDS = {
    b"%PDF": gettext_lazy("a PDF"),
    b"\x89PNG": gettext_lazy("a picture"),
    b"\xff\xd8\xff": gettext_lazy("a picture"),
    b"GIF8": gettext_lazy("a picture"),
    b"\xd0\xcf\x11\xe0": gettext_lazy("an old Excel file (.xls) or an Excel file locked with a password"),
    b"{\\rtf": gettext_lazy("a text document (RTF)"),
    b"\x1f\x8b": gettext_lazy("a compressed file"),
    b"Rar!": gettext_lazy("a compressed file"),
    b"7z\xbc\xaf": gettext_lazy("a compressed file"),
    b"SQLite": gettext_lazy("a database"),
    b"<!DOC": gettext_lazy("a web page"),
    b"<html": gettext_lazy("a web page"),
}
_ZIP_KINDS = {
    "word/": gettext_lazy("a Word document"),
    "ppt/": gettext_lazy("a PowerPoint file"),
    "xl/": gettext_lazy("a binary Excel file (.xlsb)"),
    "content.xml": gettext_lazy("an OpenDocument file"),
    "Index/": gettext_lazy("an Apple Numbers or Pages file"),
}


class SheetError(Exception):
    """A file that cannot be used, with a sentence for the person who gave it. `row` as in a spreadsheet."""

    def __init__(self, message: str, row: int | None = None, column: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column


@dataclass(frozen=True)
class Problem:
    """One thing wrong in an otherwise usable file. `row` counts the header as row 1."""

    row: int | None
    column: str | None
    message: str
    value: str = ""


class Row(NamedTuple):
    """`number` is what the person sees in the spreadsheet; `cells` holds cleaned text for every column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A table. `rows` can be gone through once; `problems` fills up while it is, with the rows left out."""

    columns: list[str]
    rows: Iterator[Row]
    kind: str
    encoding: str = ""
    delimiter: str = ""
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Matched:
    """Which column holds which field, and the columns that nobody asked for."""

    by_field: dict[str, str]
    unknown: list[str]

    def missing(self, required: Iterable[str]) -> list[str]:
        return [name for name in required if name not in self.by_field]


def clean_text(value: str) -> str:
    """Trimmed NFC text with plain newlines, without control characters and direction overrides.

    Emoji, right-to-left text and its marks and isolates stay.
    """
    if value.isascii() and value.isprintable():
        return value.strip()
    plain = _NOT_TEXT.sub("", _LINE_END.sub("\n", value))
    return unicodedata.normalize("NFC", plain).strip(_BLANK)


def looks_like_formula(value: str) -> bool:
    """Whether a spreadsheet program might run this text instead of showing it."""
    return value.startswith(FORMULA_STARTS)


def safe_cell(value: str) -> str:
    """`value` for writing to a sheet: a leading apostrophe keeps a spreadsheet program from running it."""
    return f"'{value}" if looks_like_formula(value) else value


def match_columns(
    columns: list[str], wanted: dict[str, Sequence[str]], mapping: dict[str, str] | None = None
) -> Matched:
    """Find the column of each field of `wanted` {field: accepted names}, whatever the case and punctuation.

    `mapping` {column: field} wins. Raises SheetError where it names what is not there, or where two
    columns could be the same field.
    """
    fixed = dict(_mapped(columns, wanted, mapping or {}))
    by_field = {name: column for column, name in fixed.items()}
    unknown = []
    for column in columns:
        name = fixed.get(column) or _field_named(column, wanted)
        if name is None or (name in fixed.values() and column not in fixed):
            unknown.append(column)
        elif by_field.setdefault(name, column) != column:
            raise SheetError(
                _("“%(first)s” and “%(second)s” could both be %(field)s. Rename the one that is not.")
                % {"first": by_field[name][:40], "second": column[:40], "field": name},
                column=column,
            )
    return Matched(by_field, unknown)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if char.isalnum()) or plain


def _field_named(column: str, wanted: dict[str, Sequence[str]]) -> str | None:
    plain = _folded(column)
    return next((name for name, names in wanted.items() if plain in map(_folded, [name, *names])), None)


def _mapped(columns: list[str], wanted: dict[str, Sequence[str]], mapping: dict[str, str]) -> Iterator[tuple[str, str]]:
    taken = Counter(mapping.values())
    for column, name in mapping.items():
        found = next((one for one in columns if _folded(one) == _folded(column)), None)
        if found is None:
            raise SheetError(
                _("There is no column “%(column)s”. The columns are: %(columns)s.")
                % {"column": column[:40], "columns": ", ".join(one[:40] for one in columns)}
            )
        if name not in wanted:
            raise SheetError(
                _("There is no field “%(field)s”. The fields are: %(fields)s.")
                % {"field": name[:40], "fields": ", ".join(wanted)}
            )
        if taken[name] > 1:
            raise SheetError(_("More than one column is mapped to %(field)s. Choose one.") % {"field": name})
        yield found, name


def read_sheet(
    source: BinaryIO | Path, name: str, *, max_bytes: int | None = MAX_BYTES, max_rows: int | None = None
) -> Sheet:
    """The table in a CSV or XLSX file, known by its content and not by `name`.

    CSV is streamed: an open `source` has to stay open until `rows` are read. Raises SheetError, also while
    rows are read (more than `max_rows`, a quotation mark that is never closed).
    """
    stream = open_source(source, name, max_bytes)
    owned = stream is not source
    try:
        head = stream.read(_HEAD)
        stream.seek(0)
        if head.startswith(b"PK"):
            return _read_xlsx(stream, max_rows, owned)
        refuse_other_kinds(head, _("Save it as CSV or XLSX and try again."))
        return _read_csv(stream, head, max_rows, owned)
    except BaseException:
        if owned:
            stream.close()
        raise


def open_source(source: BinaryIO | Path, name: str, max_bytes: int | None) -> BinaryIO:
    """`source` as a seekable file at its start. Raises SheetError if it is empty, missing or too big."""
    try:
        stream = source.open("rb") if isinstance(source, Path) else source
    except OSError as error:
        raise SheetError(_("“%(name)s” cannot be opened. Check that it is there.") % {"name": name[-40:]}) from error
    if not stream.seekable():
        stream = _spooled(stream, max_bytes)
    stream.seek(0, io.SEEK_END)
    size = stream.tell()
    stream.seek(0)
    message = _size_message(size, name, max_bytes)
    if message:
        if stream is not source:
            stream.close()
        raise SheetError(message)
    return stream


def _spooled(source: BinaryIO, max_bytes: int | None) -> BinaryIO:
    """Copies one byte over the limit at most: enough to see that it is passed."""
    target = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=MB))  # noqa: SIM115
    left = math.inf if max_bytes is None else max_bytes + 1
    while left and (chunk := source.read(int(min(MB, left)))):
        target.write(chunk)
        left -= len(chunk)
    return target


def _size_message(size: int, name: str, limit: int | None) -> str:
    if size == 0:
        return _("“%(name)s” is empty. Choose a file with a table in it.") % {"name": name[-40:]}
    if limit is None or size <= limit:
        return ""
    return _("This file is %(size)s MB. The limit is %(limit)s MB. Split it into smaller files.") % {
        "size": math.ceil(size / MB),
        "limit": f"{limit / MB:g}",
    }


def refuse_other_kinds(head: bytes, advice: str) -> None:
    """Raises SheetError with `advice` when the first bytes are those of a well-known other kind of file."""
    for magic, kind in _OTHER_KINDS.items():
        if head.startswith(magic):
            raise SheetError(_other_kind(str(kind), advice))


def _other_kind(kind: str, advice: str) -> str:
    return _("This looks like %(kind)s. %(advice)s") % {"kind": kind, "advice": advice}


def encoding_of(stream: BinaryIO, head: bytes) -> str:
    """How the whole text of `stream` is encoded; Windows-1252 when nothing else fits.

    Leaves `stream` at its start. Raises SheetError for what is not text.
    """
    encoding = _guessed_encoding(head)
    binary = len(head.translate(None, _CONTROLS)) < len(head) * 0.99
    if not encoding.startswith("utf-16") and (binary or any(b"\0" in chunk for chunk in _chunks(stream))):
        raise SheetError(_("This is not a text file, or it is damaged. Save it as CSV or XLSX and try again."))
    if _decodes(stream, encoding):
        return encoding
    if encoding == "utf-8":
        return "cp1252"
    raise SheetError(_("The text in this file is damaged. Save it as CSV (UTF-8) or XLSX and try again."))


def _guessed_encoding(head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Without a mark, UTF-16 shows as NULs in every second place: digits, commas and line ends have them.
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(4, len(head) // 20) or min(even, odd):
        return "utf-8"
    return "utf-16-be" if even else "utf-16-le"


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(MB):
        yield chunk
    stream.seek(0)


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(stream):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        stream.seek(0)
    return True


def _read_csv(stream: BinaryIO, head: bytes, max_rows: int | None, owned: bool) -> Sheet:
    encoding = encoding_of(stream, head)
    sample = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    separator = _SEPARATOR_LINE.match(sample)
    delimiter = separator[1] if separator else _likely_delimiter(sample)
    lines = _lines(stream, encoding, owned)
    if separator:
        next(lines)
    sheet = _table(_records(lines, delimiter), max_rows, "csv", encoding, delimiter)
    if encoding == "cp1252":
        sheet.notes.append(_("This file is not UTF-8. It was read as Windows text: check letters with accents."))
    if len(sheet.columns) == 1:
        sheet.notes.append(_("Only one column was found. Put commas, semicolons or tabs between columns."))
    return sheet


def _likely_delimiter(sample: str) -> str:
    """The one that cuts the first rows into as many cells as the header; then the one that cuts most."""

    def score(delimiter: str) -> tuple[float, int]:
        lines = io.StringIO(sample, newline="")
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), 30) if any(row)]
        width = len(rows[0]) if rows else 0
        body = rows[1:-1] or rows[1:]  # the sample may end within a row
        same = sum(len(row) == width for row in body) / len(body) if body else 1
        return (same, width) if width > 1 else (-1, 0)

    try:
        return max(DELIMITERS, key=score)
    except csv.Error:
        return ","


def _lines(stream: BinaryIO, encoding: str, owned: bool) -> Iterator[str]:
    # Windows-1252 leaves five bytes undefined; everything else was found to decode.
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        while line := text.readline(_LONGEST_FIELD * 2):
            yield line
        yield _END
    finally:
        text.detach()
        if owned:
            stream.close()


def _records(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, record in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            if record and record[-1].endswith(_END):
                break
            yield number, record
    except csv.Error as error:
        raise SheetError(
            _("Row %(row)s has a cell too long to read. Look for a quotation mark that is not closed.")
            % {"row": number + 1},
            row=number + 1,
        ) from error
    if record != [_END]:
        raise SheetError(
            _("A quotation mark in row %(row)s is never closed. Close or remove it.") % {"row": number},
            row=number,
        )


def _read_xlsx(stream: BinaryIO, max_rows: int | None, owned: bool) -> Sheet:
    advice = _("Save it as CSV or XLSX and try again.")
    try:
        _check_zip(stream, advice)
        stream.seek(0)
        with CalamineWorkbook.from_filelike(stream) as book:
            titles = [
                one.name
                for one in book.sheets_metadata
                if one.typ == SheetTypeEnum.WorkSheet and one.visible == SheetVisibleEnum.Visible
            ]
            sheets = (book.get_sheet_by_name(title) for title in titles)
            found = next((sheet for sheet in sheets if sheet.height), None)
    except _DAMAGE as error:
        raise SheetError(_("This file is damaged or locked. %(advice)s") % {"advice": advice}) from error
    finally:
        if owned:
            stream.close()
    records = (
        (number, [_cell(value) for value in row])
        for number, row in enumerate(found.iter_rows() if found else (), start=1)
    )
    sheet = _table(records, max_rows, "xlsx")
    if found and len(titles) > 1:
        sheet.notes.append(
            _("The file has %(count)s sheets. Only “%(title)s” was read.")
            % {"count": len(titles), "title": found.name[:40]}
        )
    return sheet


def _check_zip(stream: BinaryIO, advice: str) -> None:
    """Before anything is unpacked: is it a workbook, and is it as big as it says?"""
    with zipfile.ZipFile(stream) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if "xl/workbook.xml" not in names:
            kinds = (kind for start, kind in _ZIP_KINDS.items() if any(n.startswith(start) for n in names))
            raise SheetError(_other_kind(str(next(kinds, _("a ZIP file"))), advice))
        crammed = any(e.file_size > max(10 * MB, e.compress_size * _MAX_RATIO) for e in entries)
        sheets = [name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        if (
            crammed
            or sum(entry.file_size for entry in entries) > _MAX_UNPACKED
            or any(_area(archive.open(sheet)) > _MAX_AREA for sheet in sheets)
        ):
            raise SheetError(
                _("This workbook is far too big once unpacked. Copy the table into a new file and try again.")
            )


def _area(sheet: IO[bytes]) -> int:
    """Cells in the box around all cells, which calamine holds in memory even when most are empty."""
    tail, width, height = b"", 0, 0
    with sheet:
        while chunk := sheet.read(MB):
            found = _CELL_REFERENCE.findall(tail + chunk)
            for letters in {letters for letters, _row in found}:
                width = max(width, sum((c - 64) * 26**n for n, c in enumerate(reversed(letters))))
            height = max([height, *(int(row) for _letters, row in found)])
            tail = chunk[-64:]
    return width * height


def _cell(value: Any) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.isoformat(" ", "minutes")
        case dt.time():
            return value.isoformat("minutes")
    return str(value)


def _table(
    records: Iterator[tuple[int, list[str]]],
    max_rows: int | None,
    kind: str,
    encoding: str = "",
    delimiter: str = "",
) -> Sheet:
    header = next((record for _number, record in records if any(map(clean_text, record))), None)
    if header is None:
        raise SheetError(_("There is no table in this file. The first row must hold the names of the columns."))
    columns = {place: name for place, cell in enumerate(header) if (name := clean_text(cell))}
    counts = Counter(name.casefold() for name in columns.values())
    twice = sorted({name[:40] for name in columns.values() if counts[name.casefold()] > 1})
    if twice:
        raise SheetError(
            _("More than one column is called “%(names)s”. Rename or remove one.") % {"names": "”, “".join(twice)},
            row=1,
        )
    problems: list[Problem] = []
    rows = _rows(records, columns, problems, max_rows)
    return Sheet(list(columns.values()), rows, kind, encoding, delimiter, problems=problems)


def _rows(
    records: Iterable[tuple[int, list[str]]],
    columns: dict[int, str],
    problems: list[Problem],
    max_rows: int | None,
) -> Iterator[Row]:
    read = 0
    for number, record in records:
        if not any(map(clean_text, record)):
            continue
        read += 1
        if max_rows is not None and read > max_rows:
            raise SheetError(
                _("This file has more than %(limit)s rows. Split it into smaller files.") % {"limit": max_rows}
            )
        if problem := _row_problem(number, record, columns):
            problems.append(problem)
            continue
        record += [""] * (max(columns) + 1 - len(record))
        yield Row(number, {name: clean_text(record[place]) for place, name in columns.items()})


def _row_problem(number: int, record: list[str], columns: dict[int, str]) -> Problem | None:
    for place, cell in enumerate(record):
        if place not in columns and clean_text(cell):
            message = _("Row %(row)s has a cell that belongs to no column. Check commas and quotation marks.")
            return Problem(number, None, message % {"row": number}, cell[:40])
        if len(cell) > LONGEST_CELL:
            message = _("The cell in row %(row)s, %(column)s, has more than %(limit)s characters. Shorten it.")
            facts = {"row": number, "column": columns[place][:40], "limit": LONGEST_CELL}
            return Problem(number, columns[place], message % facts, cell[:40])
    return None
