"""How long people wait. Counted from the rows, capped where a page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import Count, IntegerField, Min, OuterRef, QuerySet, Subquery

from alongside.core.actor import Actor
from alongside.core.dates import AGE_BANDS
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..models import Challenge, ChallengeKind, Contribution, Passing
from ..models.contributions import CHALLENGED, CONTRIBUTION_STATES, NOT_HELD
from .ledger import ledger_units, received_between
from .standing import said_standing_so

MOST_COUNTED = 250  # of one unit and one age band; a page says "250 or more"
YEAR = timedelta(days=365)
KEPT_SECONDS = 15 * 60
MANY = 1000  # from so many answers on, one more changes no figure by much, and counting costs something


class CappedCount(Subquery):
    """How many rows, up to a limit: costs the same however many there are."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) capped)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any], most: int) -> None:
        super().__init__(rows.order_by().values("pk")[:most])


@dataclass(frozen=True)
class UnitAges:
    """How many wait in one unit, by age band of core/dates.py. `MOST_COUNTED` means that many or more."""

    unit: Unit
    counts: Mapping[str, int]

    @property
    def all(self) -> int:
        return sum(self.counts.values())

    @property
    def capped(self) -> bool:
        return any(count >= MOST_COUNTED for count in self.counts.values())


def owed_by_age(actor: Actor, today: date) -> list[UnitAges]:
    """What each unit that the actor sees owes, in tree order; units that owe nothing are left out."""
    return ages_in(with_ages(ledger_units(actor), today))


def with_ages(units: QuerySet[Unit], today: date) -> QuerySet[Unit]:
    bands = {f"band{n}": CappedCount(_waiting(today, band), MOST_COUNTED) for n, band in enumerate(AGE_BANDS)}
    return units.annotate(**bands)


def ages_in(rows: Iterable[Unit]) -> list[UnitAges]:
    found = [UnitAges(unit, {band: getattr(unit, f"band{n}") for n, band in enumerate(AGE_BANDS)}) for unit in rows]
    return [each for each in found if each.all]


def _waiting(today: date, band: str) -> QuerySet[Contribution]:
    """Of one unit, which belongs to one organisation: said once more, it would lead past the index of what is owed."""
    rows = Contribution.objects.filter(unit=OuterRef("pk"), owed=True)
    return received_between(rows, today, band)


@dataclass(frozen=True)
class AnswerTimes:
    """Working days from received to the first answer that was not a deferral, over twelve months."""

    answered: int
    median: float | None
    worst: int | None
    oldest_waiting: date | None  # the day on which the one that waits longest reached us


def answer_times(organisation_id: int, today: date) -> AnswerTimes:
    """The median, and never without the worst and the one that still waits. Where there are many answers they are
    counted every quarter of an hour; who waits is always asked afresh, for the page says "now".
    """
    key = f"answer-times:{organisation_id}:{today:%Y%m%d}"
    kept: AnswerTimes | None = cache.get(key)
    if kept is not None:
        return replace(kept, oldest_waiting=_oldest_waiting(organisation_id))
    found = count_answer_times(organisation_id, today)
    if found.answered >= MANY:
        cache.set(key, found, KEPT_SECONDS)
    return found


def count_answer_times(organisation_id: int, today: date) -> AnswerTimes:
    mine = Contribution.objects.filter(organisation=organisation_id)
    rows = mine.filter(answered_on__gt=today - YEAR, answered_on__lte=today, answer_days__isnull=False)
    by_days = dict(rows.order_by().values_list("answer_days").annotate(n=Count("pk")))
    waiting = _oldest_waiting(organisation_id)
    return AnswerTimes(sum(by_days.values()), median_of(by_days), max(by_days, default=None), waiting)


def _oldest_waiting(organisation_id: int) -> date | None:
    rows = Contribution.objects.filter(organisation=organisation_id, owed=True)
    first: date | None = rows.aggregate(first=Min("received_on"))["first"]
    return first


def median_of(counts: Mapping[int, int]) -> float | None:
    """The middle one, or halfway between the two in the middle, of `{value: how often}`."""
    total = sum(counts.values())
    if not total:
        return None
    low, high = (_nth(counts, (total - 1) // 2), _nth(counts, total // 2))
    return (low + high) / 2


def _nth(counts: Mapping[int, int], n: int) -> int:
    """Counted from 0, smallest first."""
    for value in sorted(counts):
        n -= counts[value]
        if n < 0:
            return value
    raise IndexError(n)


def figures(organisation: Organisation) -> dict[str, Any]:
    """For the command line and the period close: everything, exact."""
    today = organisations.clock_of(organisation).today()
    rows = Contribution.objects.filter(organisation=organisation)
    by_state = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    open_rows = rows.filter(owed=True)
    times = count_answer_times(organisation.pk, today)
    return {
        "all": sum(by_state.values()),
        "by_state": {**{state: by_state.get(state, 0) for state in CONTRIBUTION_STATES}, **challenged(rows)},
        "owed_by_age_weeks": {band: received_between(open_rows, today, band).count() for band in AGE_BANDS},
        **_marks(organisation),
        "passed_on_and_waited_for": Passing.objects.filter(
            organisation=organisation, ended_on__isnull=True, contribution__restricted=False
        ).count(),
        "risen_to_the_board": rows.filter(owed=True, board_since__isnull=False).count(),
        "answered_in_a_year": times.answered,
        "median_working_days": times.median,
        "worst_working_days": times.worst,
        "oldest_waiting_since": times.oldest_waiting.isoformat() if times.oldest_waiting else None,
    }


def challenged(rows: QuerySet[Contribution]) -> dict[str, int]:
    """What its author questions, and what is owed again because a change is denied or did not hold: one state, two
    numbers."""
    return {stands: said_standing_so(rows, stands).count() for stands in (CHALLENGED, NOT_HELD)}


def _marks(organisation: Organisation) -> dict[str, Any]:
    """The last word of those who were answered. A count of each, and never a score."""
    rows = Contribution.objects.filter(organisation=organisation)
    newest = Challenge.objects.filter(contribution=OuterRef("pk")).order_by("-id").values("kind")[:1]
    disputed = rows.filter(disputed=True).annotate(mark=Subquery(newest)).order_by()
    by_kind = dict(disputed.values_list("mark").annotate(n=Count("pk")))
    return {
        "answers_the_one_who_asked": rows.filter(answers_me_on__isnull=False).count(),
        "marks_not_answered": {kind: by_kind.get(kind, 0) for kind in ChallengeKind.values},
    }


def ages_of(rows: Iterable[UnitAges]) -> dict[str, int]:
    """All units together, by band."""
    listed = list(rows)
    return {band: sum(each.counts[band] for each in listed) for band in AGE_BANDS}
