"""The command line as somebody uses it: a process, a data folder, an exit code, plain errors."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

CALENDAR = """Title,Kind,Unit,Due
Support worker,Recruitment,Board,27/03/2027
Budget for next year,Budget,Board,1 April 2027
"""


class Installation:
    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"

    def run(self, *words: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("ALONGSIDE") and name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        }
        command = [sys.executable, "-m", "alongside", words[0], "--data", str(data or self.data), *words[1:]]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def told(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *words: str) -> dict:
        return json.loads(self.told(*words, "--json"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """One organisation with an imported calendar."""
    place = Installation(tmp_path_factory.mktemp("installation"))
    place.told("new", "harbour", "--name", "Harbour House", "--administrator", "ada@example.org")
    (place.folder / "calendar.csv").write_text(CALENDAR)
    place.told("import", "decisions", str(place.folder / "calendar.csv"), "--organisation", "harbour")
    return place


def test_the_figures_count_what_was_imported(place: Installation) -> None:
    figures = place.json("figures", "--organisation", "harbour")
    assert figures["decisions"]["all"] == 2
    assert figures["contributions"]["all"] == 0
    assert figures["turns_of_the_past_year"]["busiest_seats"] == 0
    printed = place.run("figures", "--organisation", "harbour", "--period", "2027")
    assert "2027–28, counted on" in printed.stdout and "Not yet taken: 1 of 1 (100%)" in printed.stdout


def test_the_same_file_twice_changes_nothing(place: Installation) -> None:
    before = place.json("verify")
    again = place.json("import", "decisions", str(place.folder / "calendar.csv"), "--organisation", "harbour")
    assert again["problems"] == []
    assert place.json("figures", "--organisation", "harbour")["decisions"]["all"] == 2
    assert place.json("verify")["chains"][-1]["events"] == before["chains"][-1]["events"]


def test_a_dry_run_changes_nothing(place: Installation) -> None:
    (place.folder / "more.csv").write_text(CALENDAR + "A third,Budget,Board,2 April 2027\n")
    report = place.json("import", "decisions", str(place.folder / "more.csv"), "--organisation", "harbour", "--dry-run")
    assert report["dry_run"] is True and report["problems"] == []
    assert place.json("figures", "--organisation", "harbour")["decisions"]["all"] == 2


def test_a_file_with_a_mistake_changes_nothing_and_says_where(place: Installation) -> None:
    (place.folder / "bad.csv").write_text(CALENDAR + "A third,Budget,Board,31/02/2027\n")
    done = place.run("import", "decisions", str(place.folder / "bad.csv"), "--organisation", "harbour")
    assert done.returncode == 1
    assert "row 4, column Due: There is no 31 February 2027." in done.stderr
    assert "Nothing was imported" in done.stderr
    assert place.json("figures", "--organisation", "harbour")["decisions"]["all"] == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "decisions", "nowhere.csv", "--organisation", "harbour"), "There is no file nowhere.csv."),
        (("figures", "--organisation", "elsewhere"), "There is no organisation “elsewhere”. Known: harbour."),
        (("import", "decisions", __file__, "--organisation", "harbour", "--map", "x"), "--map takes COLUMN=FIELD"),
        (("figures", "--organisation", "harbour", "--period", "2026-13"), "“2026-13” is no period."),
        (("figures",), "the following arguments are required: --organisation"),
        (("backup", __file__), "is there already"),
        (("new", "harbour", "--name", "Again", "--administrator", "a@example.org"), "Choose another."),
        (("new", "static", "--name", "Static", "--administrator", "a@example.org"), "static"),
    ],
)
def test_wrong_use_is_one_plain_line(place: Installation, words: tuple[str, ...], says: str) -> None:
    done = place.run(*words)
    assert done.returncode == 2
    assert says in done.stderr and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def test_an_empty_folder_says_what_to_do(place: Installation, tmp_path: Path) -> None:
    done = place.run("verify", data=tmp_path / "nothing")
    assert done.returncode == 2 and "alongside serve" in done.stderr
    assert not (tmp_path / "nothing").exists()


def test_a_backup_comes_back_whole(place: Installation, tmp_path: Path) -> None:
    head = place.json("verify")["chains"][-1]["head"]
    place.told("backup", str(tmp_path / "b.tar.gz"))
    assert place.run("restore", str(tmp_path / "b.tar.gz")).returncode == 2  # not over what is there
    again = tmp_path / "again"
    assert place.run("restore", str(tmp_path / "b.tar.gz"), data=again).returncode == 0
    done = place.run("verify", "--head", head, data=again)
    assert done.returncode == 0, done.stderr


def test_verify_fails_after_a_hand_went_behind_it(place: Installation, tmp_path: Path) -> None:
    place.told("backup", str(tmp_path / "b.tar.gz"))
    copy = tmp_path / "copy"
    place.run("restore", str(tmp_path / "b.tar.gz"), data=copy)
    connection = sqlite3.connect(copy / "alongside.sqlite3")
    connection.execute("UPDATE audit_event SET actor_id = 99 WHERE seq = 2 AND chain > 0")
    connection.commit()
    connection.close()
    done = place.run("verify", "--json", data=copy)
    assert done.returncode == 1
    assert json.loads(done.stdout)["chains"][-1]["first_broken"] == 2


def test_serve_refuses_to_be_unsafe(place: Installation) -> None:
    (place.data / "alongside.env").write_text("ALONGSIDE_MODE=production\nALONGSIDE_DEBUG=yes\n")
    try:
        done = place.run("serve", "--port", "0")
    finally:
        (place.data / "alongside.env").unlink()
    assert done.returncode == 2 and "not safe to serve in production" in done.stderr
