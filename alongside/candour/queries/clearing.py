"""What would be token on its face, who may stand behind it, and what was opened so."""

from __future__ import annotations

from django.db.models import QuerySet

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.involvement.models import Opportunity
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from ..models import Cleared
from ..standards import Face, marks_of


def marks_on(opportunity: Opportunity) -> tuple[str, ...]:
    return marks_of(
        Face(
            can_change=bool(opportunity.can_change.strip()),
            hear_back=bool(opportunity.hear_back.strip()),
            seats=opportunity.seats,
            prep_minutes=opportunity.prep_minutes,
            prep_paid=opportunity.prep_paid,
        )
    )


def who_may_allow(organisation_id: int) -> QuerySet[User]:
    return organisations.users_with(organisation_id, "coordinator", "board")


def cleared_for(actor: Actor) -> QuerySet[Cleared]:
    """Opened with a reason, in the units whose board page the actor sees. Newest first."""
    units = actor.units_for(P.SEE_BOARD)
    rows = Cleared.objects.filter(organisation=actor.organisation_id)
    if units is not None:
        rows = rows.filter(opportunity__decision__unit__in=units)
    return rows.select_related("opportunity", "allowed_by").order_by("-on", "-id")


def figures(organisation: Organisation) -> dict[str, int]:
    """For the command line: all of them."""
    found = Cleared.objects.filter(organisation=organisation).values_list("marks", flat=True)
    by_mark: dict[str, int] = {}
    for marks in found:
        for mark in marks:
            by_mark[mark] = by_mark.get(mark, 0) + 1
    return {"all": len(found), **by_mark}
