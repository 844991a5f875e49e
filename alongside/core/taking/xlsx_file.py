"""A workbook whose first bytes leave before its last rows are read.

XlsxWriter makes the whole workbook, but without rows: its styles, its headings, the page that says what it is. The
rows are written between, into the same zip, as they come from the database; the standard library packs a zip that is
sent while it grows. What depends on how many sheets there were is packed last.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from django.utils.translation import gettext as _

from .values import Line
from .xlsx_parts import MOST_LETTERS, About, Shell, cells_of, width_of

MOST_ROWS = 1_048_576  # of a sheet, with its headings
MOST_BYTES = 1 << 30  # of a sheet: a zip that is sent as it grows cannot hold twice as much without another format
CHUNK = 500
FIRST = ("_rels/.rels", "docProps/core.xml")  # by which a program knows what kind of zip it has


def as_xlsx(
    title: str, headings: Sequence[str], slices: Iterable[Sequence[Line]], about: Sequence[About]
) -> Iterator[bytes]:
    sent, ahead = _Sent(), iter(slices)
    first = next(ahead, [])
    widths = [width_of(place, heading, first) for place, heading in enumerate(headings)]
    rows = _Rows(chain(first, chain.from_iterable(ahead)), Shell.made([title], headings, widths, []))
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in FIRST:
            packed.writestr(_entry(name), rows.shell.parts[name])
        yield sent.taken()
        sheets = 0
        while not rows.over or not sheets:
            sheets += 1
            with packed.open(_entry(_sheet(sheets)), "w") as sheet:
                sheet.write(rows.shell.before_rows)
                for chunk in rows.of_one_sheet():
                    sheet.write(chunk)
                    yield sent.taken()
                sheet.write(rows.shell.after_rows)
        whole = Shell.made([title] * sheets, headings, widths, [*about, *rows.told(sheets)])
        for name, part in whole.parts.items():
            if name not in {*FIRST, *map(_sheet, range(1, sheets + 1))}:
                packed.writestr(_entry(name), part)
    yield sent.taken()


def _sheet(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _entry(name: str) -> zipfile.ZipInfo:
    """Without an hour of its own: what the workbook says of itself is enough."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


class _Sent(io.RawIOBase):
    """What was packed and not yet sent. It cannot go back, and so nothing is kept of what left."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.kept.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        found = b"".join(self.kept)
        self.kept.clear()
        return found


class _Rows:
    def __init__(self, lines: Iterator[Line], shell: Shell) -> None:
        self.lines, self.shell = lines, shell
        self.next = next(lines, None)
        self.read = self.shortened = 0

    @property
    def over(self) -> bool:
        return self.next is None

    def of_one_sheet(self) -> Iterator[bytes]:
        number, size, found = 1, 0, list[str]()
        while self.next is not None and number < MOST_ROWS and size < MOST_BYTES:
            number += 1
            cells, shortened = cells_of(self.next, number, self.shell.styles)
            found.append(f'<row r="{number}">{cells}</row>')
            self.shortened += shortened
            self.read += 1
            self.next = next(self.lines, None)
            if len(found) == CHUNK:
                chunk = "".join(found).encode()
                size, found = size + len(chunk), []
                yield chunk
        yield "".join(found).encode()

    def told(self, sheets: int) -> Iterator[About]:
        yield _("Rows"), self.read
        if sheets > 1:
            yield _("Sheets"), _("%(n)d, because a spreadsheet cannot hold as many rows in one.") % {"n": sheets}
        if self.shortened:
            facts = {"n": self.shortened, "most": f"{MOST_LETTERS:,}"}
            yield (
                _("Shortened"),
                _("%(n)d cells. One holds at most %(most)s letters; in the CSV file they are whole.") % facts,
            )
