"""A backup is whole or it is not one; a broken file changes nothing."""

import sqlite3
import tarfile
from pathlib import Path

import pytest

from alongside.config.backups import BadBackup, back_up, put_back
from alongside.config.environment import make_key, sqlite


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    make_key(folder)
    (folder / "uploads").mkdir()
    (folder / "uploads" / "paper.pdf").write_bytes(b"%PDF")
    with sqlite3.connect(folder / "alongside.sqlite3") as connection:
        connection.execute("CREATE TABLE said (words TEXT)")
        connection.executemany("INSERT INTO said VALUES (?)", [(f"word {n}",) for n in range(5000)])
    connection.close()
    return folder


def database(folder: Path) -> dict:
    return sqlite(folder / "alongside.sqlite3")


@pytest.fixture
def backup(data: Path, tmp_path: Path) -> Path:
    target = tmp_path / "backup.tar.gz"
    back_up(data, target, database(data), {"1": "abc"})
    return target


def words(folder: Path) -> int:
    connection = sqlite3.connect(folder / "alongside.sqlite3")
    (number,) = connection.execute("SELECT count(*) FROM said").fetchone()
    connection.close()
    return number


def test_everything_comes_back(backup: Path, data: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    manifest = put_back(backup, again, database(again))
    assert manifest["heads"] == {"1": "abc"}
    assert words(again) == 5000
    assert (again / "key").read_text() == (data / "key").read_text()
    assert (again / "uploads" / "paper.pdf").read_bytes() == b"%PDF"


def test_a_backup_is_made_while_somebody_writes(data: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(data / "alongside.sqlite3")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO said VALUES ('not yet')")
    back_up(data, tmp_path / "b.tar.gz", database(data), {})
    connection.rollback()
    connection.close()
    put_back(tmp_path / "b.tar.gz", tmp_path / "again", database(tmp_path / "again"))
    assert words(tmp_path / "again") == 5000


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.9, 0.999])
def test_a_file_that_was_cut_off_changes_nothing(backup: Path, tmp_path: Path, keep: float) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * keep)])
    again = tmp_path / "again"
    with pytest.raises(BadBackup):
        put_back(backup, again, database(again))
    assert not again.exists()
    assert not list(tmp_path.glob(".restore-*"))


def test_something_else_is_not_a_backup(tmp_path: Path) -> None:
    other = tmp_path / "other.tar.gz"
    with tarfile.open(other, "w:gz") as tar:
        (tmp_path / "x").write_text("x")
        tar.add(tmp_path / "x", "x")
    with pytest.raises(BadBackup, match="not a backup"):
        put_back(other, tmp_path / "again", database(tmp_path / "again"))


def test_a_backup_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    bad = tmp_path / "bad.tar.gz"
    with tarfile.open(bad, "w:gz") as tar:
        (tmp_path / "x").write_text("x")
        tar.add(tmp_path / "x", "../outside")
    with pytest.raises(BadBackup):
        put_back(bad, tmp_path / "again", database(tmp_path / "again"))
    assert not (tmp_path.parent / "outside").exists()


def test_a_damaged_database_is_found(data: Path, tmp_path: Path) -> None:
    raw = bytearray((data / "alongside.sqlite3").read_bytes())
    raw[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    (data / "alongside.sqlite3").write_bytes(bytes(raw))
    with pytest.raises((BadBackup, sqlite3.DatabaseError)):
        back_up(data, tmp_path / "b.tar.gz", database(data), {})
    assert not (tmp_path / "b.tar.gz").exists()
