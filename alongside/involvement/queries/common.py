"""What the reads share: where somebody may look, and how many rows hang on a row."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.core.actor import Actor


def within(actor: Actor, permission: str, unit: str) -> Q:
    """Only the actor's organisation, and in it only the units where the permission holds."""
    units = actor.units_for(permission)
    here = Q(organisation=actor.organisation_id)
    return here if units is None else here & Q(**{f"{unit}__in": units})


def how_many(rows: QuerySet[Any], by: str) -> Coalesce:
    """A count beside each row of a list, without joining what is counted. `rows` names its OuterRef on `by`."""
    counted = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
