"""Owed again because an answer is not right, or because of what came of it: one state, said and counted apart."""

from __future__ import annotations

import re
from typing import Any

from alongside.voice import queries, services
from alongside.voice.models import Contribution
from tests.cast import Cast

from .factories import answered, fresh, told
from .test_changes import changed
from .test_holding import checked, look

DENIED, QUESTIONED = "Change denied or not held, answer owed", "Challenged, answer owed"


def questioned(cast: Cast) -> Contribution:
    made = told(cast)
    services.challenge(contribution=made, kind="not_true", by=cast.actor("cora"))
    return fresh(made)


def denied(cast: Cast) -> Contribution:
    made = told(cast)
    services.give_verdict(change=changed(cast, made), contribution=made, kind="challenged", by=cast.actor("cora"))
    return fresh(made)


def not_held(cast: Cast) -> Contribution:
    """As the unit found, and nobody else said."""
    made = told(cast)
    look(cast, checked(cast, made)[1])
    return fresh(made)


def test_each_says_which_it_is_and_an_answer_ends_both(cast) -> None:
    for made, words in ((questioned(cast), QUESTIONED), (denied(cast), DENIED), (not_held(cast), DENIED)):
        assert (made.state, made.get_state_display()) == ("challenged", words)
        answered(made, cast, reason="We looked again, and this is how it is.")
        assert fresh(made).get_state_display() == "Answered, not yet told"


def test_they_are_counted_apart_for_the_command_line(cast) -> None:
    questioned(cast), denied(cast), not_held(cast)
    found = queries.figures(cast.org)["by_state"]
    assert (found["challenged"], found["not_held"], sum(found.values())) == (1, 2, 3)


def test_the_ledger_lists_them_apart(cast, client_as) -> None:
    rows = {"challenged": questioned(cast), "not_held": denied(cast)}
    client: Any = client_as("manager")
    for stands, row in rows.items():
        page = client.get(f"/harbour/voices/?state={stands}").content.decode()
        assert [code for code in (each.code for each in rows.values()) if f"/{code}/" in page] == [row.code]
    page = client.get("/harbour/voices/?state=all").content.decode()
    assert [len(re.findall(rf"<strong[^>]*>\s*{words}", page)) for words in (QUESTIONED, DENIED)] == [1, 1]


def test_nobody_is_told_that_they_questioned_what_they_did_not(cast, client_as) -> None:
    said, mine = not_held(cast), client_as("cora")
    for page in ("/me/said/", f"/me/said/{said.code}/", "/harbour/"):
        shown = mine.get(page).content.decode()
        assert "You said it is not right" not in shown
    assert "They owe you a new answer" in mine.get(f"/me/said/{said.code}/").content.decode()
