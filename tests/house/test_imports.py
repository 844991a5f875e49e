"""The import contracts, and that they name the same floors as `levels.py`."""

import configparser
import subprocess
import sys
from pathlib import Path

from .levels import LEVELS

ROOT = Path(__file__).parents[2]


def test_rooms_only_look_down() -> None:
    """In a process of its own: it turns off the loggers of the one in which it runs."""
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_contracts_name_the_same_floors() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    lines = parser["importlinter:contract:rooms"]["layers"].split("\n")
    floors = [[room.strip(" ()") for room in line.split("|")] for line in lines if line.strip()]
    named = {room: height for height, line in enumerate(reversed(floors)) for room in line}
    assert named.keys() == LEVELS.keys()
    order = sorted(LEVELS, key=lambda room: LEVELS[room])
    assert all(named[a] <= named[b] for a, b in zip(order, order[1:], strict=False))
