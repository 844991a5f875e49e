"""One file that holds everything: the database, the uploads, the key. Checked before it counts as made or restored."""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT = 1
SQLITE, POSTGRES = "alongside.sqlite3", "alongside.pgdump"


class BadBackup(Exception):
    """The file is not a whole backup; nothing was changed."""


def back_up(data: Path, target: Path, database: dict[str, Any], heads: dict[str, str]) -> None:
    """Write a backup of the data folder to `target` (.tar.gz). Nothing is left behind when it fails."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as made:
        room = Path(made)
        kind = copy_database(room, database)
        manifest = {"format": FORMAT, "made": datetime.now(UTC).isoformat(), "database": kind, "heads": heads}
        (room / "manifest.json").write_text(json.dumps(manifest, indent=2))
        packed = room / "packed.tar.gz"
        with tarfile.open(packed, "w:gz") as tar:
            for name in ("manifest.json", kind):
                tar.add(room / name, name)
            for name in ("key", "alongside.env", "uploads"):
                if (data / name).exists():
                    tar.add(data / name, name)
        packed.replace(target)


def copy_database(room: Path, database: dict[str, Any]) -> str:
    if "sqlite3" in database["ENGINE"]:
        copy_sqlite(Path(database["NAME"]), room / SQLITE)
        return SQLITE
    run_postgres(["pg_dump", "--format=custom", "--file", str(room / POSTGRES)], database)
    return POSTGRES


def copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's own online copy: whole even while others write."""
    with sqlite3.connect(source) as live, sqlite3.connect(target) as copy:
        live.backup(copy)
    live.close()
    copy.close()
    check_sqlite(target)


def check_sqlite(path: Path) -> None:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise BadBackup(f"The database in it is damaged: {error}.") from None
    if answer != "ok":
        raise BadBackup(f"The database in it is damaged: {answer}.")


def run_postgres(command: list[str], database: dict[str, Any]) -> None:
    """pg_dump and pg_restore of the server's own version, told by environment, never on the command line."""
    env = {
        "PGHOST": str(database.get("HOST", "")),
        "PGPORT": str(database.get("PORT", "")),
        "PGUSER": str(database.get("USER", "")),
        "PGPASSWORD": str(database.get("PASSWORD", "")),
        "PGDATABASE": str(database["NAME"]),
    }
    tool = shutil.which(command[0])
    if tool is None:
        raise BadBackup(f"{command[0]} is not installed: install PostgreSQL's client programs.")
    env = {name: value for name, value in env.items() if value}
    done = subprocess.run([tool, *command[1:]], env={"PATH": "/usr/bin:/bin", **env}, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise BadBackup(f"{command[0]} failed: {done.stderr.strip().splitlines()[-1] if done.stderr else ''}")


def read_to_the_end(source: Path) -> None:
    """gzip checks its sum at the very end; tar stops reading before it."""
    with gzip.open(source) as packed:
        while packed.read(1 << 20):
            pass


def unpack(source: Path, room: Path) -> dict[str, Any]:
    """Unpack into an empty folder and check that it is whole. Returns the manifest."""
    try:
        read_to_the_end(source)
        with tarfile.open(source, "r:gz") as tar:
            tar.extractall(room, filter="data")
        manifest = json.loads((room / "manifest.json").read_text())
    except (tarfile.TarError, zlib.error, OSError, EOFError, ValueError) as error:
        raise BadBackup(f"{source} is not a backup made by Alongside, or it is cut off.") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise BadBackup(f"{source} was made by another version of Alongside.")
    if manifest["database"] == SQLITE:
        check_sqlite(room / SQLITE)
    return manifest


def put_back(source: Path, data: Path, database: dict[str, Any]) -> dict[str, Any]:
    """Restore into an empty data folder (or an empty PostgreSQL database). Returns the manifest."""
    data.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data.parent, prefix=".restore-") as made:
        room = Path(made)
        manifest = unpack(source, room)
        if ("sqlite3" in database["ENGINE"]) != (manifest["database"] == SQLITE):
            raise BadBackup("The backup and this installation use different databases. Set DATABASE_URL to match.")
        if manifest["database"] == POSTGRES:
            options = ["--single-transaction", "--no-owner", "--dbname", str(database["NAME"])]
            run_postgres(["pg_restore", *options, str(room / POSTGRES)], database)
            (room / POSTGRES).unlink()
        (room / "manifest.json").unlink()
        data.mkdir(exist_ok=True)
        for part in room.iterdir():
            part.rename(data / part.name)
    return manifest
