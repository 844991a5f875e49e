"""The map, counted: every decision of the period in its level and kind, and what is known of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from alongside.candour.models import PulseRound
from alongside.candour.queries.accounts import lived_in
from alongside.core.periods import Period
from alongside.core.small_groups import Spread
from alongside.decisions.models import DROPPED, NO_DAY, Decision, Taken, Trigger
from alongside.decisions.queries.seats_on_a_day import LivedSeat, lived_seats_on
from alongside.involvement.queries.asked_since import asked_since, roles_agreed
from alongside.organisation import queries as organisations
from alongside.organisation.models import Level

from ..map_values import Cell, Line, MapSheet, Presence, Then, band_of
from .scope import Scope

Place = tuple[str, str]  # level and kind
BACK = {"month": 12, "quarter": 8, "year": 5}
FIELD = {Taken.WITH: "with_people", Taken.WITHOUT: "without", Taken.EXCEPTED: "excepted", "": "not_yet"}


class One(NamedTuple):
    pk: int
    unit: int
    kind: str
    taken: str
    decided_on: date | None
    forum: int | None
    trigger: str
    raised: int | None


@dataclass
class Seen:
    """What is gathered of one cell."""

    taken: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    agreed: Counter[int] = field(default_factory=Counter)
    lived: Spread = field(default_factory=lambda: Spread(0))
    bodies: set[int] = field(default_factory=set)
    begun: int = 0


def count_map(scope: Scope, counted_at: str) -> MapSheet:
    """Where a unit stood at the end of the period is where its decisions stand."""
    level_of = {unit.pk: unit.level for unit in scope.tree.units}
    found: dict[Place, Seen] = defaultdict(Seen)
    ones = {row[0]: One(*row) for row in _decisions(scope)}
    places = {one.pk: (level_of.get(one.unit, ""), one.kind) for one in ones.values()}
    asked = asked_since(scope.decided("decision__"))
    for one in ones.values():
        _see(found[places[one.pk]], one, asked.get(one.pk))
    for decision, roles in roles_agreed(scope.decided("place__opportunity__decision__")).items():
        if decision in places:
            found[places[decision]].agreed.update(roles)
    for decision, spread in _lived(scope):
        if decision in places:
            found[places[decision]].lived += spread
    before = _before(scope, level_of)
    seats = lived_seats_on(Q(forum__organisation=scope.organisation.pk), scope.end) if _bodies(found.values()) else []
    kinds = organisations.kinds_marked(scope.organisation.pk, scope.end)
    there = {kind for _level, kind in {*found, *before}}
    return MapSheet(
        period=scope.period.slug,
        period_name=scope.period.name,
        before_name=scope.period.before.name,
        unit=scope.unit.code if scope.unit else "",
        unit_name=scope.unit.name if scope.unit else "",
        counted_on=scope.today.isoformat(),
        counted_at=counted_at,
        levels=_levels(scope, {level for level, _kind in {*found, *before}}),
        kinds=tuple(
            Line(kind.slug, kind.name, reserved)
            for kind, reserved in kinds
            if kind.in_use or kind.slug in there or reserved
        ),
        cells=tuple(
            _cell(place, found[place], before.get(place, Counter()), seats) for place in sorted({*found, *before})
        ),
        times=_times(scope),
        no_day=Decision.objects.filter(scope.here(), day=NO_DAY, opened_on__range=scope.days)
        .exclude(state=DROPPED)
        .count(),
        least=scope.settings.least_people,
    )


def _decisions(scope: Scope) -> Iterable[tuple[int, int, str, str, date | None, int | None, str, int | None]]:
    rows = Decision.objects.filter(scope.decided()).order_by()
    return rows.values_list(
        "pk", "unit_id", "kind__slug", "taken", "decided_on", "forum_id", "trigger", "raised_by_id"
    ).iterator()


def _see(cell: Seen, one: One, asked: date | None) -> None:
    cell.taken[one.taken] += 1
    if one.decided_on and asked:
        cell.asked[band_of((one.decided_on - asked).days)] += 1
    if one.forum:
        cell.bodies.add(one.forum)
    cell.begun += one.raised is not None or one.trigger == Trigger.CONTRIBUTOR_LED


def _lived(scope: Scope) -> Iterable[tuple[int, Spread]]:
    """Over all stages, of rounds that are shown by themselves: what small groups say together belongs to no cell."""
    rows = PulseRound.objects.filter(scope.decided("opportunity__decision__"), box__kind__isnull=True)
    rows = rows.filter(box__summary__isnull=False).order_by("id")
    for decision, summary in rows.values_list("opportunity__decision", "box__summary"):
        for spread in lived_in(summary).values():
            yield decision, spread


def _before(scope: Scope, level_of: dict[int, str]) -> dict[Place, Counter[str]]:
    """The period before, as the tree stands in this one, so that like stands beside like."""
    last = scope.period.before
    rows = Decision.objects.filter(scope.here(), day__range=(last.first, last.last)).exclude(state=DROPPED).order_by()
    found: dict[Place, Counter[str]] = defaultdict(Counter)
    counted = rows.values_list("unit", "kind__slug", "taken").annotate(n=Count("pk"))
    for unit, kind, taken, number in counted:
        found[level_of.get(unit, ""), kind][taken] += number
    return found


def _bodies(cells: Iterable[Seen]) -> bool:
    return any(cell.bodies for cell in cells)


def _levels(scope: Scope, there: set[str]) -> tuple[Line, ...]:
    """From the top: every level on which there is a unit, so that an empty one can be seen."""
    open_units = [unit for unit in scope.tree.units if scope.units is None or unit.pk in scope.units]
    known = {unit.level for unit in open_units if unit.closed_on is None} | there
    return tuple(Line(level.value, str(level.label)) for level in Level if level.value in known)


def presence_of(taken: Counter[str]) -> Presence:
    return Presence(**{name: taken[key] for key, name in FIELD.items()})


def _cell(place: Place, seen: Seen, before: Counter[str], seats: Iterable[LivedSeat]) -> Cell:
    mine = [seat for seat in seats if seat.body in seen.bodies]
    held = [seat for seat in mine if seat.held]
    return Cell(
        level=place[0],
        kind=place[1],
        presence=presence_of(seen.taken),
        before=presence_of(before),
        asked=dict(seen.asked),
        agreed=dict(sorted(seen.agreed.items())),
        lived=dict(sorted(seen.lived.counts.items())),
        unsaid=seen.lived.unsaid,
        seats=len(mine),
        held=len(held),
        votes=sum(seat.votes for seat in held),
        chairs=sum(seat.chairs for seat in held),
        begun=seen.begun,
    )


def _times(scope: Scope) -> tuple[Then, ...]:
    """The periods up to this one, in one question."""
    periods = list(scope.period.back(BACK[scope.period.kind]))
    rows = Decision.objects.filter(scope.here(), day__range=(periods[0].first, periods[-1].last))
    rows = rows.exclude(state=DROPPED)
    counts = {
        f"{name}_{number}": Count("pk", filter=_in(period) & Q(taken=taken))
        for number, period in enumerate(periods)
        for taken, name in FIELD.items()
    }
    found = rows.aggregate(**counts)
    return tuple(
        Then(period.slug, period.name, Presence(**{name: found[f"{name}_{number}"] for name in FIELD.values()}))
        for number, period in enumerate(periods)
    )


def _in(period: Period) -> Q:
    return Q(day__gte=period.first, day__lte=period.last)
