"""The answer to somebody who asked for a list as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ..tables import Table
from .asking import CSV, FileAsked, list_name
from .csv_file import as_csv
from .rows import Rows, headings_of
from .values import clean, plain
from .xlsx_file import as_xlsx
from .xlsx_parts import About

LONGEST_NAME = 50  # of a list, in the name of its file
Answer = TypeVar("Answer", bound=HttpResponseBase)

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class TakenFile:
    """Which rows it has is settled when it is made. They are read as they are sent."""

    def __init__(self, asked: FileAsked) -> None:
        self.table, self.kind = asked.table, asked.kind
        self.rows = Rows(asked.table)

    @property
    def narrowed_by(self) -> list[str]:
        """Names of filters. What was chosen may be somebody's name."""
        return sorted(self.table.chosen)

    @property
    def list_name(self) -> str:
        return self.table.called or list_name(type(self.table))

    def response(self, *, house: str, who: str) -> StreamingHttpResponse:
        """`house`: whose list it is; `who` takes it."""
        stream = self._stream(house, who)
        said = slugify(str(self.table.caption).replace("/", "-"))[:LONGEST_NAME].strip("-")  # 2026/27 is one year
        name = "-".join(part for part in (slugify(house), said, f"{timezone.localdate()}") if part)
        return attachment(StreamingHttpResponse(_as_now(stream)), self.kind, f"{name}.{self.kind}")

    def _stream(self, house: str, who: str) -> Iterator[bytes]:
        headings = headings_of(self.table)
        if self.kind == CSV:
            return as_csv(headings, self.rows.slices())
        return as_xlsx(str(self.table.caption), headings, self.rows.slices(), list(_about(self.table, house, who)))


def small_file(
    kind: str, name: str, title: str, headings: Sequence[str], lines: Iterable[Iterable[Any]]
) -> HttpResponse:
    """Of something that is no list of a page, and short."""
    cells = [[plain(value) for value in line] for line in lines]
    stream = as_csv(headings, [cells]) if kind == CSV else as_xlsx(title, headings, [cells], [(_("About"), title)])
    return attachment(HttpResponse(b"".join(stream)), kind, f"{name}.{kind}")


def attachment(response: Answer, kind: str, name: str) -> Answer:
    """To be kept by whoever asked, and by nobody between."""
    response["Content-Type"] = TYPES[kind]
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _as_now(stream: Iterator[bytes]) -> Iterator[bytes]:
    """It is read when the page, with its language and its zone, is over."""
    language, zone = translation.get_language(), timezone.get_current_timezone()

    def read() -> Iterator[bytes]:
        with translation.override(language), timezone.override(zone):
            yield from stream

    return read()


def _about(table: Table, house: str, who: str) -> Iterator[About]:
    yield _("Organisation"), house
    yield _("List"), str(table.caption)
    for field in table.filter_fields:
        if field.value:
            yield str(field.label), clean(str(dict(field.choices or ()).get(field.value, field.value)))
    column, down = table.sorted_by
    if column and table.is_read_in_parts:
        order = _("%(column)s, from the last") if down else _("%(column)s, from the first")
        yield _("In the order of"), order % {"column": column.heading}
    yield _("Taken by"), who
    yield _("Taken on"), timezone.localtime().replace(tzinfo=None, microsecond=0)
    yield _("Which rows"), _("Those that they may see on this page, all of them and not only its first ones.")
