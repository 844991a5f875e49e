"""What stood in an advert, and whether roles were agreed: for the evidence, and for the lists behind its numbers."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import Opportunity, Place, PlaceRole
from ..models.opportunities import CANCELLED
from ..models.places import ACCEPTED

SOMEBODY_SAID_YES = Q(Exists(Place.objects.filter(opportunity=OuterRef("pk"), state=ACCEPTED)))
A_ROLE = Q(Exists(PlaceRole.objects.filter(place__opportunity=OuterRef("pk"), place__state=ACCEPTED)))


def _written(field: str) -> dict[str, Q]:
    return {"written": ~Q(**{field: ""}), "unwritten": Q(**{field: ""})}


# By what is asked of an advert, and what can be found.
ASKED_OF: dict[str, dict[str, Q]] = {
    "scope": _written("can_change"),
    "hear_back": _written("hear_back"),
    "support": _written("support"),
    "pay_said": {"paid": Q(prep_paid=True), "unpaid": Q(prep_paid=False), "unsaid": Q(prep_paid__isnull=True)},
    "roles": {"agreed": SOMEBODY_SAID_YES & A_ROLE, "unagreed": SOMEBODY_SAID_YES & ~A_ROLE},
}


def that_were_opened(rows: QuerySet[Any]) -> QuerySet[Any]:
    """On whatever day. What was called off is left out."""
    return rows.filter(opened_on__isnull=False).exclude(state=CANCELLED)


def with_it(rows: QuerySet[Opportunity], asked: str, found: str) -> QuerySet[Opportunity]:
    return that_were_opened(rows).filter(ASKED_OF[asked][found])
