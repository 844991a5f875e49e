"""What somebody took part in, and what came of it: their part, what was decided and why, what is different now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.candour import queries as candour
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.decisions.models import DECIDED, DROPPED, Decision
from alongside.involvement import queries as involvement
from alongside.involvement.models import Place, Role
from alongside.voice import queries as voice


@dataclass(frozen=True)
class Part:
    """One thing that somebody took part in."""

    place: Place
    changes: Sequence[str]

    @property
    def decision(self) -> Decision:
        return self.place.opportunity.decision

    @property
    def title(self) -> str:
        return self.place.opportunity.title

    @property
    def url(self) -> str:
        return f"/{self.place.organisation.slug}/places/{self.place.code}/"

    @property
    def mine(self) -> str:
        """Their part, in the words that were agreed. Without a role, that they were there."""
        part: int | None = self.place.part  # type: ignore[attr-defined]
        return YOUR_PART[Role(part)]() if part else _("You were there.")

    @property
    def came(self) -> str:
        """What was decided."""
        decision = self.decision
        if decision.state == DECIDED:
            facts = {"day": parts.day(decision.decided_on), "what": decision.outcome}
            return _("Decided on %(day)s: %(what)s") % facts
        if decision.state == DROPPED:
            return _("It is not going ahead.")
        if decision.due_on:
            return _("Not decided yet. It should be by %(day)s.") % {"day": parts.day(decision.due_on)}
        return _("Not decided yet.")

    @property
    def why(self) -> str:
        return _("Why: %(reason)s") % {"reason": self.decision.reason} if self.decision.reason else ""

    @property
    def different(self) -> list[str]:
        return [_("Different now: %(what)s") % {"what": what} for what in self.changes]

    @property
    def tag(self) -> tuple[Any, str]:
        return tag_of(self.decision.state)


YOUR_PART = {
    Role.TOLD: lambda: _("You were told about it."),
    Role.ASKED: lambda: _("You were asked."),
    Role.INVOLVED: lambda: _("You were involved."),
    Role.ADVISES: lambda: _("You advised."),
    Role.SHARES: lambda: _("You shared the decision."),
    Role.DECIDES: lambda: _("You decided, or led it."),
}


def tag_of(state: str) -> tuple[Any, str]:
    if state == DECIDED:
        return _("Decided"), "done"
    return (_("Not going ahead"), "quiet") if state == DROPPED else (_("Not decided yet"), "waiting")


def places_of(people: Sequence[int], *, begun: bool = False) -> QuerySet[Place]:
    """What is offered, then what they took part in, newest first; and whether it is asked just now how it was."""
    rows = involvement.offered_or_took_part(people, begun=begun)
    return rows.annotate(asked=candour.asked_now("opportunity"))


def parts_of(places: Sequence[Place], actors: Sequence[Actor]) -> list[Part]:
    """With what is different now because of each, as far as they may read it."""
    changes: dict[int, list[str]] = {}
    for actor in actors:
        mine = {place.opportunity.decision_id for place in places if place.organisation_id == actor.organisation_id}
        if mine:
            changes |= voice.changes_of_decisions(actor, mine)
    return [Part(place, changes.get(place.opportunity.decision_id, ())) for place in places]
