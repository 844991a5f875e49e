"""The ledger, of one theme alone.

Few that are marked are looked up one by one and put in order. Of many the first are met soon on the way through the
list, in its own order; looked for one by one they would take longer the more there are.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

from ..models import Contribution, Theme, ThemeMark
from ..models.themes import ACCEPTED
from .figures import CappedCount
from .themes import themes_of

FEW = 5_000  # of a million, about as long by both ways


def themes_to_choose(actor: Actor) -> list[Theme]:
    """Those in use, then those that are not any more: what was marked with them stays marked."""
    return sorted(themes_of(actor, retired=True), key=lambda each: each.retired_on is not None)


def about_theme(actor: Actor, rows: QuerySet[Contribution], code: str, owed: bool = False) -> QuerySet[Contribution]:
    """Those of `rows` that are marked with the theme. Where the words may not be read, what they are about is not
    said either. A theme that is not there narrows nothing. `owed`: the rows are what is owed, a small part of all.
    """
    marks = ThemeMark.everything.filter(theme=OuterRef("pk"), state=ACCEPTED)
    days = marks.values("received_on")
    found = (
        Theme.objects.filter(organisation=actor.organisation_id or 0, code=code)
        .annotate(
            many=CappedCount(marks, FEW + 1),
            first=Subquery(days.order_by("received_on")[:1]),
            last=Subquery(days.order_by("-received_on")[:1]),
        )
        .first()
        if code
        else None
    )
    return rows if found is None else _marked(_readable(actor, rows), found, owed)


def _marked(rows: QuerySet[Contribution], found: Any, owed: bool) -> QuerySet[Contribution]:
    marks = ThemeMark.everything.filter(theme=found.pk, state=ACCEPTED)
    if found.many <= FEW:
        return rows.filter(pk__in=marks.values("contribution"))
    if not owed:  # many years may lie before the first that is met, or after the last
        rows = rows.filter(received_on__range=(found.first, found.last))
    return rows.filter(Exists(marks.filter(contribution=OuterRef("pk"))))


def _readable(actor: Actor, rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    rows, answers = rows.filter(withdrawn_on__isnull=True), actor.units_for(P.ANSWER)
    return rows if answers is None else rows.filter(Q(use_inside=True) | Q(unit__in=answers))
