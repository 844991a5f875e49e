"""Excel workbooks, checked before they are unpacked."""

import datetime as dt
import re
import zipfile
import zlib
from typing import IO, Any, BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from .sheet_parts import MB, Sheet, SheetError, other_kind, table

_MAX_UNPACKED, _MAX_RATIO, _MAX_AREA = 500 * MB, 200, 10_000_000
# What zipfile and calamine raise on damaged or locked workbooks, found by trying thousands.
_DAMAGE = (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_CELL_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_ZIP_KINDS = {
    "word/": gettext_lazy("a Word document"),
    "ppt/": gettext_lazy("a PowerPoint file"),
    "xl/": gettext_lazy("a binary Excel file (.xlsb)"),
    "content.xml": gettext_lazy("an OpenDocument file"),
    "Index/": gettext_lazy("an Apple Numbers or Pages file"),
}


def read_xlsx(stream: BinaryIO, max_rows: int | None, owned: bool) -> Sheet:
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
        (number, [cell_text(value) for value in row])
        for number, row in enumerate(found.iter_rows() if found else (), start=1)
    )
    sheet = table(records, max_rows, "xlsx")
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
            raise SheetError(other_kind(str(next(kinds, _("a ZIP file"))), advice))
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


def cell_text(value: Any) -> str:
    """What a cell of a workbook says: ISO days and times, whole numbers without `.0`, yes and no."""
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
