"""One command of the product in a process of its own: seconds, and memory at its highest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from .databases import ROOT


@dataclass(frozen=True)
class Run:
    seconds: float
    megabytes: float
    code: int

    def __str__(self) -> str:
        failed = f", exit code {self.code}" if self.code else ""
        return f"{self.seconds:.1f} s, {self.megabytes:.0f} MB{failed}"


def run(environment: Mapping[str, str], *arguments: str) -> Run:
    start = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "alongside", *arguments], cwd=ROOT, env=dict(environment), stdout=subprocess.DEVNULL
    )
    _pid, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return Run(time.perf_counter() - start, used.ru_maxrss / 1000, running.returncode)
