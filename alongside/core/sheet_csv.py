"""CSV in the encodings and dialects that people have."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from .sheet_parts import MB, Sheet, SheetError, table

DELIMITERS = ",;\t|"
# Far above LONGEST_CELL, so that a long cell is reported with its column and only an absurd one stops us.
_LONGEST_FIELD = 1_000_000
csv.field_size_limit(_LONGEST_FIELD)
_END = "\0end"  # no line can hold it: files with NULs are refused
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?\n', re.IGNORECASE)


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


def read_csv(stream: BinaryIO, head: bytes, max_rows: int | None, owned: bool) -> Sheet:
    encoding = encoding_of(stream, head)
    sample = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    separator = _SEPARATOR_LINE.match(sample)
    delimiter = separator[1] if separator else _likely_delimiter(sample)
    lines = _lines(stream, encoding, owned)
    if separator:
        next(lines)
    sheet = table(_records(lines, delimiter), max_rows, "csv", encoding, delimiter)
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
