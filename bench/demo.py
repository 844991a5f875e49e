"""From a clean clone to the first page of the demonstration."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

from .databases import ROOT
from .report import Figure, say
from .serving import Stopped, free_port, served, wait_for

SECONDS = 60
NAME, ASKED = "make demo: clean clone to first page", f"≤ {SECONDS} s"


def figures() -> list[Figure]:
    """What is not committed is not measured. The packages come from pip's cache, which `make bench` has filled."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        clone, port = Path(folder) / "clone", free_port()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        say("demo: make demo in a clean clone")
        try:
            seconds = _first_page(clone, port)
        except Stopped as stopped:
            return [Figure(NAME, ASKED, str(stopped), False)]
    return [Figure(NAME, ASKED, f"{seconds:.1f} s", seconds <= SECONDS)]


def _first_page(clone: Path, port: int) -> float:
    start = time.perf_counter()
    with served(["make", "demo", f"PORT={port}"], clone, _environment()) as running:
        wait_for(f"http://127.0.0.1:{port}/", running)
        return time.perf_counter() - start


def _environment() -> dict[str, str]:
    """Nothing of this run's: not its data, not its database, not its virtual environment."""
    ours = ("ALONGSIDE_", "DATABASE_URL", "VIRTUAL_ENV", "PYTHONPATH", "MAKE")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
