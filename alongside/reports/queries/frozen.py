"""What is written down when a period is closed, part by part. Another part joins in `PARTS`, and is frozen with the
rest from the next close on.

A part holds numbers, names of units and kinds, and references: primary keys and commitments. Never words of people:
those are read each time, with their consent, so that what was taken back is gone from a closed period too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.audit.sealing import new_salt
from alongside.candour.queries import ladder_on

from ..closing import Plain, text_of
from ..late_values import LateSheet
from ..map_values import MapSheet
from ..models import PeriodClose
from ..open_values import OpenCounts
from ..pack_values import Pack
from ..values import Sheet
from .figures import count_sheet
from .keeping import moment
from .late import count_late
from .mapping import count_map
from .open_counts import count_open
from .packing import gather_pack
from .scope import Scope


@dataclass(frozen=True)
class FrozenPart:
    """How it is counted of a scope (and the time of day, as the clocks show it), and how it is read again.
    `with_parts`: parts in it that stand by themselves too. They are counted once, or it could contradict itself."""

    count: Callable[..., Plain]
    of_plain: Callable[[Mapping[str, Any]], Any]
    with_parts: tuple[str, ...] = ()


PARTS: dict[str, FrozenPart] = {
    "figures": FrozenPart(count_sheet, Sheet.of_plain),
    "map": FrozenPart(count_map, MapSheet.of_plain),
    "late": FrozenPart(count_late, LateSheet.of_plain),
    "open": FrozenPart(count_open, OpenCounts.of_plain),  # of a year, for its account (docs/decisions/0035)
    "pack": FrozenPart(gather_pack, Pack.of_plain, ("figures", "map")),
}


def count_text(scope: Scope, close: PeriodClose, now: datetime) -> str:
    """The whole text of one sheet."""
    at = moment(scope.organisation, now)
    document = {
        "organisation": scope.organisation.slug,
        "organisation_name": scope.organisation.name,
        "time_zone": scope.organisation.time_zone,
        "period": close.period,
        "period_name": scope.period.name,
        "kind": close.kind,
        "first": close.first.isoformat(),
        "last": close.last.isoformat(),
        "version": close.version,
        "counted_at": now.isoformat(),
        "ladder": ladder_on(scope.organisation.pk, scope.end),
        "salt": new_salt(),
        "parts": {name: value.as_plain() for name, value in _counted(scope, at).items()},
    }
    return text_of(document)


def _counted(scope: Scope, at: str) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, part in PARTS.items():
        found[name] = part.count(scope, at, *(found[other] for other in part.with_parts))
    return found


def read_part(document: Mapping[str, Any], name: str) -> Any:
    """None where it was closed before there was such a part."""
    plain = document["parts"].get(name)
    return None if plain is None else PARTS[name].of_plain(plain)


def read_text(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found
