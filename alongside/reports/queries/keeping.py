"""What was counted is kept for a while (docs/decisions/0030): while nothing happens in the organisation it stays right,
and where much happens it is counted again after a quarter of an hour, before somebody asks where that is scheduled
(docs/decisions/0042). The page says when it was counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol, TypeVar
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import get_language, override

from alongside.audit.models import Head
from alongside.core import parts
from alongside.core.periods import Period
from alongside.organisation.models import Organisation, Settings

from ..models import FROZEN, PeriodClose
from .looked_at import at_hand, lately, note, register_of
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
Kept = tuple[str, bool, Any]  # under which head, whether it stays although something happens, and what was counted
KEPT_SECONDS = 15 * 60
MANY = 5_000  # where so many things were counted they are kept although something happened
LARGE = 200_000  # of an organisation with so many events everything is: to find a few among many takes as long


class LogThen(NamedTuple):
    """How far the event log had come when something was counted."""

    hash: str = ""
    seq: int = 0

    def is_large(self, value: Weighed) -> bool:
        return self.seq >= LARGE or value.weight >= MANY

    def kept(self, value: Weighed) -> Kept:
        return self.hash, self.is_large(value), value


def counted(scopes: Sequence[Scope], name: str, count: Callable[[Scope, str], Value]) -> list[Value]:
    """Of several periods of one organisation: what is kept of them is one question."""
    return counted_and_closed(scopes, name, count)[0]


def counted_and_closed(
    scopes: Sequence[Scope], name: str, count: Callable[[Scope, str], Value]
) -> tuple[list[Value], Closed | None]:
    """With the newest closed version of the first period: asked for together with the head."""
    organisation = scopes[0].organisation
    head, closed = _head_and_closed(organisation, scopes[0].period)
    keys, register = [_key(name, scope) for scope in scopes], register_of(organisation)
    kept: dict[str, Any] = cache.get_many([*keys, register])
    looked_at = kept.pop(register, None)
    found = {key: value for key, (then, large, value) in kept.items() if large or (head.hash and then == head.hash)}
    fresh = {}
    for key, scope in zip(keys, scopes, strict=True):
        if key not in found:
            found[key] = value = count(scope, moment(organisation, timezone.now()))
            fresh[key] = head.kept(value)
    if fresh:
        cache.set_many(fresh, KEPT_SECONDS)
    large = [scope for key, scope in zip(keys, scopes, strict=True) if head.is_large(found[key])]
    note(organisation, looked_at, name, large)
    return [found[key] for key in keys], closed


def count_ahead(
    organisation: Organisation, settings: Settings, today: date, counts: Mapping[str, Callable[[Scope, str], Any]]
) -> int:
    """What was looked at lately and is large is counted before its quarter of an hour is over, and of a large
    organisation what is at hand; how many that were. Where nothing happened since, what is kept is right and is only
    kept longer."""
    head = LogThen(*(Head.objects.filter(chain=organisation.pk).values_list("hash", "seq").first() or ()))
    looked = {one.plain: one for one in lately(organisation, today)}
    near = {one.plain: one for one in at_hand(settings, today)} if head.seq >= LARGE else {}
    counted_now = 0
    for one in (looked | near).values():
        scope = one.scope(organisation, settings, today)
        with override(one.language):
            key = _key(one.name, scope)
            kept = cache.get(key)
            if kept is None or kept[0] != head.hash:
                value = counts[one.name](scope, moment(organisation, timezone.now()))
                kept, counted_now = head.kept(value), counted_now + 1
            cache.set(key, kept, KEPT_SECONDS)
    return counted_now


def _key(name: str, scope: Scope) -> str:
    return f"reports:{name}:{get_language()}:{scope.key}"


def _head_and_closed(organisation: Organisation, period: Period) -> tuple[LogThen, Closed | None]:
    rows = PeriodClose.objects.filter(organisation=organisation, kind=period.kind, first=period.first, state=FROZEN)
    newest = rows.filter(last=period.last).order_by("-version")
    asked = {name: Subquery(newest.values(name)[:1]) for name in ("period", "version", "frozen_at")}
    found = Head.objects.filter(chain=organisation.pk).annotate(**asked).values_list("hash", "seq", *asked).first()
    if found is None:
        return LogThen(), None
    head, seq, *closed = found
    return LogThen(head, seq), Closed(*closed) if closed[0] else None


def moment(organisation: Organisation, now: datetime) -> str:
    """The time of day by the organisation's clocks."""
    return parts.clock(now.astimezone(ZoneInfo(organisation.time_zone)).time())
