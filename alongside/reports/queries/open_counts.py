"""What the open data counts, by level and month, each measure in one question. A unit counts where it stood at the end
of the year, in all of the year, so that what is published adds up.

When a year is closed this is written down with everything else of it, so that its account says the same for good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncMonth

from alongside.decisions.models import DROPPED, Decision
from alongside.decisions.queries.lists import BEGUN
from alongside.involvement.models import Arrangement, Attendance, Place
from alongside.involvement.models.meetings import MET, NOT_MET
from alongside.involvement.models.places import ACCEPTED, DECLINED
from alongside.involvement.queries.sign_lines import HELD
from alongside.organisation import queries as organisations
from alongside.organisation.models import Level
from alongside.voice import small_numbers
from alongside.voice.models import AnswerKind, Change, Contribution
from alongside.voice.queries import with_standing

from .. import open_measures as measures
from ..map_values import Line
from ..open_values import Counted, OpenCounts
from .scope import Scope

ANSWERS = {kind: str(kind) for kind in (AnswerKind.ADOPTED, AnswerKind.ADAPTED, AnswerKind.NOT_ADOPTED)}
PLACES = {ACCEPTED: "accepted", DECLINED: "declined"}
NEEDS = {MET: "met", NOT_MET: "not_met"}
TAKEN = {"with": measures.WITH, "without": measures.WITHOUT, "excepted": measures.EXCEPTED, "": measures.NOT_YET}
ELSEWHERE = "other"
MEETING = "meeting__opportunity__decision__"


def count_open(scope: Scope, counted_at: str = "") -> OpenCounts:
    level_of = {unit.pk: unit.level for unit in scope.tree.units}
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    for measure, rows in _questions(scope):
        for unit, kind, what, month, number in rows:
            counts[measure, level_of.get(unit, ELSEWHERE), kind, what, f"{month:%Y-%m}"] += number
    for key in [key for key in counts if _of_one_person(*key)]:
        del counts[key]
    there = {unit.level for unit in scope.tree.units} | {level for _measure, level, *_rest in counts}
    names = {level.value: str(level.label) for level in Level} | {ELSEWHERE: ELSEWHERE}
    kinds = {kind for measure, _level, kind, *_rest in counts if measure == measures.DECISIONS}
    return OpenCounts(
        period=scope.period.slug,
        period_name=scope.period.name,
        first=scope.period.first.isoformat(),
        last=scope.period.last.isoformat(),
        starts_month=scope.period.starts_month,
        counted_on=scope.today.isoformat(),
        step=small_numbers.step_of(scope.settings.outside_threshold),
        levels=tuple(Line(level, name) for level, name in names.items() if level in there),
        kinds=tuple(
            Line(kind.slug, kind.name, reserved)
            for kind, reserved in organisations.kinds_marked(scope.organisation.pk, scope.end)
            if kind.in_use or kind.slug in kinds
        ),
        counts=tuple(Counted(*key, number) for key, number in sorted(counts.items())),
        people=_people(scope),
    )


def _of_one_person(measure: str, level: str, *_rest: str) -> bool:
    """What is decided about the support of one person leads to that person, however it is counted."""
    return measure == measures.DECISIONS and level == Level.ONE_TO_ONE


Asked = Iterable[tuple[int, str, str, date, int]]  # unit, kind, what, month, how many


def _questions(scope: Scope) -> Iterable[tuple[str, Asked]]:
    days, end = scope.days, (scope.period.first, scope.end)
    decisions = Decision.objects.filter(scope.here(), day__range=days).exclude(state=DROPPED)
    yield measures.DECISIONS, _decided(decisions)
    said = Contribution.objects.filter(scope.here(), received_on__range=end, withdrawn_on__isnull=True)
    yield measures.SAID, _counted(said, "received_on")
    answered = Contribution.objects.filter(scope.here(), answered_on__range=end, answer_days__isnull=False)
    answered = answered.filter(withdrawn_on__isnull=True)
    yield measures.ANSWERS, _counted(answered, "answered_on", "unit", "answer_kind", ANSWERS)
    places = Place.objects.filter(scope.within("opportunity__decision__"), offered_on__range=end)
    yield measures.PLACES, _counted(places, "offered_on", "opportunity__decision__unit", "state", PLACES)
    needs = Arrangement.objects.filter(HELD, scope.within(MEETING, "meeting__"), meeting__held_on__range=end)
    needs = needs.filter(state__in=list(NEEDS))
    yield measures.NEEDS, _counted(needs, "meeting__held_on", f"{MEETING}unit", "state", NEEDS)
    changes = Change.objects.filter(scope.here(), since__range=end)
    yield measures.CHANGES, _counted(with_standing(changes), "since", "unit", "standing", {})
    begun = Decision.objects.filter(scope.here(), BEGUN, opened_on__range=end).exclude(state=DROPPED)
    yield measures.BEGUN, _counted(begun, "opened_on")


def _decided(rows: QuerySet[Any]) -> Asked:
    found = rows.order_by().annotate(month=TruncMonth("day")).values_list("unit", "kind__slug", "taken", "month")
    return ((unit, kind, TAKEN[taken], month, n) for unit, kind, taken, month, n in found.annotate(n=Count("pk")))


def _counted(
    rows: QuerySet[Any], day: str, unit: str = "unit", what: str = "", names: dict[Any, str] | None = None
) -> Asked:
    """`what`: the column that says what became of it; `names`: those that have a name of their own, and the rest is
    other. An empty dictionary: as it stands there."""
    asked = rows.order_by().annotate(month=TruncMonth(day), of=F(what or unit)).values_list(unit, "of", "month")
    for where, value, month, number in asked.annotate(n=Count("pk")):
        named = "" if names is None else names.get(value, "other") if names else str(value)
        yield where, "", named, month, number


def _people(scope: Scope) -> int:
    rows = Attendance.objects.filter(HELD, scope.within(MEETING, "meeting__"), came=True)
    rows = rows.filter(meeting__held_on__range=(scope.period.first, scope.end))
    return int(rows.aggregate(n=Count("place__person", distinct=True))["n"])
