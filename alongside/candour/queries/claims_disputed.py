"""Claims that somebody who was there says are not true, for those who answer for them."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.core.actor import Actor

from ..models import Claim, ClaimText
from ..standing import Stands
from .claims import claims_for, standing_as


def disputed_claims(actor: Actor) -> QuerySet[Claim]:
    """Each with `says`, its newest text. One dispute is enough, however many have signed."""
    newest = ClaimText.objects.filter(claim=OuterRef("pk")).order_by("-number").values("text")[:1]
    rows = standing_as(claims_for(actor).filter(shown_on__isnull=False), Stands.DISPUTED)
    return rows.select_related(None).annotate(says=Subquery(newest))
