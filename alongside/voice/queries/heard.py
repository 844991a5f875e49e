"""The public page: what was done beside what was not, how long it took, and what is kept back. For anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.cache import cache
from django.db.models import Count, QuerySet, Subquery
from django.utils import timezone

from alongside.core.errors import NotYours
from alongside.organisation.models import Organisation
from alongside.organisation.queries import Clock

from .. import small_numbers
from ..models import AnswerKind, Change, ChangeSource, Contribution, Showing
from ..models.answers import STILL_OWED
from ..models.contributions import UNSEEN
from ..models.showing import WAITING
from ..small_numbers import About
from .figures import KEPT_SECONDS, MANY, CappedCount, median_of
from .moderation import KeptBack, kept_back
from .public import public_heard
from .standing import with_standing

DONE = (AnswerKind.ADOPTED, AnswerKind.ADAPTED)
NOT_DONE = tuple(kind for kind in AnswerKind if kind not in (*DONE, *STILL_OWED))
MOST_BESIDE = 4
LATEST = 40  # of all that is public: among them are the newest of both sides, unless one is rare
MOST_COUNTED = 1000


@dataclass(frozen=True)
class Year:
    """Twelve months that are over. `None`: too few to say."""

    first: date
    last: date
    answered: About
    by_kind: Mapping[str, About] | None
    changes: Mapping[str, About] | None
    changed: About  # of those answered: something is different because of them
    median: float | None
    worst: int | None


@dataclass(frozen=True)
class Account:
    """What stands on the public page beside the words."""

    year: Year
    waits_since: date | None  # the month in which the one who has waited longest began to wait
    disputed: About  # answers that were questioned and not answered again
    not_looked: About  # allowed by their authors, who have not seen how it looks
    undecided: int
    kept: KeptBack


def account(organisation: Organisation, clock: Clock) -> Account:
    threshold, today = clock.settings.outside_threshold, clock.today()
    disputed, unseen, undecided, oldest = _now(organisation)
    return Account(
        year=_year(organisation.pk, today, threshold),
        waits_since=oldest.replace(day=1) if oldest else None,
        disputed=small_numbers.about(disputed, threshold),
        not_looked=small_numbers.about(unseen, threshold),
        undecided=undecided,
        kept=kept_back(organisation.pk),
    )


def _now(organisation: Organisation) -> tuple[int, int, int, date | None]:
    """Three counts, each up to a limit, and who has waited longest, in one question."""
    here = Contribution.objects.filter(organisation=organisation)
    counts = {
        "disputed": CappedCount(here.filter(disputed=True), MOST_COUNTED),
        "unseen": CappedCount(here.filter(UNSEEN), MOST_COUNTED),
        "undecided": CappedCount(Showing.objects.filter(organisation=organisation, state=WAITING), MOST_COUNTED),
        "oldest": Subquery(here.filter(owed=True).order_by("received_on", "id").values("received_on")[:1]),
    }
    found: tuple[int, int, int, date | None] = (
        Organisation.objects.filter(pk=organisation.pk).annotate(**counts).values_list(*counts)[0]
    )
    return found


def _year(organisation_id: int, today: date, threshold: int) -> Year:
    """Of months that are over, so it is counted again only now and then where there is much to count."""
    key = f"heard-year:{organisation_id}:{today:%Y%m}:{threshold}"
    kept: Year | None = cache.get(key)
    if kept is None:
        kept = _count_year(organisation_id, today, threshold)
        if kept.answered.least >= MANY:
            cache.set(key, kept, KEPT_SECONDS)
    return replace(kept)


def _count_year(organisation_id: int, today: date, threshold: int) -> Year:
    first, last = small_numbers.twelve_months(today)
    rows = Contribution.objects.filter(organisation=organisation_id, answered_on__range=(first, last))
    rows = rows.filter(answer_days__isnull=False).order_by()
    days: Counter[int] = Counter()
    kinds: Counter[str] = Counter({str(kind): 0 for kind in (*DONE, *NOT_DONE)})
    for took, kind, number in rows.values_list("answer_days", "answer_kind").annotate(n=Count("pk")):
        days[took] += number
        kinds[kind] += number if kind in kinds else 0  # put off again after it was questioned: not an answer now
    answered = small_numbers.about(kinds.total(), threshold)
    return Year(
        first,
        last,
        answered,
        small_numbers.table(kinds, threshold),
        small_numbers.table(_changes(organisation_id, first, last), threshold),
        small_numbers.about(_changed_something(organisation_id, first, last), threshold),
        None if answered.few else median_of(days),
        None if answered.few else max(days),
    )


def _changed_something(organisation_id: int, first: date, last: date) -> int:
    """From the changes, which are few beside what was said."""
    rows = ChangeSource.objects.filter(contribution__organisation=organisation_id, contribution__restricted=False)
    rows = rows.filter(contribution__answered_on__range=(first, last), contribution__answer_days__isnull=False)
    return rows.values("contribution").distinct().count()


def _changes(organisation_id: int, first: date, last: date) -> dict[str, int]:
    rows = Change.objects.filter(organisation=organisation_id, since__range=(first, last)).order_by()
    found = dict(with_standing(rows).values_list("standing").annotate(n=Count("pk")))
    return {stands: found.get(stands, 0) for stands in ("confirmed", "claimed", "challenged", "lapsed")}


def done_beside_not(organisation: Organisation) -> tuple[list[Contribution], list[Contribution]]:
    """The newest that were done, and the newest that were not, each newest first."""
    rows = public_heard(organisation)
    latest = list(_keys(rows).values_list("pk", "answer_kind")[:LATEST])
    done, not_done = (_newest(rows, latest, kinds) for kinds in (DONE, NOT_DONE))
    found = {row.pk: row for row in rows.filter(pk__in=[*done, *not_done])} if done or not_done else {}
    return [found[pk] for pk in done if pk in found], [found[pk] for pk in not_done if pk in found]


def _newest(rows: QuerySet[Contribution], latest: Sequence[tuple[int, str]], kinds: Sequence[str]) -> list[int]:
    """Both sides are nearly always among the latest. Where one is not, it is looked for kind by kind, each by one walk
    along the index of its kind."""
    near = [pk for pk, kind in latest if kind in kinds][:MOST_BESIDE]
    if len(near) == MOST_BESIDE or len(latest) < LATEST:
        return near
    far = [_keys(rows).filter(answer_kind=kind).values_list("told_on", "pk")[:MOST_BESIDE] for kind in kinds]
    return [pk for _day, pk in sorted((each for kind in far for each in kind), reverse=True)[:MOST_BESIDE]]


def _keys(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    return rows.select_related(None).prefetch_related(None)


def heard_one(organisation: Organisation, code: str) -> Contribution:
    """By the code under which it is shown, which says nothing to those who work with the words."""
    found = public_heard(organisation).filter(showing__code=code).first()
    if found is None:
        raise NotYours
    return found


def told_in(rows: QuerySet[Contribution], year: str) -> QuerySet[Contribution]:
    return rows.filter(told_on__range=(date(int(year), 1, 1), date(int(year), 12, 31))) if year.isdigit() else rows


def years_to_choose() -> list[str]:
    """This year and the four before: always the same, so that it says nothing about what is there."""
    now = timezone.localdate().year
    return [str(now - back) for back in range(5)]


def newest_heard(organisation: Organisation, most: int) -> list[Contribution]:
    """For the feed, which has no words in it."""
    rows = public_heard(organisation).select_related(None).prefetch_related(None).select_related("showing")
    return list(rows.only("answer_kind", "told_on", "public_on", "showing__code")[:most])
