"""What was counted is kept for a while (docs/decisions/0030): while nothing happens in the organisation it stays right,
and where much happens it is counted again after a quarter of an hour. The page says when it was counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from alongside.audit import queries as audit
from alongside.core import parts
from alongside.organisation.models import Organisation

from .scope import Scope


class Weighed(Protocol):
    @property
    def weight(self) -> float:
        """How many things were counted."""


Value = TypeVar("Value", bound=Weighed)
KEPT_SECONDS = 15 * 60
MANY = 5_000  # where so many things were counted they are kept although something happened


def counted(scope: Scope, name: str, count: Callable[[Scope, str], Value]) -> Value:
    head = audit.head_of(scope.organisation.pk)
    key = f"reports:{name}:{get_language()}:{scope.key}"
    kept: tuple[str, bool, Value] | None = cache.get(key)
    if kept is not None and (kept[1] or (head and kept[0] == head)):
        return kept[2]
    value = count(scope, moment(scope.organisation, timezone.now()))
    cache.set(key, (head, value.weight >= MANY, value), KEPT_SECONDS)
    return value


def moment(organisation: Organisation, now: datetime) -> str:
    """The time of day by the organisation's clocks."""
    return parts.clock(now.astimezone(ZoneInfo(organisation.time_zone)).time())
