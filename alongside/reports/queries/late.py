"""What is dated in a period that was closed, and was written down after it was counted: in the next close it stands by
itself, with the period from which it is. Whatever its kind, it is late once: in the first close that is counted after
it was written down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery

from alongside.core.periods import Period
from alongside.decisions.models import DECIDED, Decision, DecisionStatus
from alongside.involvement.models import Attendance
from alongside.voice.models import Answer, Change, Contribution
from alongside.voice.models.answers import STILL_OWED

from ..late_values import KINDS, MOST_NAMED, LateLine, LateSheet
from ..models import FROZEN, PeriodClose
from ..models.closes import DECLINED
from .scope import Scope


class Late(NamedTuple):
    kind: str
    on: date
    at: datetime  # when it was written down
    code: str  # of what can be opened: of an answer, what it answers


def newest_frozen(organisation_id: int) -> QuerySet[PeriodClose]:
    """Of every period its last closed version."""
    return newest_of(PeriodClose.objects.filter(organisation=organisation_id))


def newest_of(closes: QuerySet[PeriodClose]) -> QuerySet[PeriodClose]:
    same = PeriodClose.objects.filter(
        organisation=OuterRef("organisation"), kind=OuterRef("kind"), first=OuterRef("first"), state=FROZEN
    )
    return closes.filter(state=FROZEN, version=Subquery(same.order_by("-version").values("version")[:1]))


def declined(closes: QuerySet[PeriodClose]) -> QuerySet[PeriodClose]:
    """Whoever signs for those who take part did not sign them as they were."""
    return closes.filter(state=DECLINED)


def newest_closed(organisation_id: int, period: Period) -> PeriodClose | None:
    return newest_frozen(organisation_id).filter(kind=period.kind, first=period.first, last=period.last).first()


def count_late(scope: Scope, counted_at: str) -> LateSheet:
    """Against the closed periods of the same kind before this one."""
    rows = newest_frozen(scope.organisation.pk).filter(kind=scope.period.kind, last__lt=scope.period.first)
    closed = list(rows.order_by("first"))
    if not closed:
        return LateSheet(scope.period.slug, "", ())
    since = _counted(closed[-1])
    every = _Closes(scope, closed)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for late in _late(scope, closed, since):
        if period := every.of(late):
            found[period.period, late.kind].append(late.code)
    lines = (
        LateLine(period.period, period.name, kind, len(codes), tuple(sorted(set(codes))[:MOST_NAMED]))
        for period in closed
        for kind in KINDS
        if (codes := found.get((period.period, kind)))
    )
    return LateSheet(scope.period.slug, since.isoformat(), tuple(lines))


def _counted(close: PeriodClose) -> datetime:
    assert close.counted_at is not None  # a constraint says so of what is closed
    return close.counted_at


class _Closes:
    """The closed periods before this one, and in which close each thing is late. Months may be closed in another order
    than they come, and opened again: so every version of every period is asked."""

    def __init__(self, scope: Scope, closed: Sequence[PeriodClose]) -> None:
        rows = PeriodClose.objects.filter(organisation=scope.organisation.pk, kind=scope.period.kind, state=FROZEN)
        versions = sorted(rows.values_list("counted_at", "first"))
        self.closed, self.this, self.firsts = closed, scope.period.first, [period.first for period in closed]
        self.later = [[each for each in versions if each[1] > first] for first in self.firsts]

    def of(self, late: Late) -> PeriodClose | None:
        """The closed period in which its day is, where that had been counted when it was written down and no other
        close has counted it since. A new version of this period counts what its old one did."""
        place = bisect_right(self.firsts, late.on) - 1
        if place < 0 or late.on > self.closed[place].last or late.at <= _counted(self.closed[place]):
            return None
        after = bisect_left(self.later[place], (late.at, date.min))
        counted_in = next((first for _at, first in self.later[place][after : after + 1]), self.this)
        return self.closed[place] if counted_in == self.this else None


def _late(scope: Scope, closed: Sequence[PeriodClose], since: datetime) -> Iterator[Late]:
    days, after = (closed[0].first, closed[-1].last), Q(recorded_at__gt=since)
    yield from _decisions(scope, days, since)
    here = scope.organisation.pk
    said = Contribution.objects.filter(after, organisation=here, received_on__range=days)
    yield from _listed("said", said, "received_on")
    answers = Answer.objects.filter(after, contribution__organisation=here, answered_on__range=days)
    answers = answers.filter(contribution__restricted=False).exclude(kind__in=STILL_OWED)
    yield from _listed("answers", answers, "answered_on", "contribution__code")
    changes = Change.objects.filter(after, organisation=here, since__range=days)
    yield from _listed("changes", changes, "since")
    came = Attendance.objects.filter(meeting__organisation=here, meeting__held_on__range=days)
    sessions = came.order_by().values("meeting").annotate(first=Min("recorded_at")).filter(first__gt=since)
    for on, at, code in sessions.values_list("meeting__held_on", "first", "meeting__code").iterator():
        yield Late("sessions", on, at, code)


def _decisions(scope: Scope, days: tuple[date, date], since: datetime) -> Iterator[Late]:
    """By when its outcome was last written down."""
    moves = DecisionStatus.objects.filter(decision=OuterRef("pk"), state=DECIDED).order_by("-id")
    rows = Decision.objects.filter(organisation=scope.organisation.pk, state=DECIDED, day__range=days).order_by()
    rows = rows.annotate(at=Subquery(moves.values("recorded_at")[:1])).filter(at__gt=since)
    for taken, on, at, code in rows.values_list("taken", "decided_on", "at", "code").iterator():
        if on is not None:  # a constraint says so of what is decided
            yield Late(f"decisions_{taken}", on, at, code)


def _listed(kind: str, rows: QuerySet[Any], day: str, code: str = "code") -> Iterator[Late]:
    for on, at, its_code in rows.order_by().values_list(F(day), "recorded_at", code).iterator():
        yield Late(kind, on, at, its_code)
