"""When people were first asked about a decision, row by row: what `asked_since.days_before` counts."""

from __future__ import annotations

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least

from alongside.core.actor import Actor
from alongside.decisions.models import DECIDED, Decision
from alongside.decisions.queries import in_units_of

from ..models import Opportunity, Place
from ..models.opportunities import CANCELLED

TOO_LATE, NEVER, EARLIER, EVER = "too_late", "never", "earlier", "ever"


def decided_and_asked(actor: Actor) -> QuerySet[Any]:
    """Decisions that are taken, in the actor's units, each with `first_asked`: the day on which an opportunity about it
    was first opened, or a place first offered; None where nobody was asked. The latest first."""
    about = Opportunity.objects.filter(decision=OuterRef("pk"), opened_on__isnull=False).exclude(state=CANCELLED)
    places = Place.objects.filter(opportunity__decision=OuterRef("pk"), offered_on__isnull=False)
    places = places.exclude(opportunity__state=CANCELLED)
    rows: QuerySet[Decision] = in_units_of(actor).filter(state=DECIDED).select_related("kind", "unit")
    found = rows.annotate(
        opened_first=Subquery(about.order_by("opened_on").values("opened_on")[:1]),
        offered_first=Subquery(places.order_by("offered_on").values("offered_on")[:1]),
    )
    first = Least(Coalesce("opened_first", "offered_first"), Coalesce("offered_first", "opened_first"))
    return found.annotate(first_asked=first).order_by("-day", "-id")


def asked_so(rows: QuerySet[Any], how: str) -> QuerySet[Any]:
    """Too late: on the day of the decision, or after it."""
    if how == NEVER:
        return rows.filter(first_asked__isnull=True)
    if how == EVER:
        return rows.filter(first_asked__isnull=False)
    if how == TOO_LATE:
        return rows.filter(first_asked__gte=F("decided_on"))
    return rows.filter(first_asked__lt=F("decided_on"))
