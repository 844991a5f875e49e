"""CSV that a spreadsheet program reads as it was meant: in UTF-8 and marked so, days as days, no text as a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence

from ..sheets import safe_cell
from .values import Line, Plain


def as_csv(headings: Sequence[str], slices: Iterable[Iterable[Line]]) -> Iterator[bytes]:
    yield BOM_UTF8 + _written([headings])
    for lines in slices:
        yield _written(lines)


def _written(lines: Iterable[Line]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in line] for line in lines)
    return text.getvalue().encode()


def _cell(value: Plain) -> object:
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, dt.date) else value
