"""Whatever happens to it, in whatever order: the day on which an answer was due never moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from alongside.core.errors import Refused
from alongside.voice import queries, services
from alongside.voice.models import Contribution
from alongside.voice.models.contributions import ANSWERED, CHALLENGED, CONTRIBUTION, DEFERRED, OWED, RECEIVED, WITHDRAWN
from tests.cast import Cast

from .factories import REASON, fresh, said

START = date(2026, 3, 2)


def tried(verb, **values) -> bool:
    try:
        verb(**values)
    except Refused:
        return False
    return True


class OneContribution(RuleBasedStateMachine):
    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.day = START
        self.travel()
        self.row = said(self.cast)
        self.first = (self.row.received_on, self.row.acknowledge_by, self.row.answer_by)
        self.challenges = 0

    def travel(self) -> None:
        if getattr(self, "clock", None):
            self.clock.stop()
        self.clock = time_machine.travel(self.day.isoformat() + "T10:00:00Z", tick=False)
        self.clock.start()

    def teardown(self) -> None:
        self.clock.stop()

    def now(self) -> Contribution:
        return fresh(self.row)

    @rule(days=st.integers(1, 60))
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.travel()

    @rule()
    def acknowledge(self) -> None:
        tried(services.acknowledge, contribution=self.row, by=self.cast.actor("staff"))

    @rule(kind=st.sampled_from(["adopted", "adapted", "not_adopted", "no_decision"]))
    def answer(self, kind: str) -> None:
        facts = {"kind": kind, "reason": REASON, "role": "Manager", "by": self.cast.actor("manager")}
        tried(services.answer, contribution=self.row, **facts)

    @rule(days=st.integers(-5, 400))
    def put_off(self, days: int) -> None:
        until = self.day + timedelta(days=days)
        facts = {"kind": "deferred", "reason": REASON, "role": "Manager", "by": self.cast.actor("manager")}
        assert not tried(services.answer, contribution=self.row, defer_until=until, **facts) or days > 0

    @rule(who=st.sampled_from(["staff", "coordinator"]))
    def hand_over(self, who: str) -> None:
        tried(services.hand_over, contribution=self.row, owner=self.cast.users[who], by=self.cast.actor("coordinator"))

    @rule()
    def tell(self) -> None:
        tried(services.tell, contribution=self.row, channel="phone", by=self.cast.actor("staff"))

    @rule()
    def challenge(self) -> None:
        before = self.now().state
        done = tried(services.challenge, contribution=self.row, kind="not_true", by=self.cast.actor("cora"))
        assert done is (before in (ANSWERED, "told"))
        self.challenges += done

    @rule()
    @precondition(lambda self: self.challenges > 1)
    def take_back(self) -> None:
        tried(services.withdraw, contribution=self.row, by=self.cast.actor("cora"))

    @invariant()
    def the_clock_stands(self) -> None:
        now = self.now()
        assert (now.received_on, now.acknowledge_by, now.answer_by) == self.first
        assert now.due_on == (now.acknowledge_by if now.state == RECEIVED else now.answer_by)

    @invariant()
    def what_is_owed_stays_owed(self) -> None:
        now = self.now()
        assert now.state in CONTRIBUTION.moves
        owed = queries.owed_for(self.cast.actor("coordinator")).filter(pk=now.pk).exists()
        assert owed is (now.state in OWED)
        if now.state in (RECEIVED, DEFERRED, CHALLENGED):
            assert owed

    @invariant()
    def no_challenge_is_lost(self) -> None:
        assert self.row.challenges.count() == self.challenges

    @invariant()
    def the_present_is_the_newest_status(self) -> None:
        now = self.now()
        assert queries.history_of(now)[-1].state == now.state
        assert (now.words == "") is (now.state == WITHDRAWN)


@pytest.mark.django_db
def test_no_order_of_events_moves_the_clock(cast) -> None:
    limits = settings(
        max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    machine = type("Machine", (OneContribution,), {"cast": cast})
    run_state_machine_as_test(machine, settings=limits)
