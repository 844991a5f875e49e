"""What a worker can be asked."""

from __future__ import annotations

import time
from typing import Any

from django.core.management import call_command

from alongside.config.commands.serve_ import gather_static

from . import bulk, pages
from .sizes import SIZES
from .world.build import build


def load(size: str) -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    gather_static()
    start = time.perf_counter()
    build(SIZES[size])
    return {"seconds": time.perf_counter() - start, "mb": bulk.size_in_mb(), "rows": bulk.counts()}


def measure(*only: str) -> dict[str, Any]:
    return pages.measure(only)


def session() -> dict[str, Any]:
    """A contributor who is signed in, for a browser."""
    return pages.signed_in("contributor")


COMMANDS = {"load": load, "measure": measure, "session": session}
