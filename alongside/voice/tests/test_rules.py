"""Who may do what in which state, as tables: rules ask the actor and the row, never the database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts.roles import ROLES
from alongside.core.actor import Actor, Grant, Kind, Medium
from alongside.core.errors import Refused
from alongside.voice import phrases, rules
from alongside.voice.models import Contribution
from alongside.voice.models.contributions import CONTRIBUTION, OWED
from alongside.voice.rules.reading import TOOK_BACK

ORGANISATION, TEAM, OTHER_TEAM, CORA, DEV = 1, 10, 11, 100, 101
STATES = tuple(CONTRIBUTION.moves)
OPEN = ("received", "acknowledged", "deferred", "challenged")


def actor(role: str, units: frozenset[int] | None = None, **values) -> Actor:
    grants = frozenset(Grant(permission, units) for permission in ROLES[role].permissions)
    return Actor(Kind.USER, ORGANISATION, 1, roles=frozenset({role}), grants=grants, **values)


STAFF = actor("staff", frozenset({TEAM}))
CONTRIBUTOR = actor("contributor", person_id=CORA)
NOBODY = Actor(Kind.PUBLIC, ORGANISATION)


def said(**values) -> Contribution:
    facts = {
        "organisation_id": ORGANISATION,
        "unit_id": TEAM,
        "person_id": CORA,
        "code": "abc",
        "pk": 1,
        "state": "received",
    }
    return Contribution(**{**facts, "version": 1, **values})


def holder(contribution: Contribution) -> Actor:
    grant = Grant(rules.follow_permission(contribution))
    return Actor(Kind.CODE_HOLDER, contribution.organisation_id, grants=frozenset({grant}))


@pytest.mark.parametrize(
    ("rule", "who", "states"),
    [
        (rules.can_acknowledge, STAFF, {"received"}),
        (rules.can_answer, STAFF, set(OPEN)),
        (rules.can_hand_over, STAFF, set(OWED)),
        (rules.can_tell, STAFF, {"answered", "deferred"}),
        (rules.can_render, STAFF, set(STATES) - {"withdrawn"}),
        (rules.can_challenge, CONTRIBUTOR, {"answered", "told"}),
        (rules.can_withdraw, CONTRIBUTOR, set(STATES) - {"withdrawn"}),
        (rules.can_change_uses, CONTRIBUTOR, set(STATES) - {"withdrawn"}),
    ],
)
def test_in_which_states(rule, who, states) -> None:
    assert {state for state in STATES if rule(who, said(state=state))} == states


@pytest.mark.parametrize("rule", [rules.can_acknowledge, rules.can_answer, rules.can_hand_over, rules.can_render])
def test_who_works_on_it(rule) -> None:
    row = said()
    assert rule(STAFF, row)
    assert rule(actor("coordinator"), row)
    for who in (
        CONTRIBUTOR,
        NOBODY,
        holder(row),
        actor("board"),
        actor("finance"),
        actor("staff", frozenset({OTHER_TEAM})),
        replace(actor("coordinator"), organisation_id=2),
    ):
        assert not rule(who, row)


def test_who_speaks_as_the_author() -> None:
    row, nameless = said(), said(person_id=None, code="xyz", pk=2)
    coordinator = actor("coordinator")
    assert rules.is_author(CONTRIBUTOR, row)
    assert rules.is_author(holder(nameless), nameless)
    assert rules.is_author(coordinator.for_person(CORA, Medium.PHONE), row)
    assert rules.is_author(replace(coordinator, medium=Medium.PHONE), nameless)
    for who, what in (
        (replace(CONTRIBUTOR, person_id=DEV), row),
        (replace(CONTRIBUTOR, organisation_id=2), row),
        (holder(nameless), row),
        (coordinator, row),
        (coordinator, nameless),
        (coordinator.for_person(DEV, Medium.PHONE), row),
        (replace(coordinator, medium=Medium.PHONE), row),
        (coordinator.for_person(DEV, Medium.PHONE), nameless),
        (replace(actor("board"), medium=Medium.PHONE), nameless),
        (CONTRIBUTOR.for_person(DEV, Medium.PHONE), row),
        (NOBODY, nameless),
    ):
        assert not rules.is_author(who, what)


def test_who_may_say_something() -> None:
    for who in (NOBODY, CONTRIBUTOR, STAFF, actor("board"), actor("finance")):
        rules.check_say(who, TEAM)
    rules.check_say(replace(STAFF, medium=Medium.PAPER), TEAM)
    for who in (replace(STAFF, medium=Medium.PAPER), replace(actor("board"), medium=Medium.PAPER)):
        with pytest.raises(Refused):
            rules.check_say(who, OTHER_TEAM)


def test_a_reason_that_stands_in_the_way_is_said_in_words() -> None:
    assert rules.why_no_answer(STAFF, said()) == ""
    assert "has an answer" in rules.why_no_answer(STAFF, said(state="told"))
    assert "taken it back" in rules.why_no_answer(STAFF, said(state="withdrawn"))


def test_words_kept_between_the_author_and_those_who_answer() -> None:
    row = said(use_inside=False)
    assert [rules.may_read_words(who, row) for who in (STAFF, CONTRIBUTOR, actor("board"))] == [True, True, False]
    row = said(use_inside=True)
    assert not rules.may_read_words(actor("board"), row)  # nobody asked the register, where the author has a say
    for took_back, reads in ((False, True), (True, False)):
        setattr(row, TOOK_BACK, took_back)
        assert rules.may_read_words(actor("board"), row) == reads
    assert rules.may_read_words(actor("board"), said(use_inside=True, person_id=None))


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a", True), ("؟", True), ("👍", True), ("", False), (" \n\t", False), ("\u200b\u200d\ufeff\u2028", False)],
)
def test_what_can_be_seen(text, seen) -> None:
    assert phrases.can_be_seen(text) is seen


@given(
    st.lists(st.sampled_from(sorted(phrases.EMPTY_PHRASES)), min_size=1, max_size=6),
    st.sampled_from([". ", "! ", ", ", "\n\n", " and ", "; "]),
)
def test_no_row_of_empty_sentences_is_an_answer(sentences, between) -> None:
    assert phrases.is_empty(between.join(sentences).upper())


@given(st.text(alphabet="abcdefghijklm ", min_size=40, max_size=80).filter(lambda text: len(text.split()) > 3))
def test_words_of_ones_own_are_one(words) -> None:
    assert phrases.is_empty(f"Thank you. {words}") is (len(" ".join(words.split())) < phrases.SHORTEST_REASON)
