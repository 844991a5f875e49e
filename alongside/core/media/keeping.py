"""Where the files stand: under a random name, outside the web root, readable by this program alone.

A file is written whole before its row is kept, and removed after the row is blank: a row never points at nothing. What
was written for a row that never came is swept away an hour later.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from ..codes import new_code

FOLDER = "media"
LENGTH = 26
WAITS = 3600  # seconds that a file may stand without a row: longer than any page takes
AT_ONCE = 500


def write(data: bytes) -> str:
    """On the disk before it returns. Gives its name."""
    name = new_code(LENGTH)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return name


def path_of(name: str) -> Path:
    return _folder() / Path(name).name


def read(name: str) -> bytes | None:
    """None when it is not there."""
    try:
        return path_of(name).read_bytes()
    except OSError:
        return None


def remove(names: Iterable[str]) -> None:
    for name in names:
        if name:
            path_of(name).unlink(missing_ok=True)


def remove_when_done(names: Iterable[str]) -> None:
    """Once the rows that pointed at them are blank for good. A stop in between leaves them to the sweep."""
    gone = list(names)
    transaction.on_commit(lambda: remove(gone))


@contextlib.contextmanager
def undone_if_refused() -> Iterator[list[str]]:
    """Names put into the list are removed again when what follows goes wrong."""
    written: list[str] = []
    try:
        yield written
    except BaseException:
        remove(written)
        raise


def sweep(known: Callable[[list[str]], set[str]], older_than: float | None = None) -> int:
    """Remove what no row points at. `known` says which of some names are in use."""
    limit = time.time() - WAITS if older_than is None else older_than
    names = [path.name for path in _files() if _changed(path) < limit]
    gone = 0
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        lost = set(some) - known(some)
        remove(lost)
        gone += len(lost)
    return gone


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()


def _files() -> Iterator[Path]:
    folder = _folder()
    return folder.iterdir() if folder.is_dir() else iter(())


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER
