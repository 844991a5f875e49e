"""What waits for whoever signs for contributors, as rows beside what else waits for them: one question for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from alongside.core import periods
from alongside.voice.queries.waiting_for import Waits, named

from ..models import CloseSignature, PeriodSheet, PeriodSigner, SignSide
from ..models.closes import CHECKED, SIGNED
from ..rules.signers import LEAST_AGREE

CLOSE = 4  # after what candour adds


def closes_waiting(person_ids: Sequence[int], today: date) -> Any:
    chosen = PeriodSigner.objects.filter(person__in=person_ids, from_day__lte=today, until_day__gte=today)
    chosen = chosen.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    stand = Count("asked", filter=Q(asked__agrees=True, asked__denied_on__isnull=True))
    chosen = chosen.annotate(stand=stand).filter(stand__gte=LEAST_AGREE).order_by()
    said = CloseSignature.objects.filter(side=SignSide.CONTRIBUTORS, sheet=OuterRef("pk"))
    rows = PeriodSheet.objects.filter(close__state__in=(CHECKED, SIGNED), counted_at=F("close__counted_at"))
    rows = rows.filter(~Exists(said), close__organisation__in=chosen.values("organisation"))
    return named(rows, CLOSE, "close__period", F("close__kind"), "close__last", "close__organisation")


def name_of_waiting(each: Waits) -> str:
    """Of its kind, ending on that day, wherever the year begins now."""
    return periods.of_day(each.words, each.on, each.on.month % 12 + 1).name
