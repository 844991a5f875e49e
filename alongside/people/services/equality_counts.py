"""How those who took part in a quarter or a year were made up: counted once, when it has been over for four weeks, and
never again. Two looks at one count that grows would show what came between (make_up.py, docs/decisions/0032)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db import transaction
from django.db.models import Max

from alongside.audit.services import record
from alongside.core import periods
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation import years
from alongside.organisation.models import Organisation

from .. import make_up, queries
from ..events import PeopleEvent
from ..models import EqualityAnswer, EqualityCount, EqualityQuestion

WAITS = timedelta(days=28)  # for whoever answers a little later
MOST_BACK = {periods.YEAR: 2, periods.QUARTER: 8}  # where nobody ran it for a long while
TookPart = Callable[[date, date], Collection[int]]


@dataclass
class Counting:
    """One period of an organisation, and who took part then."""

    organisation: Organisation
    period: periods.Period
    number: int
    least: int
    took_part: TookPart

    @cached_property
    def people(self) -> Collection[int]:
        return self.took_part(self.period.first, self.period.last)

    @cached_property
    def earlier(self) -> list[tuple[EqualityCount, Collection[int]]]:
        rows = EqualityCount.objects.filter(organisation=self.organisation).order_by("number")
        return [(row, self.took_part(row.first, row.last)) for row in rows]


def run_make_up(*, organisation: Organisation, took_part: TookPart, today: date, by: Actor) -> int:
    """Years and quarters that are over for long enough and were not counted yet, the oldest first. Years go before
    quarters: of two that are too alike a year says more. While the year is to begin in another month they wait."""
    if years.moves_on(organisation.pk, today) is not None:
        return 0
    starts = organisations.settings_of(organisation.pk, today).year_starts_month
    done = 0
    for kind in MOST_BACK:
        newest = periods.of_day(kind, today - WAITS, starts).before
        for period in _to_count(organisation.pk, newest):
            done += count_make_up(organisation=organisation, period=period, took_part=took_part, by=by) is not None
    return done


def _to_count(organisation_id: int, newest: periods.Period) -> list[periods.Period]:
    """The newest; and those before it in which something was asked, and whose days are in no other count."""
    since = queries.asked_since(organisation_id)
    if since is None:
        return []
    there = queries.days_counted(organisation_id, newest.kind)
    earlier = [each for each in newest.back(MOST_BACK[newest.kind]) if each != newest and since <= each.last]
    found = [each for each in earlier if not any(first <= each.last and each.first <= last for first, last in there)]
    return found if (newest.first, newest.last) in there else [*found, newest]


@transaction.atomic
def count_make_up(
    *, organisation: Organisation, period: periods.Period, took_part: TookPart, by: Actor
) -> EqualityCount | None:
    """None where somebody else has counted it meanwhile."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    rows = EqualityCount.objects.filter(organisation=organisation)
    if rows.filter(first=period.first, last=period.last).exists():
        return None
    clock = organisations.clock_of(organisation)
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    counting = Counting(organisation, period, number, make_up.least_of(clock.settings.outside_threshold), took_part)
    asked = _locked_questions(organisation.pk)
    answers: dict[str, int] = {}
    counted = [_one(counting, each, answers).as_plain() for each in asked]
    made = EqualityCount.objects.create(
        organisation=organisation,
        number=number,
        period=period.slug,
        first=period.first,
        last=period.last,
        counted_on=clock.today(),
        least=counting.least,
        result={"took_part": make_up.about(len(counting.people), counting.least), "questions": counted},
        answers=answers,
    )
    facts = {"period": period.slug, "number": number, "least": counting.least, "shown": len(answers)}
    record(PeopleEvent.MAKE_UP_COUNTED, by=by, target=organisation, facts=facts)
    return made


def _locked_questions(organisation_id: int) -> list[queries.Asked]:
    """Whoever answers now waits: an answer that is written anew beside others while they are counted would forget that
    it was, and two counts would seem less alike than they are."""
    list(EqualityQuestion.objects.filter(organisation=organisation_id).select_for_update(no_key=True).order_by("pk"))
    return queries.equality_questions(organisation_id, in_use=False)


def _one(counting: Counting, asked: queries.Asked, answers: dict[str, int]) -> make_up.Counted:
    question, period, least = asked.question, counting.period, counting.least
    found = queries.answers_among(question, counting.people, period.first, period.last)
    counts = dict.fromkeys(asked.wording.choices, 0)
    for kept in found.values():
        counts[kept.choice] = counts.get(kept.choice, 0) + 1
    groups = make_up.groups_of(counts, least)
    if not groups:
        return make_up.Counted(question.code, asked.wording.text)
    alike = make_up.too_alike(_differences(counting, question, found), least)
    if alike:
        return make_up.Counted(question.code, asked.wording.text, why=make_up.ALIKE, alike=alike)
    answers[question.code] = len(found)
    keys = [key for key, kept in found.items() if kept.counted_in is None]
    _mark(question, keys, counting.number)
    return make_up.shown(question.code, asked.wording.text, groups, len(counting.people), least)


def _differences(
    counting: Counting, question: EqualityQuestion, found: dict[str, queries.Kept]
) -> list[tuple[str, int]]:
    """From each earlier count in which this question was shown. An answer that stands since then, unchanged, of
    somebody who is in both, is the same; whatever was changed, taken back or forgotten since is not."""
    listed = []
    for row, people in counting.earlier:
        then = row.answers.get(question.code)
        if then is None:
            continue
        there = queries.answers_among(question, people, row.first, row.last)
        same = sum(
            1 for key in found if key in there and (since := there[key].counted_in) is not None and since <= row.number
        )
        listed.append((row.period, make_up.differ(then, len(found), same)))
    return listed


def _mark(question: EqualityQuestion, keys: list[str], number: int) -> None:
    """Which count an answer first stood in: nothing finer than the quarter."""
    for start in range(0, len(keys), queries.TOGETHER):
        some = keys[start : start + queries.TOGETHER]
        EqualityAnswer.objects.filter(question=question, key__in=some).update(counted_in=number)
