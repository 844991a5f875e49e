"""Passes and decided decisions for this room's tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.decisions import services
from alongside.decisions.models import Decision
from alongside.decisions.taking import TakenWith, WithoutPeople
from tests import make
from tests.cast import Cast


def taken_with(decision: Decision, on: date | None = None, people: int = 2) -> TakenWith:
    return TakenWith(decision.pk, on or make.days(-3), people, tuple(f"place{n}" for n in range(people)))


def decided(cast: Cast, decision: Decision, who: str = "coordinator", **values: Any) -> Decision:
    found = {
        "outcome": "We hired two people.",
        "reason": "They scored highest.",
        "decided_on": make.days(-1),
        "taken": WithoutPeople(),
        "seen": decision.version,
        **values,
    }
    return services.record_outcome(decision=decision, by=cast.actor(who), **found)
