"""What was counted is kept for a while (docs/decisions/0030): while nothing happens in the organisation it stays right,
and where much happens it is counted again after a quarter of an hour. The page says when it was counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import get_language

from alongside.audit.models import Head
from alongside.core import parts
from alongside.core.periods import Period
from alongside.organisation.models import Organisation

from ..models import FROZEN, PeriodClose
from .scope import Scope


class Closed(NamedTuple):
    """What is closed of the days that are shown."""

    period: str
    version: int
    frozen_at: datetime


class Weighed(Protocol):
    @property
    def weight(self) -> float:
        """How many things were counted."""


Value = TypeVar("Value", bound=Weighed)
KEPT_SECONDS = 15 * 60
MANY = 5_000  # where so many things were counted they are kept although something happened


def counted(scopes: Sequence[Scope], name: str, count: Callable[[Scope, str], Value]) -> list[Value]:
    """Of several periods of one organisation: what is kept of them is one question."""
    return counted_and_closed(scopes, name, count)[0]


def counted_and_closed(
    scopes: Sequence[Scope], name: str, count: Callable[[Scope, str], Value]
) -> tuple[list[Value], Closed | None]:
    """With the newest closed version of the first period: asked for together with the head."""
    organisation = scopes[0].organisation
    head, closed = _head_and_closed(organisation, scopes[0].period)
    keys = [f"reports:{name}:{get_language()}:{scope.key}" for scope in scopes]
    kept: dict[str, tuple[str, bool, Value]] = cache.get_many(keys)
    found = {key: value for key, (then, large, value) in kept.items() if large or (head and then == head)}
    fresh = {}
    for key, scope in zip(keys, scopes, strict=True):
        if key not in found:
            found[key] = value = count(scope, moment(organisation, timezone.now()))
            fresh[key] = (head, value.weight >= MANY, value)
    if fresh:
        cache.set_many(fresh, KEPT_SECONDS)
    return [found[key] for key in keys], closed


def _head_and_closed(organisation: Organisation, period: Period) -> tuple[str, Closed | None]:
    rows = PeriodClose.objects.filter(organisation=organisation, kind=period.kind, first=period.first, state=FROZEN)
    newest = rows.filter(last=period.last).order_by("-version")
    asked = {name: Subquery(newest.values(name)[:1]) for name in ("period", "version", "frozen_at")}
    found = Head.objects.filter(chain=organisation.pk).annotate(**asked).values_list("hash", *asked).first()
    if found is None:
        return "", None
    head, *closed = found
    return head, Closed(*closed) if closed[0] else None


def moment(organisation: Organisation, now: datetime) -> str:
    """The time of day by the organisation's clocks."""
    return parts.clock(now.astimezone(ZoneInfo(organisation.time_zone)).time())
