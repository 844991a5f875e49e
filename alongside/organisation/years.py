"""What stands by a quarter or a year, under its address. Rooms above join here when the program starts: each says
whether it has any. Then the year can begin in no other month: the address would name other days."""

from __future__ import annotations

from collections.abc import Callable

STANDS: list[Callable[[int], bool]] = []


def stands(organisation_id: int) -> bool:
    return any(each(organisation_id) for each in STANDS)
