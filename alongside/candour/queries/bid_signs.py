"""Bids that rest on the decisions in which a sign is looked for: when they went, and if anything is still going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from alongside.decisions.queries.signs import Chosen

from ..models import BidLook, BidRecord
from ..models.bids import DROPPED


@dataclass(frozen=True)
class BidLine:
    """`going`: what was seen last after an award, nothing where nobody has looked."""

    code: str
    decision: int
    day: date
    writing: bool
    going: str


def bid_records_in(chosen: Chosen) -> QuerySet[BidRecord]:
    """Asked for beside what people say themselves: see `themselves`."""
    about = chosen.among("decision__") | chosen.among("opportunity__decision__")
    looked = BidLook.objects.filter(bid=OuterRef("bid"), looked_on__isnull=False).order_by("-months")
    rows = BidRecord.objects.filter(about).exclude(bid__state=DROPPED)
    return rows.annotate(
        about=Coalesce("decision", "opportunity__decision"),
        went=Coalesce("bid__sent_on", "bid__submit_on"),
        seen=Coalesce(Subquery(looked.values("going")[:1]), Value(""), output_field=TextField()),
        unsent=Q(bid__sent_on__isnull=True),
    )
