"""Processor time: of this process, and of a PostgreSQL server beside it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def children(parent: int) -> list[int]:
    found = []
    for folder in PROC.glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if int(fields[1]) == parent:
            found.append(int(folder.name))
    return found


def on_the_processor(pid: int) -> float:
    """Seconds that a process has run. /proc/…/stat counts in hundredths; the scheduler counts in nanoseconds."""
    try:
        return int((PROC / str(pid) / "schedstat").read_text().split()[0]) / 1e9
    except FileNotFoundError:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Processor:
    """`read()` says how many seconds everything that serves pages has run; take the difference of two readings."""

    def __init__(self) -> None:
        postmaster = os.environ.get("BENCH_POSTMASTER")
        self.servers = dict.fromkeys(children(int(postmaster)) if postmaster else [], 0.0)

    def read(self) -> float:
        for pid in self.servers:
            with suppress(OSError):  # one that ended, as cleaners do, has run as long as it had
                self.servers[pid] = on_the_processor(pid)
        return time.process_time() + sum(self.servers.values())
