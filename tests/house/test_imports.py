"""The import contracts, and that they name the same floors as `levels.py`."""

import configparser
from pathlib import Path

from importlinter.cli import lint_imports

from .levels import LEVELS

ROOT = Path(__file__).parents[2]


def test_rooms_only_look_down(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True) == 0


def test_contracts_name_the_same_floors() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    lines = parser["importlinter:contract:rooms"]["layers"].split("\n")
    floors = [[room.strip(" ()") for room in line.split("|")] for line in lines if line.strip()]
    named = {room: height for height, line in enumerate(reversed(floors)) for room in line}
    assert named.keys() == LEVELS.keys()
    order = sorted(LEVELS, key=lambda room: LEVELS[room])
    assert all(named[a] <= named[b] for a, b in zip(order, order[1:], strict=False))
