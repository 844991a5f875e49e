"""Commit, draw, reveal: a stranger finds out whatever was changed."""

import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.involvement.draw import (
    Candidate,
    NeverAlone,
    Panel,
    Quota,
    Together,
    check,
    commit,
    document,
    plan,
    ticket_for,
    verify,
)
from alongside.involvement.draw.verify import __file__ as VERIFY

PEOPLE = tuple(Candidate(f"p{n}", {"role": "carer" if n < 4 else "member", "secret": f"x{n}"}) for n in range(10))
PANEL = Panel(3, (Quota("role", "carer", 0, 2),), (NeverAlone("role", "carer"), Together("p8", "p9")), reserves=1)
SECRET = bytes(range(32))


@pytest.fixture(scope="module")
def lottery():
    return plan(PANEL, PEOPLE)


@pytest.fixture
def proof(lottery) -> dict:
    published = document(PANEL, lottery, about={"number": "drawn in the room on 3 May"})
    ticket = ticket_for(SECRET, "407", 1000)
    parts = {"document": published, "commitment": commit(published, SECRET), "secret": SECRET.hex(), "public": "407"}
    return copy.deepcopy({**parts, "ticket": ticket})


def test_a_true_proof(proof) -> None:
    assert verify(proof) == ()
    assert verify(json.loads(json.dumps(proof))) == ()


def test_nothing_about_people_is_published(proof) -> None:
    words = json.dumps(proof["document"])
    assert "x1" not in words
    assert "together" not in words  # who belongs together says something about them


@pytest.mark.parametrize("number", [1, 500, 1000])
def test_a_changed_ticket_is_named(proof, number) -> None:
    proof["document"]["tickets"][number - 1] = ["p0", "p1", "p9"]
    assert f"Ticket {number} was changed." in verify(proof)
    assert "committed" in verify(proof)[-1]


@pytest.mark.parametrize(
    ("name", "value"), [("secret", "00" * 32), ("public", "408"), ("ticket", 3), ("commitment", "0" * 64)]
)
def test_anything_else_changed_is_found(proof, name, value) -> None:
    assert verify({**proof, name: value}) != ()


@pytest.mark.parametrize("missing", ["document", "secret", "public", "ticket", "commitment"])
def test_a_proof_with_a_part_missing(proof, missing) -> None:
    del proof[missing]
    assert "not a whole proof" in verify(proof)[0]
    assert verify({**proof, missing: None}) != ()


def test_the_checker_needs_no_seal_to_name_a_ticket(lottery) -> None:
    tickets = list(lottery.tickets)
    tickets[416] = ("p0", "p4", "p5")
    assert [fault.ticket for fault in check(tickets, PANEL, PEOPLE)] == [417]
    tickets[416] = ("p4", "p5", "p8")
    assert check(tickets, PANEL, PEOPLE)[0].rule == Together("p8", "p9")
    tickets[416] = ("p4", "p5", "stranger")
    assert "stranger" in check(tickets, PANEL, PEOPLE)[0].words
    tickets[416] = ("p4", "p5", "p5")
    assert check(tickets, PANEL, PEOPLE)[0].rule == "seats"
    assert check(tickets[1:], PANEL, PEOPLE)[0].rule == "tickets"


def test_verify_runs_alone(tmp_path: Path, proof) -> None:
    alone = shutil.copy(VERIFY, tmp_path / "verify.py")
    for name, ticket, code in (("true", proof["ticket"], 0), ("false", 1, 1)):
        (tmp_path / f"{name}.json").write_text(json.dumps({**proof, "ticket": ticket}))
        command = [sys.executable, "-I", str(alone), str(tmp_path / f"{name}.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, "promised" in done.stdout) == (code, not code)


def test_verify_can_be_read_in_a_sitting() -> None:
    assert len(Path(VERIFY).read_text(encoding="utf-8").splitlines()) < 60


@settings(max_examples=200, deadline=None)
@given(st.binary(min_size=1, max_size=40), st.text(max_size=20), st.integers(1, 5000))
def test_a_ticket_is_one_of_the_tickets(secret: bytes, public: str, tickets: int) -> None:
    assert 1 <= ticket_for(secret, public, tickets) <= tickets
    assert ticket_for(secret, public, tickets) == ticket_for(secret, public, tickets)


def test_numbers_beyond_the_last_whole_multiple_are_thrown_away(monkeypatch) -> None:
    """2^256 is not a multiple of 1,000: the last few numbers would favour the first tickets."""
    import hmac

    answers = iter([b"\xff" * 32, (1000 * 7 + 4).to_bytes(32, "big")])
    monkeypatch.setattr(hmac, "digest", lambda *_: next(answers))
    assert ticket_for(SECRET, "1", 1000) == 5


def test_all_tickets_are_drawn_alike() -> None:
    counts = [0] * 10
    for number in range(5000):
        counts[ticket_for(SECRET, str(number), 10) - 1] += 1
    assert sum((count - 500) ** 2 / 500 for count in counts) < 27.9  # p > 0.001 with nine degrees of freedom
