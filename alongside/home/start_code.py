"""A code that `alongside serve` prints in its terminal: only who runs the server can make the first organisation."""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from django.conf import settings

from alongside.core.codes import new_code, tidy


def _place() -> Path:
    return Path(settings.DATA) / "start-code"


def make_start_code() -> str:
    """The code of this installation, made once and readable by its owner alone."""
    try:
        handle = os.open(_place(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _place().read_text().strip()
    code = new_code(12)
    with os.fdopen(handle, "w") as file:
        file.write(code)
    return code


def is_start_code(given: str) -> bool:
    """As somebody typed it: capitals, gaps and look-alikes do not matter."""
    if not _place().exists():
        return False
    return hmac.compare_digest(tidy(given).encode(), _place().read_text().strip().encode())


def forget_start_code() -> None:
    _place().unlink(missing_ok=True)
