"""Words that are shown further, through the verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from alongside.core.actor import Actor
from alongside.voice import queries, services
from alongside.voice.models import Appeal, Contribution, PanelMember, Showing
from tests.cast import Cast

from .factories import PUBLIC, fresh, told

WHY = "You name somebody who works here. What they did stays, and their manager reads all of it."


def agreed(contribution: Contribution, by: Actor) -> Showing:
    """Its author has looked, and said yes."""
    return services.confirm(contribution=fresh(contribution), by=by)


def author_of(cast: Cast, contribution: Contribution) -> Actor:
    return cast.actor("cora") if contribution.person_id else queries.holder_of(contribution)


def waiting(cast: Cast, **values: Any) -> Showing:
    """Told, allowed for everybody, seen by its author: somebody has to decide."""
    contribution = told(cast, **{"uses": PUBLIC, **values})
    return agreed(contribution, values.get("by", cast.actor("cora")))


def in_public(cast: Cast, contribution: Contribution | None = None, **values: Any) -> Contribution:
    """Everybody may read it as it is."""
    contribution = contribution or told(cast, **{"uses": PUBLIC, **values})
    showing = agreed(contribution, author_of(cast, contribution))
    services.moderate(showing=showing, outcome="shown", by=cast.actor("coordinator"))
    return fresh(contribution)


def decided(cast: Cast, outcome: str = "not_shown", **values: Any) -> Showing:
    showing = waiting(cast, **values)
    spans = {"words": [(0, 3, "name")]} if outcome == "covered" else {}
    services.moderate(
        showing=showing, outcome=outcome, rule="staff", why=WHY, leave_out=spans, by=cast.actor("coordinator")
    )
    return fresh(showing)


def panel(cast: Cast, *who: str) -> list[PanelMember]:
    """Whoever is on it already stays on it: one organisation serves many pages of a test in a browser."""
    by, found = cast.actor("administrator"), []
    for each in who or ("dev", "noor", "eoin"):
        there = PanelMember.objects.filter(person=cast.people[each], until__isnull=True).first()
        found.append(there or services.name_to_panel(person=cast.people[each], by=by))
    return found


def appealed(cast: Cast, outcome: str = "not_shown", **values: Any) -> Appeal:
    showing = decided(cast, outcome, **values)
    by = values.get("by", cast.actor("cora"))
    return services.appeal(contribution=showing.contribution, words="That is not so.", by=by)


def member(cast: Cast, who: str) -> Actor:
    """Somebody on the panel, who need not have an account."""
    base = cast.actor(who) if who in cast.users else cast.actor("dev")
    return replace(base, person_id=cast.people[who].pk)
