"""How changes stand, asked of many as `Change.stands` says it of one. What those who said it deny, and what they say
did not hold or only in part, are in one state, for no verb of staff leads out of either. Lists and counts say of each
which it is, as its own page does.

So with what was said: what its author questions, and what is owed again because a change is denied or did not hold, are
in one state too, and `Contribution.stands` says which."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When

from ..models import Change, Contribution, Verdict, VerdictKind
from ..models import contributions as said
from ..models.changes import CHALLENGED, LAPSED

EVER_DENIED = Exists(Verdict.objects.filter(change=OuterRef("pk"), kind=VerdictKind.CHALLENGED))


def with_denied(rows: QuerySet[Change]) -> QuerySet[Change]:
    """Each with whether somebody who said it ever said that it is not so: asked with the rows."""
    return rows.annotate(denied=EVER_DENIED)


def standing_so(rows: QuerySet[Change], stands: str) -> QuerySet[Change]:
    """By state first, so that an index is used; few are in the one that is two."""
    if stands == LAPSED:
        return rows.filter(Q(state=LAPSED) | ~EVER_DENIED, state__in=[LAPSED, CHALLENGED])
    return rows.filter(EVER_DENIED, state=CHALLENGED) if stands == CHALLENGED else rows.filter(state=stands)


def with_standing(rows: QuerySet[Change]) -> QuerySet[Any]:
    """Each with `standing`, for counting by it."""
    held_not = When(Q(state=CHALLENGED) & ~Q(EVER_DENIED), then=Value(LAPSED))
    return rows.annotate(standing=Case(held_not, default=F("state"), output_field=CharField()))


def said_standing_so(rows: QuerySet[Contribution], stands: str) -> QuerySet[Contribution]:
    if stands in (said.CHALLENGED, said.NOT_HELD):
        return rows.filter(state=said.CHALLENGED, disputed=stands == said.CHALLENGED)
    return rows.filter(state=stands)
