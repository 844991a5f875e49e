"""The two accounts in words: what is counted in them are answers."""

from __future__ import annotations

from alongside.candour import account_words
from alongside.candour.ladders import LADDERS
from alongside.candour.queries.accounts import Account, StageOf
from alongside.core.small_groups import Spread


def note(lived: Spread | None) -> str:
    account = Account((StageOf("design", {5: 1}, {4: 1}, lived),), (), 1, lived is not None)
    return account_words.shown(account, next(iter(LADDERS.values())), "year").stages[0].note


def test_five_people_at_two_sessions_are_ten_answers() -> None:
    assert note(Spread(5, {4: 5}) + Spread(5, {4: 5})) == "10 answers of those who took part."
    assert note(Spread(10, {4: 8})).startswith("Of 10 answers of those who took part 2 are not shown where they are")
    assert note(None) == "Of those who took part, too few to show."
