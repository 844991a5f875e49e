"""Rules hold on every ticket, weights and first turns count, reserves fit, the same input gives the same bytes."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from alongside.involvement.draw import (
    Apart,
    Candidate,
    Leximin,
    Lottery,
    Maximin,
    MustInclude,
    Needs,
    NeverAlone,
    Panel,
    Quota,
    Together,
    canonical,
    check,
    plan,
    turn_weight,
)
from alongside.involvement.draw.reading import read

FILE = Path(__file__).parent / "data" / "inv_60_5.json"
RULES = (
    Together("m1", "m2"),
    Needs("m3", "m4"),
    Apart("m5", "m6"),
    NeverAlone("role", "carer"),
    NeverAlone("disability", "yes"),
)


@pytest.fixture(scope="module")
def instance():
    return read(FILE)


def test_rules_hold_and_everybody_can_still_be_picked(instance) -> None:
    panel, people = instance
    panel = replace(panel, rules=RULES, reserves=2)
    lottery = plan(panel, people)
    assert check(lottery, panel, people) == ()
    assert min(lottery.counts.values()) >= 60
    for ticket in lottery.tickets:
        assert ("m1" in ticket) == ("m2" in ticket)
        assert "m4" in ticket or "m3" not in ticket


def test_who_must_be_there_is_on_every_ticket(instance) -> None:
    panel, people = instance
    lottery = plan(replace(panel, rules=(MustInclude("m7"),)), people)
    assert lottery.counts["m7"] == 1000
    assert lottery.highest == pytest.approx(1)
    assert sorted(lottery.counts.values())[-2] < 200  # the others are evened out all the same


def test_whole_tickets_lose_nothing_that_they_need_not_lose(instance) -> None:
    panel, people = instance
    for objective in (Maximin(), Leximin()):
        lottery = plan(replace(panel, objective=objective), people)
        assert lottery.lowest == pytest.approx(3 / 37, rel=1e-5)
        assert min(lottery.counts.values()) == 81


def test_a_turn_makes_the_chance_a_quarter() -> None:
    people = tuple(Candidate(f"p{n:02}", weight=turn_weight(n % 3)) for n in range(60))
    counts = plan(Panel(6, objective=Maximin()), people).counts
    assert [counts[f"p{n:02}"] for n in range(3)] == pytest.approx(
        [1000 * 6 / 26.25, 1000 * 6 / 105, 1000 * 6 / 420], abs=1
    )


def test_a_weight_can_leave_somebody_no_ticket() -> None:
    people = (*(Candidate(f"p{n:02}") for n in range(30)), Candidate("busy", weight=1))
    lottery = plan(Panel(1, tickets=100), people)
    assert (lottery.counts["busy"], min(lottery.counts[f"p{n:02}"] for n in range(30))) == (0, 3)


def test_seats_for_first_turns_as_many_as_there_can_be() -> None:
    people = tuple(Candidate(f"p{n}", {"age": "old" if n else "young"}, first_turn=n < 3) for n in range(10))
    panel = Panel(5, first_turn_share=Fraction(3, 5))
    assert all(sum(int(name[1:]) < 3 for name in ticket) == 3 for ticket in plan(panel, people).tickets)
    tight = replace(panel, quotas=(Quota("age", "young", 0, 0),))
    assert all(sum(int(name[1:]) < 3 for name in ticket) == 2 for ticket in plan(tight, people).tickets)


def test_reserves_can_step_in(instance) -> None:
    """The first reserve of a ticket can take at least one of its seats without breaking a quota."""
    panel, people = instance
    panel = replace(panel, reserves=3)
    lottery = plan(panel, people)
    for ticket, reserves in zip(lottery.tickets, lottery.reserves, strict=True):
        assert len({*reserves}) == 3
        assert not {*ticket} & {*reserves}
    some = list(zip(lottery.tickets, lottery.reserves, strict=True))[::50]
    swapped = [[(*(n for n in ticket if n != gone), reserve[0]) for gone in ticket] for ticket, reserve in some]
    one = replace(panel, tickets=1)
    assert all(any(check([ticket], one, people) == () for ticket in tickets) for tickets in swapped)
    often = Counter(name for reserves in lottery.reserves for name in reserves)
    assert max(often.values()) < 600


def test_a_lottery_survives_storage(instance) -> None:
    panel, people = instance
    panel = replace(panel, rules=RULES, objective=Leximin(), first_turn_share=Fraction(1, 3))
    assert Panel.from_dict(panel.to_dict()) == panel
    assert [Candidate.from_dict(person.to_dict()) for person in people] == list(people)
    lottery = plan(Panel(2), people[:8])
    assert Lottery.from_dict(lottery.to_dict()) == lottery


SCRIPT = """
import hashlib, sys
from dataclasses import replace
from pathlib import Path
from alongside.involvement.draw import NeverAlone, Together, canonical, plan
from alongside.involvement.draw.reading import read
panel, people = read(Path(sys.argv[1]))
panel = replace(panel, rules=(Together("m1", "m2"), NeverAlone("role", "carer")), reserves=1)
lottery = plan(panel, people)
print(hashlib.sha256(canonical([lottery.tickets, lottery.reserves])).hexdigest())
"""


def test_the_same_bytes_in_every_process(instance) -> None:
    panel, people = instance
    panel = replace(panel, rules=(Together("m1", "m2"), NeverAlone("role", "carer")), reserves=1)
    lottery = plan(panel, tuple(reversed(people)))
    own = hashlib.sha256(canonical([lottery.tickets, lottery.reserves])).hexdigest()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SCRIPT, str(FILE)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == own


def test_importing_the_package_does_not_load_the_solver() -> None:
    heavy = "('highspy', 'numpy', 'django')"
    script = f"import sys, alongside.involvement.draw; print(*[name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
