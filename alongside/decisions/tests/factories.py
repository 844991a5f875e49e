"""Passes, decided decisions, and bodies with seats for this room's tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.core.codes import new_code
from alongside.decisions import services
from alongside.decisions.models import Decision, Forum, Seat, SeatHolder
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


def forum(cast: Cast, **values: Any) -> Forum:
    return Forum.objects.create(
        **{
            "organisation": cast.org,
            "name": f"Board {new_code(4)}",
            "kind": "board",
            "unit": cast.units["board"],
            **values,
        }
    )


def seat(at: Forum, **values: Any) -> Seat:
    found = {"capacity": "member", "voting": True, "lived_experience": True, "filled_by": "election"}
    return Seat.objects.create(
        **{"organisation": at.organisation, "forum": at, "since": make.days(-100), **found, **values}
    )


def holder(of: Seat, **values: Any) -> SeatHolder:
    found = {"filled_by": of.filled_by, "since": make.days(-50)}
    return SeatHolder.objects.create(**{"organisation": of.organisation, "seat": of, **found, **values})
