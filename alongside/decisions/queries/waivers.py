"""Decisions that a body took with seats for lived experience empty."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

from .. import rules
from ..models import Decision, SeatWaiver
from ..taking import LivedSeats
from .seats import lived_seats


def seats_for_outcome(decision: Decision, on: date) -> LivedSeats:
    """How the seats for lived experience of the body that decides stood on that day; none where no body is named."""
    return lived_seats(decision.forum, on) if decision.forum else LivedSeats()


def waivers_for(actor: Actor) -> QuerySet[SeatWaiver]:
    """Newest first; also those of decisions that were opened again since."""
    if not rules.may_see_seats(actor):
        return SeatWaiver.objects.none()
    rows = SeatWaiver.objects.filter(organisation=actor.organisation_id)
    units = actor.units_for(P.SEE_DECISIONS)
    if units is not None:
        rows = rows.filter(decision__unit__in=units)
    return rows.select_related("decision", "forum", "allowed_by").order_by("-on", "-id")


def waivers_of(decision: Decision) -> list[SeatWaiver]:
    """Oldest first. A decision that has one always names a body (`services.change_decision`)."""
    if decision.forum_id is None:
        return []
    return list(SeatWaiver.objects.filter(decision=decision).select_related("forum", "allowed_by").order_by("id"))
