"""A decision with people who came, and a claim about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.candour import queries, services
from alongside.candour.models import Claim, ClaimText, Signature
from alongside.candour.queries import Records
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting
from tests import make
from tests.cast import Cast, person

TEXT = "We co-produced how the night line is staffed."


@dataclass
class Story:
    """`claim` is about `decision`, to whose session those named came."""

    cast: Cast
    decision: Decision
    meeting: Meeting
    claim: Claim

    @property
    def text(self) -> ClaimText:
        return queries.newest_text(self.claim)

    def of(self, who: str) -> Signature:
        """What they were asked last."""
        rows = queries.my_signatures([self.cast.people[who].pk]).filter(text__claim=self.claim)
        return rows.order_by("-text__number")[0]

    def version(self, threshold: int = 5) -> queries.Version:
        return queries.versions_of([self.text], threshold, make.days(0))[0]

    def sign(self, who: str, **said: str) -> Signature:
        return services.sign(signature=self.of(who), by=self.cast.actor(who), **said)

    def dispute(self, who: str, **said: str) -> Signature:
        return services.dispute(signature=self.of(who), by=self.cast.actor(who), **said)


def met(cast: Cast, *who: str, **values: Any) -> Meeting:
    decided = {"state": "decided", "decided_on": make.days(-2), "taken": "without", "opened_on": make.days(-60)}
    at = make.opportunity(cast, make.decision(cast, **{**decided, **values}))
    meeting = make.meeting(cast, at)
    for key in who:
        make.attended(meeting, make.place(cast, key, at))
    return meeting


def wording(records: Records, **values: Any) -> services.Wording:
    return services.Wording(**{"text": TEXT, "level": 5, "records": records, "reply_by": make.days(21), **values})


def claimed(cast: Cast, *who: str, shown: bool = True, **values: Any) -> Story:
    """By the manager, resting on a decision to whose session these people came."""
    meeting = met(cast, *(who or ("cora", "dev")))
    decision, by = meeting.opportunity.decision, cast.actor("manager")
    claim = services.make_claim(
        unit=cast.units["team"],
        outlet="website",
        audience="Visitors of our website",
        wording=wording(Records(decisions=(decision,)), **values),
        by=by,
    )
    if shown:
        claim = services.show_claim(claim=claim, by=by)
    return Story(cast, decision, meeting, claim)


def crowd(cast: Cast, number: int) -> Sequence[str]:
    """More people who come."""
    names = [f"guest{n}" for n in range(number)]
    for name in names:
        cast.people[name] = person(cast.org, name.capitalize())
    return names
