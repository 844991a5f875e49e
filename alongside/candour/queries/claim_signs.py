"""Claims that somebody who was there disputes: their own account stands over a flattering count."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from alongside.decisions.queries.signs import Chosen

from ..models import Claim, ClaimRecord, ClaimText, Signature
from ..models.claims import DISPUTED
from .claims import rests_on


def disputed_in(chosen: Chosen) -> QuerySet[Claim]:
    """By their newest text: of one decision, or of some days and units. Asked for beside what else people say
    themselves: see `themselves`."""
    newest = ClaimText.objects.filter(claim=OuterRef("text__claim")).order_by("-number").values("pk")[:1]
    against = Signature.objects.filter(text__claim=OuterRef("pk"), state=DISPUTED, text=Subquery(newest))
    rows = Claim.objects.filter(Exists(against), organisation=chosen.organisation_id)
    if chosen.one:
        rows = rows.filter(Exists(ClaimRecord.objects.filter(rests_on(chosen.decision), text__claim=OuterRef("pk"))))
    else:
        rows = rows.filter(made_on__gte=chosen.first, made_on__lte=chosen.last)
    return rows if chosen.units is None else rows.filter(unit__in=chosen.units)
