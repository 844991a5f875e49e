"""Who may do what, as a table; when, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alongside.core.actor import Medium, system
from alongside.core.errors import Refused
from alongside.decisions import rules
from alongside.decisions.models import DECIDED, DROPPED
from tests import make

# who → what they may do with a planned decision of the crisis line
MAY = {
    "public": set(),
    "stranger": set(),
    "cora": {"raise"},
    "staff": {"add", "change", "drop"},
    "manager": {"add", "change", "drop", "decide"},
    "coordinator": {"add", "change", "drop", "decide", "without", "import"},
    "board": {"decide", "without"},
    "finance": set(),
    "safeguarding": set(),
    "administrator": {"import"},
}


@pytest.mark.parametrize("who", MAY)
def test_who_may_do_what(cast, who) -> None:
    actor, decision = cast.actor(who), make.decision(cast)
    found = {
        "raise": rules.can_raise(actor),
        "add": who != "stranger" and rules.can_add(actor, decision.unit_id),  # of their own: the verb says no
        "change": rules.can_change(actor, decision),
        "drop": rules.can_drop(actor, decision),
        "decide": rules.can_record_outcome(actor, decision),
        "without": rules.may_allow_without(actor, decision),
        "import": who != "stranger" and rules.can_import(actor),  # into their own organisation
    }
    assert {name for name, may in found.items() if may} == MAY[who]


@pytest.mark.parametrize("who", ["staff", "manager"])
def test_nobody_keeps_another_units_decisions(cast, who) -> None:
    decision = make.decision(cast, unit=cast.units["other_team"])
    assert not rules.can_change(cast.actor(who), decision)
    assert not rules.may_keep(cast.actor(who), decision)
    assert not rules.may_decide(cast.actor(who), decision)


def test_on_behalf_needs_the_right_to_write_for_others(cast) -> None:
    cora = cast.people["cora"].pk
    assert rules.can_raise(cast.actor("coordinator").for_person(cora, Medium.PHONE))
    assert rules.can_raise(cast.actor("staff").for_person(cora, Medium.PAPER))
    assert not rules.can_raise(cast.actor("finance").for_person(cora, Medium.PHONE))
    assert not rules.can_raise(cast.actor("dev").for_person(cora, Medium.PHONE))


def test_a_contributor_role_without_a_place_on_the_register_is_not_enough(cast) -> None:
    assert not rules.can_raise(replace(cast.actor("cora"), person_id=None))


def test_a_command_may_import(cast) -> None:
    assert rules.can_import(system(cast.org.pk))


@pytest.mark.parametrize("state", [DECIDED, DROPPED])
def test_what_has_ended_is_opened_again_first(cast, state) -> None:
    ended = {"state": state}
    if state == DECIDED:
        ended |= {"decided_on": make.days(-1), "taken": "without"}
    decision, by = make.decision(cast, **ended), cast.actor("coordinator")
    for check in (rules.check_can_change, rules.check_can_drop, rules.check_can_record_outcome):
        with pytest.raises(Refused, match="Open it again"):
            check(by, decision)
    assert rules.can_reopen(by, decision)


def test_staff_open_again_what_was_dropped_and_not_what_was_decided(cast) -> None:
    dropped = make.decision(cast, state=DROPPED)
    decided = make.decision(cast, state=DECIDED, decided_on=make.days(-1), taken="without")
    assert rules.can_reopen(cast.actor("staff"), dropped)
    assert not rules.can_reopen(cast.actor("staff"), decided)
    assert rules.can_reopen(cast.actor("manager"), decided)


def test_what_is_not_decided_cannot_be_opened_again(cast) -> None:
    assert not rules.can_reopen(cast.actor("coordinator"), make.decision(cast))


@pytest.mark.parametrize(
    ("state", "told"),
    [("planned", "changed this decision"), (DECIDED, "what was decided"), (DROPPED, "not going ahead")],
)
def test_who_comes_too_late_is_told_what_happened(cast, state, told) -> None:
    decision = make.decision(cast)
    decision.state, decision.version = state, 4
    with pytest.raises(Refused, match=told) as refused:
        rules.check_seen(decision, 3)
    assert refused.value.field == "seen"
    assert "Your words are still here" in refused.value.reason
    rules.check_seen(decision, 4)


@pytest.mark.parametrize("title", ["", "   ", "x" * 301])
def test_titles_that_say_nothing_or_too_much(title) -> None:
    with pytest.raises(Refused):
        rules.check_title(title)


@pytest.mark.parametrize("title", ["x" * 300, "قرار جديد", "🪴 New garden"])
def test_titles_as_people_write_them(title) -> None:
    rules.check_title(title)
