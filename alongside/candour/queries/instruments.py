"""Totals of validated instruments, beside the two accounts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Unit

from ..models import InstrumentTotal
from ..rules.instruments import SAME_ROUND

MOST = 50


def totals_of(opportunity: Opportunity) -> list[InstrumentTotal]:
    """For whoever may read the two accounts of it."""
    rows = InstrumentTotal.objects.filter(opportunity=opportunity)
    return list(rows.order_by("-taken_on", "-id")[:MOST])


def totals_of_year(actor: Actor, first: date, last: date, units: frozenset[int] | None) -> list[InstrumentTotal]:
    rows = InstrumentTotal.objects.filter(organisation=actor.organisation_id, taken_on__range=(first, last))
    if units is not None:
        rows = rows.filter(unit__in=units)
    return list(rows.select_related("unit", "opportunity").order_by("-taken_on", "-id")[:MOST])


def total_for(actor: Actor, code: str) -> InstrumentTotal:
    """For whoever keeps the totals of its unit."""
    rows = InstrumentTotal.objects.filter(organisation=actor.organisation_id, code=code)
    units = actor.units_for(P.KEEP_DECISIONS)
    found = (rows if units is None else rows.filter(unit__in=units)).select_related("unit", "opportunity").first()
    if found is None or not actor.is_member:
        raise NotYours
    return found


def of_nearly_the_same_people(total: Any, unit: Unit, opportunity: Opportunity | None) -> QuerySet[InstrumentTotal]:
    """Of the same instrument and side near that day: of the same activity, and of the whole unit beside one of it."""
    same = Q(opportunity=None) if opportunity is None else Q(opportunity=opportunity) | Q(opportunity=None)
    rows = InstrumentTotal.objects.filter(unit=unit, side=total.side, wrong_on=None)
    if opportunity is not None:
        rows = rows.filter(same)
    near = (total.taken_on - SAME_ROUND, total.taken_on + SAME_ROUND)
    return rows.filter(name__iexact=" ".join(total.name.split()), taken_on__range=near)
