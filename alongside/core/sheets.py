"""A table from a file that somebody uploaded or named on the command line."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from .sheet_csv import DELIMITERS, encoding_of, read_csv
from .sheet_parts import (
    LONGEST_CELL,
    MB,
    Problem,
    Row,
    Sheet,
    SheetError,
    clean_text,
    open_source,
    refuse_other_kinds,
)
from .sheet_xlsx import cell_text, read_xlsx

MAX_BYTES = 20 * MB
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones too: some programs read them alike
NOT_SEEN = " \t\r\n\v\f\xa0\u200b\u2028\u2029\u3000\ufeff\"'"  # what may stand before one
_HEAD = 64 * 1024


@dataclass(frozen=True)
class Matched:
    """Which column holds which field, and the columns that nobody asked for."""

    by_field: dict[str, str]
    unknown: list[str]

    def missing(self, required: Iterable[str]) -> list[str]:
        return [name for name in required if name not in self.by_field]


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
                unknown=[by_field[name], column],  # a page can ask which is which
            )
    return Matched(by_field, unknown)


def looks_like_formula(value: str) -> bool:
    """Whether a spreadsheet program might run this text instead of showing it."""
    return value.startswith(("\t", "\r")) or value.lstrip(NOT_SEEN).startswith(FORMULA_STARTS)


def safe_cell(value: str) -> str:
    """`value` for writing to a sheet: a leading apostrophe keeps a spreadsheet program from running it."""
    return f"'{value}" if looks_like_formula(value) else value


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
            return read_xlsx(stream, max_rows, owned)
        refuse_other_kinds(head, _("Save it as CSV or XLSX and try again."))
        return read_csv(stream, head, max_rows, owned)
    except BaseException:
        if owned:
            stream.close()
        raise


__all__ = [
    "DELIMITERS",
    "LONGEST_CELL",
    "MAX_BYTES",
    "MB",
    "Matched",
    "Problem",
    "Row",
    "Sheet",
    "SheetError",
    "cell_text",
    "clean_text",
    "encoding_of",
    "looks_like_formula",
    "match_columns",
    "open_source",
    "read_sheet",
    "refuse_other_kinds",
    "safe_cell",
]
