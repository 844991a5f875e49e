"""Pages that are made from the code are up to date, and every room says what it is for."""

from pathlib import Path

from tests import lifecycles

from .levels import LEVELS

ROOT = Path(__file__).parents[2]


def test_the_lifecycle_page_is_up_to_date() -> None:
    assert lifecycles.PAGE.read_text(encoding="utf-8") == lifecycles.page(), "run `make docs`"


def test_every_room_has_a_readme() -> None:
    lengths = {room: _lines(ROOT / "alongside" / room / "README.md") for room in LEVELS}
    assert [room for room, lines in lengths.items() if lines < 8] == []


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines()) if path.exists() else 0
