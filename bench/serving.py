"""Starting what serves pages, asking it until it answers, and ending it: it alone, by its own number."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from .report import say


class Stopped(Exception):
    """It does not answer."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process group of its own, ended with everything that it started. What it says is shown when it fails."""
    with tempfile.TemporaryFile() as told:
        running = subprocess.Popen(
            command, cwd=folder, env=environment, start_new_session=True, stdout=told, stderr=subprocess.STDOUT
        )
        try:
            yield running
        except Stopped:
            told.seek(0)
            say(told.read().decode(errors="replace"))
            raise
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGTERM)
            running.wait(timeout=30)


def wait_for(address: str, running: subprocess.Popen[bytes], seconds: int = 600) -> bytes:
    """The first page that answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if running.poll() is not None:
            raise Stopped(f"It stopped with {running.returncode} before {address} answered.")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.1)
    raise Stopped(f"{address} did not answer within {seconds} seconds.")
