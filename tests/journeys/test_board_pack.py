"""A pack for the board, without JavaScript: what a contributor writes in it is hers before, in and after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.reports.tests.packing import base, lived, month
from tests import make
from tests.cast import Cast

from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
PIECE = "Ask who was not in the room."


def when_cora_writes_a_page_for_herself(cora: Visitor, here: str) -> None:
    cora.goes_to(f"{here}piece/").writes("What do you want the board to read?", PIECE).follows("Save for now")
    cora.reads("Only you can read it")


def when_the_coordinator_asks_something(alma: Visitor, here: str) -> None:
    alma.goes_to(f"{here}asks/").follows("Ask something of the board")
    alma.writes("What do you ask the board to do?", "Fill the empty seat.").writes("Whose is it to do?", "The chair")
    alma.writes("By when?", f"{make.days(40):%d/%m/%Y}").follows("Save")
    alma.reads("Fill the empty seat.", "Of whom: The chair.")


def then_the_board_reads_it_when_she_says_so(cora: Visitor, bea: Visitor, here: str) -> None:
    bea.goes_to(f"{here}contributors/").does_not_read(PIECE)
    cora.follows("It is ready").reads("The board will read", PIECE).follows("Yes, put it in")
    bea.goes_to(here).reads("What went wrong", "1 person who takes part wrote to you")
    bea.follows("In contributors’ own words").reads(PIECE, "Somebody who takes part")


def when_it_is_given_to_the_board(alma: Visitor, here: str) -> None:
    alma.goes_to(here).follows("Give it to the board").follows("Give it to the board")
    alma.reads("Given to the board on")


def then_she_takes_it_back_all_the_same(cora: Visitor, bea: Visitor, here: str) -> None:
    cora.goes_to(f"{here}piece/").reads("The board has this pack already").follows("Take it back").follows(
        "Take it back"
    )
    bea.goes_to(f"{here}contributors/").does_not_read(PIECE).reads("has taken it back since")


def test_a_pack_for_the_board(stage: Cast, come: Callable[..., Visitor]) -> None:
    lived(stage)
    here = base(month())
    cora, alma, bea = (come(who, phone=who == "cora", javascript=False) for who in ("cora", "coordinator", "board"))
    when_cora_writes_a_page_for_herself(cora, here)
    when_the_coordinator_asks_something(alma, here)
    then_the_board_reads_it_when_she_says_so(cora, bea, here)
    when_it_is_given_to_the_board(alma, here)
    then_she_takes_it_back_all_the_same(cora, bea, here)
