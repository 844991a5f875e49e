"""Since when people are asked about a decision: for `reports`."""

from __future__ import annotations

from datetime import date

from django.db.models import Min, Q

from ..models import Opportunity, PlaceRole
from ..models.opportunities import CANCELLED
from ..models.places import ACCEPTED


def asked_since(among: Q) -> dict[int, date]:
    """By decision. In an opportunity that was opened, or by a place that was offered; `among` speaks of decisions by
    way of an opportunity."""
    rows = Opportunity.objects.filter(among).exclude(state=CANCELLED).order_by()
    rows = rows.annotate(offered=Min("places__offered_on"))
    found: dict[int, date] = {}
    for decision, opened, offered in rows.values_list("decision", "opened_on", "offered"):
        days = [day for day in (opened, offered, found.get(decision)) if day]
        if days:
            found[decision] = min(days)
    return found


def days_before(among: Q) -> list[int]:
    """Of each decision that is taken and about which people were asked: days from then until it was, sorted; 0 or less
    where they were asked afterwards."""
    rows = Opportunity.objects.filter(among, decision__decided_on__isnull=False).exclude(state=CANCELLED).order_by()
    rows = rows.annotate(offered=Min("places__offered_on"))
    found: dict[int, int] = {}
    for decision, opened, offered, decided in rows.values_list(
        "decision", "opened_on", "offered", "decision__decided_on"
    ):
        for day in filter(None, (opened, offered)):
            found[decision] = max((decided - day).days, found.get(decision, (decided - day).days))
    return sorted(found.values())


def roles_agreed(among: Q) -> dict[int, dict[int, int]]:
    """By decision, for how many places which role was agreed, over all stages. `among` speaks by way of a role."""
    found: dict[int, dict[int, int]] = {}
    rows = PlaceRole.objects.filter(among, place__state=ACCEPTED).order_by()
    for decision, role in rows.values_list("place__opportunity__decision", "role"):
        roles = found.setdefault(decision, {})
        roles[role] = roles.get(role, 0) + 1
    return found
