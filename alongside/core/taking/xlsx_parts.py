"""The parts of a workbook: what XlsxWriter makes of it, and cells as its format wants them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from html import escape
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from ..sheets import looks_like_formula
from .values import Line, Plain

About = tuple[str, Plain]

MOST_LETTERS = 32_767  # of a cell
MOST_IN_NAME = 31
NARROWEST, WIDEST, DAY_WIDTH = 10, 60, 18
FIRST_DAY, DAY_NOUGHT = dt.date(1900, 3, 1), dt.datetime(1899, 12, 30)  # noqa: DTZ001  a spreadsheet has no zones
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_SIZE = re.compile(rb"<dimension [^>]*/>")
_SAMPLE = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(rb'<c r="[A-Z]+2" s="(\d+)"')


@dataclass(frozen=True)
class Styles:
    """Their numbers in the workbook."""

    day: int
    moment: int
    quoted: int  # a text stays one when somebody edits it in their spreadsheet


@dataclass(frozen=True)
class Shell:
    """A workbook without rows. The second row of its first sheet shows what each style is called."""

    parts: dict[str, bytes]
    before_rows: bytes
    after_rows: bytes
    styles: Styles

    @classmethod
    def made(
        cls, titles: Sequence[str], headings: Sequence[str], widths: Sequence[int], about: Sequence[About]
    ) -> Shell:
        kept = io.BytesIO()
        with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
            day, moment = (
                book.add_format({"num_format": x, "align": "left"}) for x in ("d mmm yyyy", "d mmm yyyy h:mm")
            )
            quoted, bold = book.add_format({"quote_prefix": True}), book.add_format({"bold": True, "text_wrap": True})
            for number, title in enumerate(titles, 1):
                sheet = book.add_worksheet(sheet_name(title, number if len(titles) > 1 else 0))
                sheet.freeze_panes(1, 0)
                for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
                    sheet.set_column(place, place, width)
                    sheet.write_string(0, place, heading, bold)
                for place, style in enumerate((day, moment, quoted)):
                    sheet.write_blank(1, place, None, style)
            _write_about(book, about, bold, day, moment)
        with zipfile.ZipFile(kept) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        first = _SIZE.sub(b"", parts["xl/worksheets/sheet1.xml"])
        sample = _SAMPLE.search(first)
        assert sample is not None  # noqa: S101  we wrote it
        styles = Styles(*(int(number) for number in _STYLE.findall(sample[0])))
        return cls(parts, first[: sample.start()], first[sample.end() :], styles)


def _write_about(book: Any, about: Sequence[About], bold: Any, day: Any, moment: Any) -> None:
    sheet, wrapped = book.add_worksheet(_("About")), book.add_format({"text_wrap": True, "align": "left"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 70)
    for row, (label, value) in enumerate(about):
        sheet.write_string(row, 0, label, bold)
        if isinstance(value, dt.date):
            sheet.write_datetime(row, 1, value, moment if isinstance(value, dt.datetime) else day)
        elif isinstance(value, int):
            sheet.write_number(row, 1, value, wrapped)
        else:
            sheet.write_string(row, 1, within(str(value), MOST_LETTERS)[0], wrapped)


def sheet_name(title: str, number: int) -> str:
    """As a spreadsheet allows it, and never the name of the page that says what it is."""
    plain = " ".join(_NOT_IN_NAME.sub(" ", title).split()).strip("'")
    end = f" {number}" if number else ""
    name = within(plain, MOST_IN_NAME - len(end))[0].strip(" '") or _("List")
    taken = name.casefold() in {_("About").casefold(), "history"} and not end
    return f"{name} 1" if taken else f"{name}{end}"


def width_of(place: int, heading: str, lines: Sequence[Line]) -> int:
    """By its heading and what stands in it first."""
    longest = max((_length(line[place]) for line in lines), default=0)
    return max(NARROWEST, min(WIDEST, max(len(heading), longest) + 2))


def _length(value: Plain) -> int:
    if isinstance(value, str):
        return max(map(len, value.split("\n")))
    return DAY_WIDTH if isinstance(value, dt.date) else len(str(value))


def cells_of(line: Line, number: int, styles: Styles) -> tuple[str, int]:
    """The cells of a row, and how many of them had to be shortened."""
    found, shortened = [], 0
    for place, value in enumerate(line):
        if isinstance(value, str):
            text, fits = within(value, MOST_LETTERS)
            shortened += not fits
            found.append(_text(_at(place, number), text, styles))
        elif value is not None:
            found.append(_value(_at(place, number), value, styles))
    return "".join(found), shortened


def _at(place: int, number: int) -> str:
    return f"{_letters(place)}{number}"


_letters = lru_cache(maxsize=1024)(xl_col_to_name)


def _text(at: str, text: str, styles: Styles) -> str:
    """As text, whatever it begins with."""
    style = f' s="{styles.quoted}"' if looks_like_formula(text) else ""
    words = escape(_LOOKS_ESCAPED.sub("_x005F_", text), quote=False)
    return f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _value(at: str, value: float | Decimal | dt.date, styles: Styles) -> str:
    if not isinstance(value, dt.date):
        return f'<c r="{at}"><v>{value}</v></c>'
    day = value.date() if isinstance(value, dt.datetime) else value
    if day < FIRST_DAY:  # a spreadsheet counts from there
        return _text(at, value.isoformat(), styles)
    if not isinstance(value, dt.datetime):
        return f'<c r="{at}" s="{styles.day}"><v>{(day - DAY_NOUGHT.date()).days}</v></c>'
    return f'<c r="{at}" s="{styles.moment}"><v>{(value - DAY_NOUGHT) / dt.timedelta(days=1):.10f}</v></c>'


def within(text: str, most: int) -> tuple[str, bool]:
    """The text as far as it fits, and whether all of it does. A spreadsheet counts in halves of rare letters."""
    if len(text) <= most // 2:
        return text, True
    halves = text.encode("utf-16-le", "surrogatepass")
    if len(halves) <= 2 * most:
        return text, True
    return halves[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…", False
