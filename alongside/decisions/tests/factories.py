"""Passes, decided decisions, and bodies with seats for this room's tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from alongside.core.actor import Actor
from alongside.core.codes import new_code
from alongside.decisions import services
from alongside.decisions.models import Candidate, Decision, Election, ElectionSeat, Forum, Seat, SeatHolder
from alongside.decisions.taking import TakenWith, WithoutPeople
from alongside.people.models import Person
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


def election(cast: Cast, seats: int = 1, **values: Any) -> Election:
    """In its last days of nominations, unless other days are given; `phase` moves it on."""
    phases = {"before": 3, "nominating": -5, "between": -11, "voting": -15, "over": -30}
    first = phases[values.pop("phase", "nominating")]
    at = values.pop("forum", None) or forum(cast)
    days = dict(zip(("nominate_from", "nominate_until", "vote_from", "vote_until"), (0, 9, 13, 27), strict=True))
    made = Election.objects.create(
        **{
            "organisation": cast.org,
            "forum": at,
            "title": "Who sits on the board for us?",
            **{name: make.days(first + after) for name, after in days.items()},
            **values,
        }
    )
    for _number in range(seats):
        ElectionSeat.objects.create(election=made, seat=seat(at))
    return made


def candidate(of: Election, person: Person, state: str = "standing", **values: Any) -> Candidate:
    return Candidate.objects.create(**{"election": of, "person": person, "state": state, **values})


def voters(cast: Cast, number: int) -> list[Person]:
    """So many more people on the register, active and without a sign-in."""
    rows = [Person(organisation=cast.org, name=f"Voter {n}", state="active") for n in range(number)]
    return Person.objects.bulk_create(rows)


def actor_of(cast: Cast, person: Person) -> Actor:
    """Somebody on the register, signed in."""
    return replace(cast.actor("cora"), person_id=person.pk, user_id=cast.users["cora"].pk)
