"""Draws on the command line: files of instances, published proofs, and what is wrong with either."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.config import cli
from alongside.involvement import draw

PEOPLE = tuple(draw.Candidate(f"p{n}") for n in range(6))
INSTANCE = {
    "k": 2,
    "feat": {"role": {"carer": [1, 1], "member": [0, 1]}},
    "ids": ["a", "b", "c", "d", "e"],
    "attr": [{"role": "carer"}, {"role": "carer"}, *[{"role": "member"}] * 3],
}


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    path = tmp_path / "panel.json"
    path.write_text(json.dumps(INSTANCE))
    return path


def told(capsys, *words: str) -> dict:
    assert cli.main(["draw", "run", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("objective", ["two-sided", "leximin", "maximin"])
def test_run_prints_everything_as_one_object(instance: Path, capsys, objective: str) -> None:
    found = told(capsys, str(instance), "--objective", objective)
    assert {"lowest", "highest", "bound", "gap", "tickets", "cpu_seconds", "engine_version"} <= found.keys()
    assert (len(found["tickets"]), len(found["tickets"][0]), found["faults"]) == (1000, 2, [])
    assert found["lowest"] == pytest.approx(1 / 3 if objective != "two-sided" else 0.95 / 3, abs=0.02)


def test_run_says_it_in_words(instance: Path, capsys) -> None:
    assert cli.main(["draw", "run", str(instance)]) == 0
    assert "5 people, 2 seats, 1000 tickets" in capsys.readouterr().out


def test_a_folder_of_two_tables(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "board_2"
    folder.mkdir()
    (folder / "categories.csv").write_text("category,name,min,max\nrole,carer,1,1\nrole,member,1,1\n")
    (folder / "respondents.csv").write_text("unique_id,name,role\n1,Ada,carer\n2,Bo,member\n3,Cy,member\n")
    assert told(capsys, str(folder))["counts"] == {"1": 1000, "2": 500, "3": 500}
    assert told(capsys, str(folder), "--seats", "2")["counts"]["2"] == 500
    assert told(capsys, str(folder / "categories.csv"))["counts"]["3"] == 500


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.json", None, "There is no file"),
        ("panel.txt", "x", "unknown format"),
        ("panel.json", "{", "is not JSON"),
        ("panel.json", "[]", "is not an instance"),
        ("panel.json", json.dumps({**INSTANCE, "k": None}), "is not an instance"),
        ("panel.json", json.dumps({**INSTANCE, "ids": ["a"]}), "is not an instance"),
        ("panel.json", json.dumps({**INSTANCE, "ids": ["a"] * 5}), "the same code"),
        ("panel.json", json.dumps({"k": 2, "feat": {}}), "is missing"),
    ],
)
def test_a_file_that_is_no_instance(tmp_path: Path, capsys, name: str, content: str | None, words: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    assert cli.main(["draw", "run", str(path)]) == cli.WRONG_USE
    assert words in capsys.readouterr().err


def test_quotas_that_fight_are_a_finding(tmp_path: Path, capsys) -> None:
    path = tmp_path / "panel.json"
    path.write_text(json.dumps({**INSTANCE, "feat": {"role": {"carer": [2, 2], "member": [1, 1]}}}))
    assert cli.main(["draw", "run", str(path)]) == cli.FOUND
    assert "cannot all hold" in capsys.readouterr().err


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    panel, secret = draw.Panel(2, tickets=20), b"s" * 32
    published = draw.document(panel, draw.plan(panel, PEOPLE))
    parts = {"commitment": draw.commit(published, secret), "secret": secret.hex(), "public": "17"}
    path = tmp_path / "proof.json"
    path.write_text(json.dumps({"document": published, **parts, "ticket": draw.ticket_for(secret, "17", 20)}))
    return path


def test_a_stranger_verifies_with_one_command(proof: Path) -> None:
    command = [sys.executable, "-m", "alongside", "draw", "verify", str(proof)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "was drawn as promised" in done.stdout


def test_a_tampered_proof_names_the_ticket(proof: Path, capsys) -> None:
    content = json.loads(proof.read_text())
    content["document"]["tickets"][6] = (
        ["p0", "p1"] if content["document"]["tickets"][6] != ["p0", "p1"] else ["p2", "p3"]
    )
    proof.write_text(json.dumps(content))
    assert cli.main(["draw", "verify", str(proof)]) == cli.FOUND
    assert "Ticket 7 was changed." in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, "x", "[]", "{}"])
def test_a_file_that_is_no_proof(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "proof.json"
    if content is not None:
        path.write_text(content)
    assert cli.main(["draw", "verify", str(path)]) in (cli.FOUND, cli.WRONG_USE)
