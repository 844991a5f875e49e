"""The ledger, of one theme alone.

All that was said: along the marks, which stand in the same order as the list and carry its day, so that the first of
a page are met soon however rare the theme is. What is owed is a small part of all, so of that: few marks are looked up
one by one and put in order; of many the first are met soon on the way through what is owed.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from alongside.core.actor import Actor

from ..models import Contribution, Theme, ThemeMark
from ..models.themes import ACCEPTED
from .figures import CappedCount
from .readers import eyes_of
from .themes import themes_of

FEW = 5_000  # of a million, about as long by both ways
MARK_DAY = "mark_day"  # the day of what was said, as the mark has it


def themes_to_choose(actor: Actor) -> list[Theme]:
    """Those in use, then those that are not any more: what was marked with them stays marked."""
    return sorted(themes_of(actor, retired=True), key=lambda each: each.retired_on is not None)


def about_theme(actor: Actor, rows: QuerySet[Contribution], code: str, owed: bool = False) -> QuerySet[Contribution]:
    """Those of `rows` that are marked with the theme. Where the words may not be read, what they are about is not
    said either. A theme that is not there narrows nothing. `owed`: the rows are what is owed, a small part of all.
    """
    themes = Theme.objects.filter(organisation=actor.organisation_id or 0, code=code) if code else Theme.objects.none()
    found = (themes.annotate(**_extent()) if owed else themes).first()
    if found is None:
        return rows
    rows = _readable(actor, rows)
    return _owed_of(rows, found) if owed else _along_marks(rows, found)


def _extent() -> dict[str, Any]:
    """How many marks there are, up to FEW, and the first and the last day on which something was said that has one."""
    marks = ThemeMark.everything.filter(theme=OuterRef("pk"), state=ACCEPTED)
    days = marks.values("received_on")
    return {
        "many": CappedCount(marks, FEW + 1),
        "first": Subquery(days.order_by("received_on")[:1]),
        "last": Subquery(days.order_by("-received_on")[:1]),
    }


def _along_marks(rows: QuerySet[Contribution], theme: Theme) -> QuerySet[Contribution]:
    rows = rows.filter(theme_marks__theme=theme.pk, theme_marks__state=ACCEPTED)
    return rows.annotate(**{MARK_DAY: F("theme_marks__received_on")})


def _owed_of(rows: QuerySet[Contribution], found: Any) -> QuerySet[Contribution]:
    marks = ThemeMark.everything.filter(theme=found.pk, state=ACCEPTED)
    if found.many <= FEW:
        return rows.filter(pk__in=marks.values("contribution"))
    rows = rows.filter(received_on__range=(found.first, found.last))  # nothing before it nor after it is met
    return rows.filter(Exists(marks.filter(contribution=OuterRef("pk"))))


def _readable(actor: Actor, rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    return rows.filter(eyes_of(actor).words(), withdrawn_on__isnull=True)
