"""What tables are made of, whatever the file: opening it, its header, its rows."""

import io
import math
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MB = 1024 * 1024
LONGEST_CELL = 40_000
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_BLANK = " \t\n\xa0\u2002\u2003\u2007\u2009\u200b\u202f\u3000\ufeff"
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
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


class SheetError(Exception):
    """A file that cannot be used, with a sentence for the person who gave it. `row` as in a spreadsheet."""

    def __init__(
        self, message: str, row: int | None = None, column: str | None = None, unknown: Sequence[str] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column
        self.unknown = unknown  # columns of which the reader may say what they hold


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


def clean_text(value: str) -> str:
    """Trimmed NFC text with plain newlines, without control characters and direction overrides.

    Emoji, right-to-left text and its marks and isolates stay.
    """
    if value.isascii() and value.isprintable():
        return value.strip()
    plain = _NOT_TEXT.sub("", _LINE_END.sub("\n", value))
    return unicodedata.normalize("NFC", plain).strip(_BLANK)


def table(
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
            raise SheetError(other_kind(str(kind), advice))


def other_kind(kind: str, advice: str) -> str:
    return _("This looks like %(kind)s. %(advice)s") % {"kind": kind, "advice": advice}
