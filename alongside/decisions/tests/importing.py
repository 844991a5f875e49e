"""Files for the import tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from alongside.core.importing import Report
from alongside.decisions.imports import run_import
from tests.cast import Cast

COLUMNS = ("Title", "Kind", "Unit", "Due")
ROW = ("Support worker", "Recruitment", "Crisis line", "27/03/2027")


def table(*rows: Sequence[str], columns: Sequence[str] = COLUMNS, delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([columns, *rows])
    return stream.getvalue().encode()


def calendar(*entries: str, head: Iterable[str] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head, *entries, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def entry(uid: str = "a@x", title: str = "Board", day: str = "20270327", *more: str) -> str:
    said = [f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{title}", *more]
    return "\r\n".join(["BEGIN:VEVENT", *said, "END:VEVENT"])


class Brought:
    """Brings in bytes as a file; `who` is of the cast."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder = cast, folder

    def __call__(self, content: bytes, name: str = "file.csv", who: str = "coordinator", **values: Any) -> Report:
        path = self.folder / name
        path.write_bytes(content)
        by = values.pop("by", None) or self.cast.actor(who)
        return run_import(path, self.cast.org, by=by, **values)

    def calendar(self, *entries: str, head: Iterable[str] = (), **values: Any) -> Report:
        chosen = {"kind": "policy", "unit": "Board", **values}
        return self(calendar(*entries, head=head), "file.ics", **chosen)
