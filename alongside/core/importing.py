"""The way of a file into the organisation: kept for a day, read row by row, shown, then done whole or not at all."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from . import dates, sheets
from .actor import Actor
from .errors import NotYours
from .forms import is_token
from .sheets import Matched, Problem, Row

MOST_SHOWN = 200
KEPT_FOR = dt.timedelta(hours=24)


@dataclass(frozen=True)
class Report:
    """What a file did or would do. `counts` in the order in which they are shown, with names fit for JSON."""

    kind: str
    dry_run: bool
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: Sequence[str] = ()
    unknown_columns: Sequence[str] = ()
    problems: Sequence[Problem] = ()

    @property
    def fine(self) -> bool:
        """Nothing stands in the way; otherwise nothing was or will be done."""
        return not self.problems

    @property
    def done(self) -> bool:
        return self.fine and not self.dry_run

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "dry_run": self.dry_run,
            "done": self.done,
            "counts": dict(self.counts),
            "notes": list(self.notes),
            "unknown_columns": list(self.unknown_columns),
            "problem_count": len(self.problems),
            "problems": [_problem_dict(one) for one in self.problems[:MOST_SHOWN]],
        }


def _problem_dict(one: Problem) -> dict[str, Any]:
    return {"row": one.row, "column": one.column, "message": one.message, "value": one.value}


def failure(kind: str, error: sheets.SheetError, dry_run: bool) -> Report:
    """A file that cannot be read at all is a report with one problem."""
    problems = (Problem(error.row, error.column, error.message),)
    return Report(kind, dry_run, unknown_columns=error.unknown, problems=problems)


@dataclass
class Cells:
    """One row by field. What cannot be read becomes a problem with its row and column, and reads as empty."""

    row: Row
    matched: Matched
    problems: list[Problem]

    def text(self, name: str, *, limit: int = 200, required: bool = False) -> str:
        column = self.matched.by_field.get(name)
        value = self.row.cells.get(column, "") if column else ""
        if required and not value:
            self.wrong(name, _("This cell is empty. Fill it in."))
        elif len(value) > limit:
            facts = {"count": f"{len(value):,}", "limit": f"{limit:,}"}
            self.wrong(name, _("This has %(count)s characters. The most is %(limit)s: shorten it.") % facts)
            return ""
        return value

    def line(self, name: str, *, limit: int = 200, required: bool = False) -> str:
        return " ".join(self.text(name, limit=limit, required=required).split())

    def day(self, name: str, *, required: bool = False) -> dt.date | None:
        text = self.line(name, required=required)
        try:
            return dates.read_day(text) if text else None
        except ValueError as error:
            self.wrong(name, str(error))
            return None

    def one_of(self, name: str, words: Mapping[str, str], *, required: bool = False) -> str:
        """`words` maps what may stand in the cell (small letters) to what it means."""
        text = self.line(name, required=required)
        found = words.get(text.casefold(), "")
        if text and not found:
            facts = {"text": text[:40], "words": ", ".join(words)}
            self.wrong(name, _("“%(text)s” is not one of: %(words)s.") % facts)
        return found

    def wrong(self, name: str, message: str) -> None:
        column = self.matched.by_field.get(name)
        value = self.row.cells.get(column, "") if column else ""
        self.problems.append(Problem(self.row.number, column or name, message, value[:40]))


@dataclass(frozen=True)
class Kept:
    """An uploaded file between the page that takes it and the page that does it."""

    token: str
    path: Path
    name: str


def keep(upload: UploadedFile[Any], *, kind: str, by: Actor) -> Kept:
    """Outside the web root, under a random token, for whoever brought it. Old ones are thrown away first."""
    remove_old()
    token = secrets.token_hex(16)
    folder = _folder(kind, by, token)
    folder.mkdir(mode=0o700, parents=True)
    name = get_valid_filename((upload.name or "")[-80:].lstrip(".") or "file")
    with (folder / name).open("wb") as target:
        for chunk in upload.chunks():
            target.write(chunk)
    return Kept(token, folder / name, name)


def kept(token: str, *, kind: str, by: Actor) -> Kept:
    """Raises NotYours for a token of somebody else's, or one that is gone."""
    found = next(_folder(kind, by, token).glob("*"), None) if is_token(token) else None
    if found is None:
        raise NotYours
    return Kept(token, found, found.name)


def remove(token: str, *, kind: str, by: Actor) -> None:
    if is_token(token):
        shutil.rmtree(_folder(kind, by, token), ignore_errors=True)


def remove_old(before: dt.datetime | None = None) -> int:
    """Throw away what nobody came back for within a day."""
    limit = (before or dt.datetime.now(dt.UTC) - KEPT_FOR).timestamp()
    old = [folder for folder in _folders() if folder.stat().st_mtime < limit]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "imports"


def _folders() -> Iterator[Path]:
    return _root().glob("*/*-*-*")


def _folder(kind: str, by: Actor, token: str) -> Path:
    return _root() / kind / f"{by.organisation_id}-{by.user_id}-{token}"
