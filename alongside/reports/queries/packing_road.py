"""The road in a board pack: two years up to the end, of what everybody who belongs here may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncQuarter

from alongside.candour.queries import gaps
from alongside.core.dates import add_months
from alongside.journey.models import REACHED, SAID, STOPPED, STUCK, AimStatus, Audience, Entry, Side

from ..road_values import Stretch
from .scope import Scope

MONTHS = 24
NAMED = (REACHED, STUCK, STOPPED)  # all else that becomes of an aim is “begun, or taken up again”


def stretches_of(scope: Scope) -> Iterator[Stretch]:
    first = gaps.begins(add_months(scope.end.replace(day=1), 3 - MONTHS))
    written, turned = _written(scope, first), _turned(scope, first)
    accounts = gaps.gaps_between(scope.organisation.pk, None, first, scope.end)
    at = first
    while at <= scope.end:
        yield Stretch(at, *written.get(at, (0, 0, 0)), turned.get(at, {}), accounts.get(at))
        at = add_months(at, 3)


def _written(scope: Scope, first: date) -> dict[date, tuple[int, int, int]]:
    """Bumps, what people wrote, what staff wrote."""
    rows = Entry.objects.filter(organisation=scope.organisation.pk, taken_back_on__isnull=True)
    rows = rows.filter(audience__in=[Audience.MEMBERS, Audience.PUBLIC], on__range=(first, scope.end))
    counted = rows.annotate(begins=TruncQuarter("on")).order_by().values_list("begins")
    sides = {name: Count("pk", filter=Q(side=side)) for name, side in (("n", Side.PEOPLE), ("m", Side.STAFF))}
    found = counted.annotate(bumps=Count("pk", filter=Q(has_bump=True)), **sides)
    return {begins: (bumps, people, staff) for begins, bumps, people, staff in found}


def _turned(scope: Scope, first: date) -> dict[date, dict[str, int]]:
    rows = AimStatus.objects.filter(aim__organisation=scope.organisation.pk, effective_on__range=(first, scope.end))
    found: dict[date, dict[str, int]] = {}
    for on, state in rows.exclude(state=SAID).values_list("effective_on", "state"):
        name = state if state in NAMED else "open"
        at = found.setdefault(gaps.begins(on), {})
        at[name] = at.get(name, 0) + 1
    return found
