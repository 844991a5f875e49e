"""How it stood on a day: what waited, what was disputed, what had been denied. Read back where that day is past, for
figures and for the lists behind them."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import Answer, Challenge, Change, Contribution, Verdict, VerdictKind
from ..models.answers import STILL_OWED
from ..models.contributions import WITHDRAWN
from .ledger import received_between


def unanswered_on(day: date) -> tuple[Q, Q, Q]:
    """Had no answer at the end of that day: has none today; had its first one later; was taken back later without one.
    Apart, for each has an index of its own, and nothing is in two of them."""
    unanswered = Q(answered_on__isnull=True)
    back = Q(state=WITHDRAWN, withdrawn_on__gt=day) & unanswered
    return Q(owed=True) & unanswered, Q(answered_on__gt=day), back


def waited_on(rows: QuerySet[Contribution], day: date, band: str) -> QuerySet[Contribution]:
    """Had no answer at the end of that day, and had waited so long."""
    return received_between(rows.filter(reduce(or_, unanswered_on(day)), received_on__lte=day), day, band)


def marks_open_on(day: date) -> QuerySet[Challenge]:
    """What authors had said against an answer by the end of that day and had no new answer to. Of what was taken back
    by then, and of what is before the safeguarding lead, nothing."""
    later = Answer.objects.filter(contribution=OuterRef("contribution"), recorded_at__gt=OuterRef("recorded_at"))
    later = later.filter(answered_on__lte=day).exclude(kind__in=STILL_OWED)
    there = Q(contribution__withdrawn_on__isnull=True) | Q(contribution__withdrawn_on__gt=day)
    return Challenge.objects.filter(there, ~Exists(later), made_on__lte=day, contribution__restricted=False)


def disputed_on(rows: QuerySet[Contribution], day: date) -> QuerySet[Contribution]:
    return rows.filter(pk__in=marks_open_on(day).values("contribution"))


def denials_by(day: date) -> QuerySet[Verdict]:
    """A denial stays one, whatever was found since."""
    return Verdict.objects.filter(kind=VerdictKind.CHALLENGED, given_on__lte=day, contribution__restricted=False)


def denied_by(rows: QuerySet[Change], day: date) -> QuerySet[Change]:
    """By somebody who said it. What they said on a later day, whether it held, is something else."""
    return rows.filter(Exists(denials_by(day).filter(change=OuterRef("pk"))))
